import type { Blocks } from "./blocks.ts";
import { type HtmlTree, textOf } from "./tree.ts";

/** Letters in a row that two texts hardly share by chance. */
const WINDOW = 12;
const SHORTEST = 100;
/** Part of a block's windows that must stand in the declared text. */
const FOUND = 0.6;

/**
 * Returns which blocks stand in the text that the page declares as its article's (JSON-LD `articleBody`), and how much
 * of that text they make up; null where it is too short to say anything.
 *
 * Compares windows of twelve letters, whatever spaces and marks lie between: linear in both texts.
 */
export function declaredBlocks(
  tree: HtmlTree,
  blocks: Blocks,
  declared: string,
): { readonly found: Uint8Array; readonly covered: number } | null {
  const letters = lettersOf(declared.replace(/<[^<>]{0,500}>/g, ""));
  if (letters.length < SHORTEST) return null;
  const windows = new Set<string>();
  for (let at = 0; at + WINDOW <= letters.length; at++) windows.add(letters.slice(at, at + WINDOW));
  const found = new Uint8Array(blocks.length);
  let held = 0;
  for (let block = 0; block < blocks.length; block++) {
    const own = lettersOf(textOfBlock(tree, blocks, block));
    if (own.length < WINDOW) continue;
    let hits = 0;
    let tried = 0;
    for (let at = 0; at + WINDOW <= own.length; at += 3, tried++) if (windows.has(own.slice(at, at + WINDOW))) hits++;
    if (hits < FOUND * tried) continue;
    found[block] = 1;
    held += own.length;
  }
  return { found, covered: held / letters.length };
}

/** Returns the text of a block with no care for spaces. */
export function textOfBlock(tree: HtmlTree, blocks: Blocks, block: number): string {
  const parts: string[] = [];
  for (let row = blocks.from[block]!; row < blocks.to[block]!; row++)
    if (blocks.of[row] === block && tree.names[row] === "") parts.push(textOf(tree, row));
  return parts.join("");
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
