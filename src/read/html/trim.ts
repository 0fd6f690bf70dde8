import { LONGEST_LINE, lineOf } from "./block-lines.ts";
import type { Blocks } from "./blocks.ts";
import type { Chosen } from "./chosen.ts";
import { findNode, type HtmlTree } from "./tree.ts";

const HEADING = /^h[1-6]$/;
/** Blocks that are parts of a text however short they are. */
const OF_TEXT = new Set(["p", "li", "td", "th", "dt", "dd", "blockquote", "pre"]);

/** Links under which a site files an article. */
const FILING = /(?:^|\s)(?:tag|category|trackback)(?:\s|$)/i;

/** Cuts lines off both ends in which a site files the article: its tags, its categories, the address for trackbacks. */
export function trimFiling(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, from: number): void {
  const files = (block: number): boolean =>
    findNode(
      tree,
      Math.max(blocks.owner[block]!, from, 0),
      blocks.to[block]!,
      (row) => tree.names[row] === "a" && FILING.test(tree.attributes.get(row, "rel") ?? ""),
    ) >= 0;
  for (let block = blocks.length - 1; block >= 0; block--) {
    if (kept[block] === 0) continue;
    if (blocks.linked[block] === 0 || !files(block)) break;
    kept[block] = 0;
  }
}

/** Cuts lines off both ends that are no text of their own: dates, names, labels before it, bare headings after it. */
export function trim(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, { prose, known, start }: Chosen): void {
  const nameOf = (block: number): string => tree.names[blocks.owner[block]!] ?? "";
  const isOfText = (block: number): boolean =>
    OF_TEXT.has(nameOf(block)) ||
    (isBare(tree, blocks.owner[block]!) && blocks.linked[block] === 0 && !HEADING.test(nameOf(block)));
  const isDate = (block: number): boolean =>
    blocks.size[block]! < LONGEST_LINE && known.isDate(lineOf(tree, blocks, block));
  const isText = (block: number): boolean => prose[block] === 1 && !isDate(block);
  const first = kept.findIndex((keep, block) => keep === 1 && isText(block));
  if (first < 0) return;
  const text = kept.findIndex((keep, block) => keep === 1 && isText(block) && blocks.from[block]! >= start);
  for (let block = 0; block < first; block++) {
    if (
      kept[block] === 1 &&
      ((text >= 0 && blocks.from[block]! < start) ||
        (!isOfText(block) && !HEADING.test(nameOf(block))) ||
        isDate(block))
    )
      kept[block] = 0;
  }
  for (let block = blocks.length - 1; block >= 0; block--) {
    if (kept[block] === 0) continue;
    if ((prose[block] === 1 || isOfText(block)) && !isDate(block)) break;
    kept[block] = 0;
  }
}

/** Whether an element has no name by which a page would dress its own lines. */
function isBare(tree: HtmlTree, node: number): boolean {
  return node >= 0 && tree.attributes.get(node, "class") === undefined && tree.attributes.get(node, "id") === undefined;
}
