import { LONGEST_LINE, lineOf } from "./block-lines.ts";
import type { Blocks } from "./blocks.ts";
import { cutBoxes } from "./boxes.ts";
import type { Chosen } from "./chosen.ts";
import { cutClosing } from "./closing.ts";
import { Sums } from "./sums.ts";
import type { HtmlTree } from "./tree.ts";
import { trim, trimFiling } from "./trim.ts";

const HEADING = /^h[1-6]$/;
const GROUPS = new Set(["ul", "ol", "dl", "table", "div", "section"]);

/** Returns which blocks belong to the body: those of the element chosen without what is cut out of it. */
export function prune(tree: HtmlTree, blocks: Blocks, chosen: Chosen): Uint8Array {
  const { from, to, gone, isNamed } = chosen;
  const kept = new Uint8Array(blocks.length);
  for (let block = 0; block < blocks.length; block++) {
    const row = blocks.from[block]!;
    if (row < from || row >= to || gone[block] === 1) continue;
    if (chosen.sites[block] !== 1 && !isTitle(tree, blocks, block, chosen.known.words)) kept[block] = 1;
  }
  if (chosen.found !== null) cutUndeclared(blocks, kept, chosen.found, chosen.prose);
  cutParts(blocks, kept, chosen);
  addLead(tree, blocks, kept, chosen);
  trimFiling(tree, blocks, kept, from);
  cutBoxes(tree, blocks, kept, chosen.prose);
  cutClosing(tree, blocks, kept, chosen.prose);
  if (isNamed) return kept;
  cutLinks(tree, blocks, kept, chosen.prose);
  cutCards(blocks, kept, chosen.cards);
  trim(tree, blocks, kept, chosen);
  return kept;
}

/** Whether a heading is the title again. */
function isTitle(tree: HtmlTree, blocks: Blocks, block: number, title: string): boolean {
  const owner = blocks.owner[block]!;
  if (owner < 0 || blocks.size[block]! >= LONGEST_LINE || !HEADING.test(tree.names[owner]!)) return false;
  const text = lineOf(tree, blocks, block);
  return text !== "" && text === title;
}

/** Cuts teasers out, unless they are most of the body: a list of books with a sentence on each. */
function cutCards(blocks: Blocks, kept: Uint8Array, cards: Uint8Array): void {
  let all = 0;
  let teasers = 0;
  for (let block = 0; block < blocks.length; block++) {
    all += kept[block]! * blocks.size[block]!;
    teasers += kept[block]! * cards[blocks.from[block]!]! * blocks.size[block]!;
  }
  if (teasers > all / 2) return;
  for (let block = 0; block < blocks.length; block++) if (cards[blocks.from[block]!] === 1) kept[block] = 0;
}

/** Cuts lists and boxes out that are links for the most part and hold hardly any running text. */
function cutLinks(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, prose: Uint8Array): void {
  const size = new Sums(blocks, (block) => kept[block]! * blocks.size[block]!);
  const linked = new Sums(blocks, (block) => kept[block]! * blocks.linked[block]!);
  const words = new Sums(blocks, (block) => kept[block]! * prose[block]! * blocks.size[block]!);
  for (let node = 0; node < tree.length; node++) {
    if (!GROUPS.has(tree.names[node]!)) continue;
    const end = tree.ends[node]!;
    const all = size.of(node, end);
    if (all === 0 || linked.of(node, end) * 2 <= all || words.of(node, end) * 5 > all) continue;
    for (let row = node; row < end; row++) if (blocks.of[row]! >= 0) kept[blocks.of[row]!] = 0;
    node = end - 1;
  }
}

/** Cuts off what stands after the last block of the declared text. */
function cutUndeclared(blocks: Blocks, kept: Uint8Array, found: Uint8Array, prose: Uint8Array): void {
  for (let block = blocks.length - 1; block >= 0 && found[block] === 0; block--)
    if (prose[block] === 1) kept[block] = 0;
}

/** The most that a lead may be of the text under it, and the most paragraphs that it may have. */
const LEAD = 0.5;
const LEAD_BLOCKS = 3;
const LEAD_OWNERS = new Set(["p", "div", "h2", "h3", "section", "header", "blockquote"]);

/** Cuts off what stands outside the parts that the theme names. */
function cutParts(blocks: Blocks, kept: Uint8Array, { parts }: Chosen): void {
  if (parts === null) return;
  for (let block = 0; block < blocks.length; block++)
    if (blocks.from[block]! < parts[0] || blocks.from[block]! >= parts[1]) kept[block] = 0;
}

/** Adds the running text between the title and the element chosen: the lead has an element of its own on many sites. */
function addLead(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, { from, gone, prose, start, known }: Chosen): void {
  if (start === 0 || start > from) return;
  let held = 0;
  for (let block = 0; block < blocks.length; block++) held += kept[block]! * blocks.size[block]!;
  const lead: number[] = [];
  let size = 0;
  for (let block = 0; block < blocks.length && blocks.from[block]! < from; block++) {
    if (blocks.from[block]! < start || gone[block] === 1 || prose[block] === 0) continue;
    if (!LEAD_OWNERS.has(tree.names[blocks.owner[block]!] ?? "") || blocks.linked[block]! > 0) continue;
    if (blocks.size[block]! < LONGEST_LINE && known.isDate(lineOf(tree, blocks, block))) continue;
    lead.push(block);
    size += blocks.size[block]!;
  }
  if (lead.length > LEAD_BLOCKS || size > LEAD * held) return;
  for (const block of lead) kept[block] = 1;
}
