import { type HtmlTree, isSmall, plainText, textOf } from "../tree.ts";
import { findDate, findVagueDate } from "./dates.ts";
import type { Line } from "./lines.ts";
import type { Parts } from "./parts.ts";
import { cleanName, isActionText, isBadgeText, isBetween, namesSomebody } from "./phrases.ts";
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
  return besideDate(tree, lines) ?? ofTerm(tree, lines) ?? besideAlone(tree, parts, lines);
}

/** A first line alone above the date, with the words after it, or the only other line where the words are elsewhere. */
function besideAlone(tree: HtmlTree, { body, date }: Parts, lines: readonly Line[]): Named | null {
  const at = lines.findIndex(
    ({ text, nodes }) =>
      findDate(text) !== null || nodes.some((node) => date >= 0 && node > date && node < tree.ends[date]!),
  );
  const line =
    at === 1 && (body >= 0 || lines.length > 2)
      ? lines[0]
      : at === 0 && body >= 0 && lines.length === 2
        ? lines[1]
        : undefined;
  if (line === undefined) return null;
  const name = cleanName(line.text);
  return isNameLike(name) && !/[。！？!?]/.test(name) ? { name, nodes: line.nodes } : null;
}

/** In a list of small things, or in one paragraph apart from the words, the name may be beside the date. */
function besideDate(tree: HtmlTree, lines: readonly Line[]): Named | null {
  const at = lines.findIndex(({ text }) => findDate(text) !== null || findVagueDate(text) !== null);
  if (at < 0) return null;
  const list = listAround(tree, lines[at]!);
  if (list >= 0) {
    const inList = [...lines.slice(at + 1), ...lines.slice(0, at).reverse()];
    const line = inList.find((one) => isPlainName(one.text) && listAround(tree, one) === list);
    if (line !== undefined) return { name: cleanName(withoutButton(line.text)), nodes: line.nodes };
  }
  const parent = paragraphAround(tree, lines[at]!);
  const others = lines.some((line) => parent < 0 || paragraphAround(tree, line) !== parent);
  if (!others || parent < 0) return null;
  const line = [lines[at + 1], lines[at - 1]].find(
    (one) => one !== undefined && isPlainName(one.text) && paragraphAround(tree, one) === parent,
  );
  return line === undefined ? null : { name: cleanName(line.text), nodes: line.nodes };
}

function isPlainName(text: string): boolean {
  return isNameLike(text.trim()) && !/[。！？!?]/.test(text);
}

/** FC2 writes a mark of the writer and a button behind the name: 「みかん #-[編集]」, 「みかん #aBcD1234[編集]」. */
function withoutButton(text: string): string {
  return text
    .trim()
    .replace(/\s#(?:-|[\w./]{8}(?=\s?\[))\s?(?=\[|$)/, "")
    .replace(/\s?\[[^\]]{0,12}\]$/, "");
}

/** The small paragraph that a line stands in with few others, or -1. */
function paragraphAround(tree: HtmlTree, { nodes }: Line): number {
  const parent = tree.parents[nodes[0]!]!;
  return parent >= 0 && tree.names[parent] === "p" && tree.ends[parent]! - parent <= 12 ? parent : -1;
}

/** The list whose item a line stands in by itself, or -1. */
function listAround(tree: HtmlTree, { nodes, text }: Line): number {
  let at = tree.parents[nodes[0]!]!;
  for (let steps = 0; at >= 0 && steps < 3; at = tree.parents[at]!, steps++)
    if (tree.names[at] === "li")
      return isSmall(tree, at) && withoutButton(plainText(tree, at)) === withoutButton(text) ? tree.parents[at]! : -1;
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
  const whole = plainText(tree, node);
  if (whole === "") return null;
  const text = isSmall(tree, node) ? withoutBadges(tree, node) || whole : whole;
  return { name: namesSomebody(text) ? cleanName(text) : text, nodes: [node] };
}

/** The text of a small element without the labels in it: 「みかん 投稿者」 is みかん. */
function withoutBadges(tree: HtmlTree, node: number): string {
  const parts: string[] = [];
  for (let at = node + 1; at < tree.ends[node]!; at++) {
    if (tree.names[at] === "") parts.push(textOf(tree, at));
    else if (isBadge(tree, at)) at = tree.ends[at]! - 1;
  }
  return parts.join("").replace(/\s+/g, " ").trim();
}

function isBadge(tree: HtmlTree, node: number): boolean {
  const sense = senseOf(tree, node);
  return sense.hidden || (tree.ends[node]! - node <= 4 && isBadgeText(plainText(tree, node)));
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
    if (sense.action || isBadge(tree, at) || tree.names[at] === "time" || sense.date || isActionText(own))
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
