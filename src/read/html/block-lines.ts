import type { Blocks } from "./blocks.ts";
import { type HtmlTree, plainText } from "./tree.ts";

/** Nothing longer is a line of the page's own. */
export const LONGEST_LINE = 60;

/** Returns the text of a short block as one line. */
export function lineOf(tree: HtmlTree, blocks: Blocks, block: number): string {
  let text = "";
  for (let row = blocks.from[block]!; row < blocks.to[block]! && text.length <= 2 * LONGEST_LINE; row++)
    if (blocks.of[row] === block) text += tree.names[row] === "" ? plainText(tree, row) : "";
  return text;
}

/** Returns the text of a block that may be a line, or "" for a longer one. */
export function shortLine(tree: HtmlTree, blocks: Blocks, block: number): string {
  return blocks.size[block]! < LONGEST_LINE ? lineOf(tree, blocks, block).trim() : "";
}
