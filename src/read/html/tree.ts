import { squeeze } from "./blanks.ts";
import type { HtmlTree } from "./html-tree.ts";
import { imageText } from "./inline-image.ts";

export type { Attributes, HtmlTree } from "./html-tree.ts";

/** Returns the text of a text node with its character references decoded. */
export function textOf(tree: HtmlTree, node: number): string {
  return tree.decoded.get(node) ?? tree.source.slice(tree.from[node]!, tree.to[node]!);
}

/** Returns an attribute of an element, or null. */
export function attribute(tree: HtmlTree, node: number, name: string): string | null {
  return tree.attributes.get(node, name) ?? null;
}

/** Whether an element carries a class. */
export function hasClass(tree: HtmlTree, node: number, name: string): boolean {
  const list = tree.attributes.get(node, "class");
  if (list === undefined) return false;
  let at = list.indexOf(name);
  while (at >= 0) {
    const after = list.charCodeAt(at + name.length);
    if ((at === 0 || list.charCodeAt(at - 1) <= 32) && (Number.isNaN(after) || after <= 32)) return true;
    at = list.indexOf(name, at + 1);
  }
  return false;
}

/** Returns the first row of `[from, to)` for which `test` holds, or -1. */
export function findNode(tree: HtmlTree, from: number, to: number, test: (node: number) => boolean): number {
  for (let node = from; node < to; node++) if (tree.names[node] !== "" && test(node)) return node;
  return -1;
}

const NOT_IN_LINE = new Set(["rt", "rp", "rtc", "script", "style", "svg"]);

/**
 * Returns the text of a subtree as one line: runs of white space are one space, an ideographic space stays, readings
 * (ruby) and scripts are left out, an image that stands for characters gives them. Of a part that goes beyond row `to` only
 * what stands before it counts.
 */
export function plainText(tree: HtmlTree, node: number, to = tree.length): string {
  if (tree.names[node] === "") return oneLine(textOf(tree, node));
  const parts: string[] = [];
  const end = Math.min(tree.ends[node]!, to);
  for (let at = node + 1; at < end; at++) {
    const name = tree.names[at]!;
    if (name === "") parts.push(textOf(tree, at));
    else if (name === "br") parts.push(" ");
    else if (name === "img") parts.push(imageText(tree, at));
    else if (NOT_IN_LINE.has(name)) at = tree.ends[at]! - 1;
  }
  return oneLine(parts.join(""));
}

function oneLine(text: string): string {
  return squeeze(text.replaceAll("\u00a0", " ")).trim();
}

/** What a title or date may hold; a larger element is a hostile page's, and is not searched. */
const SMALL = 300;

/** Whether an element is small enough for a line of text. */
export function isSmall(tree: HtmlTree, node: number): boolean {
  return tree.ends[node]! - node < SMALL;
}

/** Rows to look through for the `time` of a date; more would make a hostile page slow. */
const NEAR = 16;

/** Returns the `datetime` of an element or of the first `time` in it. */
export function machineDate(tree: HtmlTree, node: number): string | null {
  const end = Math.min(tree.ends[node]!, node + NEAR);
  for (let at = node; at < end; at++) {
    const value = attribute(tree, at, "datetime");
    if (value !== null) return value;
  }
  return null;
}
