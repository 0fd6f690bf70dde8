import { type HtmlTree, textOf } from "../tree.ts";
import { hasDate } from "./dates.ts";
import type { RowRange } from "./item.ts";

const HEADINGS = /^h[1-6]$/;

/**
 * Splits an element that holds several comments without an element of their own each: at every `dt`, or at every part
 * that shows a date. Gives nothing where it holds one.
 */
export function splitRanges(tree: HtmlTree, node: number): RowRange[] {
  const parts = childrenOf(tree, node);
  const terms = parts.filter((part) => tree.names[part] === "dt");
  if (tree.names[node] === "dl" && terms.length > 0) return terms.length > 1 ? cut(tree, node, terms) : [];
  const dated = parts.filter((part) => isDated(tree, part));
  if (dated.length < 2) return parts.length === 1 ? splitRanges1(tree, parts[0]!) : [];
  const first = parts.findIndex((part) => !HEADINGS.test(tree.names[part]!) || dated.includes(part));
  if (dated[0] === parts[first]) return cut(tree, node, dated);
  // The date closes a comment: the next begins after it.
  const starts = [parts[first]!];
  for (const part of dated.slice(0, -1)) starts.push(tree.ends[part]!);
  return cut(tree, node, starts, tree.ends[dated.at(-1)!]!);
}

/** One wrapper more or less makes no difference; deeper ones are not looked into. */
function splitRanges1(tree: HtmlTree, node: number): RowRange[] {
  const parts = childrenOf(tree, node);
  return parts.length > 1 ? splitRanges(tree, node) : [];
}

function cut(tree: HtmlTree, node: number, starts: readonly number[], end = tree.ends[node]!): RowRange[] {
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? end }));
}

function childrenOf(tree: HtmlTree, node: number): number[] {
  const parts: number[] = [];
  for (let at = node + 1; at < tree.ends[node]!; at = tree.ends[at]!) if (tree.names[at] !== "") parts.push(at);
  return parts;
}

/** Whether a part is the head or foot of a comment: short, with a date. */
function isDated(tree: HtmlTree, part: number): boolean {
  let text = "";
  for (let at = part + 1; at < tree.ends[part]! && text.length <= 160; at++) {
    if (tree.names[at] === "time" && tree.attributes.get(at, "datetime") !== undefined) return true;
    if (tree.names[at] === "") text += ` ${textOf(tree, at).trim()}`;
  }
  return text.length <= 160 && hasDate(text.trim());
}
