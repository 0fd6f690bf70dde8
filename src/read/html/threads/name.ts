import { type HtmlTree, plainText, textOf } from "../tree.ts";
import { findDate, findVagueDate } from "./dates.ts";
import type { Line } from "./lines.ts";
import type { Parts } from "./parts.ts";
import { cleanName, isActionText, isBetween, namesSomebody } from "./phrases.ts";
import { senseOf } from "./sense.ts";

/** A name and where it stands: an element or text nodes. */
export interface Named {
  readonly name: string;
  readonly nodes: readonly number[];
}

const STRONG = new Set(["b", "strong", "cite", "a"]);
const LONGEST = 60;

/**
 * Reads a comment's author: the element that says so, in it a bold or linked name where it holds more; else what a
 * line of the head or foot names. `lines` are those outside of the words.
 */
export function readName(tree: HtmlTree, parts: Parts, lines: readonly Line[]): Named | null {
  if (parts.author >= 0) return parts.surely ? ofElement(tree, parts.author) : ofHead(tree, parts.author);
  for (const line of lines) if (namesSomebody(withoutDate(line.text))) return ofLine(tree, line);
  for (const line of lines)
    if (findDate(line.text) !== null || findVagueDate(line.text) !== null) {
      const named = ofLine(tree, line);
      if (named !== null) return named;
    }
  return besideDate(tree, lines) ?? ofTerm(tree, lines);
}

/** In a list of small things the name may be the one beside the date. */
function besideDate(tree: HtmlTree, lines: readonly Line[]): Named | null {
  const at = lines.findIndex(({ text }) => findDate(text) !== null || findVagueDate(text) !== null);
  const list = at < 0 ? -1 : listAround(tree, lines[at]!);
  if (list < 0) return null;
  for (const line of [lines[at + 1], lines[at - 1]]) {
    if (line === undefined || listAround(tree, line) !== list || !isNameLike(line.text.trim())) continue;
    return { name: cleanName(line.text), nodes: line.nodes };
  }
  return null;
}

/** The list whose item a line stands in by itself, or -1. */
function listAround(tree: HtmlTree, { nodes }: Line): number {
  let at = tree.parents[nodes[0]!]!;
  for (let steps = 0; at >= 0 && steps < 3; at = tree.parents[at]!, steps++)
    if (tree.names[at] === "li") return tree.parents[at]!;
  return -1;
}

const TERMS = /^(?:dt|h[2-6]|b|strong|th)$/;

/** A first line that is a heading, a term or bold is the name where nothing else is. */
function ofTerm(tree: HtmlTree, lines: readonly Line[]): Named | null {
  const [line] = lines;
  if (line === undefined || lines.length < 2) return null;
  const name = cleanName(line.text);
  if (name === "" || name.length > LONGEST || /[。！？]/.test(name)) return null;
  const within = line.nodes.every((node) => {
    let at = tree.parents[node]!;
    for (let steps = 0; at >= 0 && steps < 4; at = tree.parents[at]!, steps++)
      if (TERMS.test(tree.names[at]!)) return true;
    return textOf(tree, node).trim() === "";
  });
  return within ? { name, nodes: line.nodes } : null;
}

function ofElement(tree: HtmlTree, node: number): Named | null {
  const text = plainText(tree, node);
  return text === "" ? null : { name: namesSomebody(text) ? cleanName(text) : text, nodes: [node] };
}

/** An element that may hold avatar, name, date and links together. */
function ofHead(tree: HtmlTree, node: number): Named | null {
  const inner: number[] = [];
  let text = "";
  for (let at = node + 1; at < tree.ends[node]!; at++) {
    if (tree.names[at] === "") {
      text += textOf(tree, at);
      continue;
    }
    const own = plainText(tree, at);
    const sense = senseOf(tree, at);
    if (sense.action || sense.hidden || tree.names[at] === "time" || sense.date || isActionText(own))
      at = tree.ends[at]! - 1;
    else if (STRONG.has(tree.names[at]!) && isNameLike(own)) inner.push(at);
  }
  const line = text.replace(/\s+/g, " ").trim();
  const shown = withoutDate(line);
  const whole = shown !== line || namesSomebody(shown) ? cleanName(shown) : trimName(shown);
  const best = inner.find((at) => tree.names[at] !== "a") ?? inner[0];
  if (best !== undefined && plainText(tree, best) !== whole)
    return { name: cleanName(plainText(tree, best)), nodes: [best] };
  return whole === "" ? null : { name: whole, nodes: [node] };
}

/** A number before a name in a list, a mark after it. */
function trimName(text: string): string {
  return text.replace(/^\d{1,5}\s?[.．:：]\s+/, "").replace(/[\s:：|｜,、—–―-]+$/, "");
}

function isNameLike(text: string): boolean {
  if (text === "" || text.length > LONGEST || isBetween(text) || isActionText(text)) return false;
  return findDate(text) === null && findVagueDate(text) === null && !/^\d{1,2}[:時]\d/.test(text);
}

function ofLine(tree: HtmlTree, line: Line): Named | null {
  const strong = line.nodes.filter((node) => STRONG.has(tree.names[tree.parents[node]!] ?? ""));
  const inStrong = strong.find((node) => isNameLike(plainText(tree, node)));
  if (inStrong !== undefined) return { name: cleanName(plainText(tree, inStrong)), nodes: [inStrong] };
  const rest = cleanName(withoutDate(line.text));
  if (rest === "" || rest.length > LONGEST || isBetween(rest) || /[。！？]/.test(rest)) return null;
  return { name: rest, nodes: line.nodes };
}

function withoutDate(text: string): string {
  const date = findDate(text) ?? findVagueDate(text);
  return date === null ? text : `${text.slice(0, date.start)} ${text.slice(date.end)}`.trim();
}
