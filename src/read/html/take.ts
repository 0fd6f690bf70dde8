import type { Places } from "./places.ts";
import { findNode, type HtmlTree, plainText } from "./tree.ts";

/** Returns the text of an element on one line and takes its text nodes; null where there is no element or no text. */
export function takeText(tree: HtmlTree, places: Places, node: number, place: string, reason: string): string | null {
  if (node < 0) return null;
  places.takeAll(node, place, reason);
  const text = plainText(tree, node);
  return text === "" ? null : text;
}

/** Returns the first element of a subtree for which a test holds; -1 if none, or if there is no subtree. */
export function findIn(tree: HtmlTree, node: number, test: (at: number) => boolean): number {
  return node < 0 ? -1 : findNode(tree, node + 1, tree.ends[node]!, test);
}
