import type { Places } from "../places.ts";
import { type FlatText, flatten } from "../text.ts";
import { type HtmlTree, textOf } from "../tree.ts";
import { findDate } from "./dates.ts";
import type { Item } from "./item.ts";
import type { Line } from "./lines.ts";
import type { Parts } from "./parts.ts";
import { isBetween } from "./phrases.ts";

/** What is known of a comment before its words are read. */
export interface Head {
  /** The comment's own rows in order: none of a reply's. */
  readonly rows: readonly number[];
  readonly parts: Parts;
  readonly lines: readonly Line[];
  /** Rows of the name, and of the name and the date. */
  readonly name: readonly number[];
  readonly head: readonly number[];
  readonly place: string;
}

/** Reads a comment's words: its body, or what remains of it without head, foot, votes and actions. */
export function bodyOf(tree: HtmlTree, places: Places, item: Item, known: Head): FlatText {
  const { rows, parts, name, head, lines, place } = known;
  const apart = new Set([...parts.apart, ...parts.votes]);
  const own = parts.body;
  const left = new Set<number>();
  if (own < 0) {
    for (const node of head)
      if (tree.names[node] === "") left.add(node);
      else apart.add(node);
    joinsOf(tree, lines, head, left);
  }
  const isOwn = among(rows);
  let first = -1;
  const whole = tree.ends[item.node] === item.to ? item.node + 1 : item.from;
  const flat = flatten(tree, own >= 0 ? own + 1 : whole, own >= 0 ? tree.ends[own]! : item.to, {
    skip: (node) => apart.has(node) || !isOwn(node),
    leave: (node) => left.has(node),
    take: (node, reason) => {
      if (first < 0 && /\S/.test(textOf(tree, node))) first = node;
      places.takeWords(node, place, reason);
    },
  });
  const isAfterName = lines.some(({ nodes }) => {
    const at = nodes.indexOf(first);
    return nodes.slice(0, Math.max(at, 0)).some(within(tree, name));
  });
  return isAfterName ? withoutColon(flat) : flat;
}

/** Returns whether a row is among rows, both in page order. */
function among(rows: readonly number[]): (node: number) => boolean {
  let at = 0;
  return (node) => {
    while (at < rows.length && rows[at]! < node) at++;
    return rows[at] === node;
  };
}

/** Returns whether a row is one of some or within them. */
function within(tree: HtmlTree, parts: readonly number[]): (node: number) => boolean {
  return (node) => parts.some((row) => node >= row && node < tree.ends[row]!);
}

/** Returns the text nodes that stand between and around name and date and say nothing: 「より:」, "|", a number above. */
function joinsOf(tree: HtmlTree, lines: readonly Line[], head: readonly number[], left: Set<number>): void {
  const marks = within(tree, head);
  const first = lines.findIndex(({ nodes }) => nodes.some(marks));
  for (const [index, { nodes, text }] of lines.entries()) {
    const touches = nodes.some(marks);
    if (!touches && !(index < first && isBetween(text))) continue;
    for (const node of nodes) if (!marks(node) && isJoin(textOf(tree, node))) left.add(node);
  }
}

function isJoin(text: string): boolean {
  if (isBetween(text)) return true;
  const date = text.length <= 100 ? findDate(text) : null;
  return date !== null && isBetween(`${text.slice(0, date.start)} ${text.slice(date.end)}`);
}

/** 「みかん: 賛成です」: the colon after the name is no part of the words. */
function withoutColon(flat: FlatText): FlatText {
  const lead = /^[:：]\s*/.exec(flat.text)?.[0].length ?? 0;
  if (lead === 0) return flat;
  const links = flat.links.map(({ start, end, url }) => ({ start: start - lead, end: end - lead, url }));
  const ruby = flat.ruby.map(({ start, end, reading }) => ({ start: start - lead, end: end - lead, reading }));
  return { text: flat.text.slice(lead), links, ruby };
}
