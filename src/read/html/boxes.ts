import { shortLine } from "./block-lines.ts";
import type { Blocks } from "./blocks.ts";
import { isShareLine, isShareName } from "./boilerplate.ts";
import { isLinks } from "./prose.ts";
import { Sums } from "./sums.ts";
import { findNode, type HtmlTree } from "./tree.ts";

const BOXES = new Set(["div", "section", "aside", "article", "ul", "ol"]);
const LISTS = new Set(["ul", "ol"]);
const HEADING = /^h[1-6]$/;
/** In wide characters: what a box that leads elsewhere says at most, and a link that is a headline at least. */
const LARGEST = 110;
const HEADLINE = 4;
const BUTTON = 20;
/** Part of a card's words that its links are at least. */
const LINKED = 0.3;
/** A box of more nodes is none; a hostile page nests them. */
const MOST_ROWS = 300;
/** How often the text before it must be longer than a box that closes an article. */
const LONGER = 2;
/** Sums of sizes are no whole numbers. */
const ROUNDING = 0.01;
const INVITES =
  /^(?:あわせて読みたい|合わせて読みたい|こちらも(?:おすすめ|オススメ|どうぞ|ご覧ください)|read more|see also)[!！:：。]?$/i;

/**
 * Cuts boxes out of a body that are no text of its writer: buttons to share it, cards that lead to a shop or another
 * article (a picture or an invitation, links and labels), and at its end the call to book, to buy or to join (heading,
 * few words, a button). They are known by their own words and links, and a box with running text is none.
 */
export function cutBoxes(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, prose: Uint8Array): void {
  const sum = (value: (block: number) => number) => new Sums(blocks, (block) => (kept[block] === 1 ? value(block) : 0));
  const sums = {
    count: sum(() => 1),
    size: sum((block) => blocks.size[block]!),
    linked: sum((block) => blocks.linked[block]!),
    prose: sum((block) => prose[block]!),
  };
  const all = sums.size.of(0, tree.length);
  for (let node = 0; node < tree.length; node++) {
    const end = tree.ends[node]!;
    if (!BOXES.has(tree.names[node]!) || end - node > MOST_ROWS) continue;
    const size = sums.size.of(node, end);
    if (size === 0 || size > LARGEST || size * LONGER > all) continue;
    const of = { node, size, linked: sums.linked.of(node, end), count: sums.count.of(node, end) };
    if (of.linked === 0) continue;
    const isCut =
      isShare(tree, blocks, of) ||
      isButton(tree, blocks, kept, of) ||
      (sums.prose.of(node, end) === 0 && isCard(tree, blocks, of)) ||
      (of.count > 1 && sums.count.of(end, tree.length) === 0 && isCall(tree, blocks, kept, of));
    if (isCut) {
      for (const block of blocksIn(tree, blocks, kept, node)) kept[block] = 0;
      node = end - 1;
    }
  }
}

/** A box, and what of the body it holds. */
interface Box {
  readonly node: number;
  readonly size: number;
  readonly linked: number;
  readonly count: number;
}

function isShare(tree: HtmlTree, blocks: Blocks, { node, size, linked }: Box): boolean {
  if (linked < size - ROUNDING) return false;
  const lines = blocksIn(tree, blocks, null, node).map((block) => shortLine(tree, blocks, block));
  return lines.some(isShareLine) && lines.every((line) => isShareLine(line) || isShareName(line));
}

/** A dressed box of links and labels, with a picture that is a link, too, or an invitation to read on. */
function isCard(tree: HtmlTree, blocks: Blocks, { node, size, linked }: Box): boolean {
  const { names, attributes, ends } = tree;
  if (LISTS.has(names[node]!) || attributes.get(node, "class") === undefined) return false;
  if (linked < HEADLINE || linked < LINKED * size) return false;
  const inner = blocksIn(tree, blocks, null, node);
  if (inner.length < 2) return false;
  const pictured = findNode(tree, node, ends[node]!, (at) => names[at] === "img" && names[tree.parents[at]!] === "a");
  if (pictured >= 0) return true;
  return inner.some((block) => INVITES.test(shortLine(tree, blocks, block)));
}

/** A dressed box whose one line is a link, short and no address, in a body that is written in paragraphs. */
function isButton(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, { node, size, linked, count }: Box): boolean {
  if (count > 1 || size > BUTTON || linked < size - ROUNDING || tree.attributes.get(node, "class") === undefined)
    return false;
  const block = blocksIn(tree, blocks, kept, node)[0]!;
  if (tree.names[node] !== "div" || tree.names[blocks.owner[block]!] !== "div") return false;
  return !/^(?:https?:|www\.)/i.test(shortLine(tree, blocks, block)) && isInParagraphs(tree, blocks, kept, block);
}

/** Whether what is kept next to a block stands in elements made for text. */
function isInParagraphs(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, block: number): boolean {
  const nearest = [kept.subarray(0, block).lastIndexOf(1), kept.indexOf(1, block + 1)].filter((at) => at >= 0);
  return nearest.length > 0 && nearest.every((at) => !BOXES.has(tree.names[blocks.owner[at]!] ?? "div"));
}

/** A box of a heading, few words and at last a link that is no part of a sentence or list. */
function isCall(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, { node }: Box): boolean {
  if (LISTS.has(tree.names[node]!)) return false;
  const inner = blocksIn(tree, blocks, kept, node);
  const nameOf = (block: number): string => tree.names[blocks.owner[block]!] ?? "";
  const last = inner.at(-1)!;
  return HEADING.test(nameOf(inner[0]!)) && isLinks(blocks, last) && nameOf(last) !== "li" && nameOf(last) !== "p";
}

/** Returns the blocks that begin within an element, or those of them that are kept. */
function blocksIn(tree: HtmlTree, blocks: Blocks, kept: Uint8Array | null, node: number): number[] {
  const found: number[] = [];
  for (let row = node; row < tree.ends[node]!; row++) {
    const block = blocks.of[row]!;
    if (block >= 0 && blocks.from[block] === row && (kept === null || kept[block] === 1)) found.push(block);
  }
  return found;
}
