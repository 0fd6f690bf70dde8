import { LONGEST_LINE, lineOf } from "./block-lines.ts";
import { type Blocks, blocksOf } from "./blocks.ts";
import { endsInRights, isBoilerplate, LONGEST_FOOT, mayEndInRights } from "./boilerplate.ts";
import { cardRows } from "./cards.ts";
import { isCommentArea } from "./comment-areas.ts";
import { bestContainer, narrow } from "./container.ts";
import { declaredBlocks, textOfBlock } from "./declared-body.ts";
import { doubtOf } from "./doubt.ts";
import { BLOCK, PARAGRAPH } from "./elements.ts";
import { furnitureRows, holds } from "./furniture-rows.ts";
import { isHidden } from "./hidden.ts";
import type { Known } from "./known.ts";
import { isLinks, isProse } from "./prose.ts";
import { prune } from "./prune.ts";
import { Sums } from "./sums.ts";
import { type HtmlTree, textOf } from "./tree.ts";

/** The article's body on a page: the rows it lies in, and which of them belong to it. */
export interface Body {
  readonly from: number;
  readonly to: number;
  /** Whether nothing of an element, or this text node, belongs to the body. */
  skip(node: number): boolean;
  /** Whether it holds running text. */
  readonly isProse: boolean;
  /** Why it may not be the body, or not all of it; null where nothing speaks against it. */
  readonly doubt: string | null;
}

/** What a linked, a short and an early text count for, where running text counts 1. */
const LINKED = -0.4;
const SHORT = 0.2;
const EARLY = 0.3;
const TEASER = 0.1;
const NAMED = 0.5;
const ALONE = 0.8;
/** Elements that may wrap a page or a part of it; others lie within lines. */
const BOX = new Set([...BLOCK, ...PARAGRAPH, "td", "th"]);
/** What a text counts for that stands in the declared one, and that does not where the declared one is whole. */
const DECLARED = 1.5;
const UNDECLARED = 0.3;
/** Part of the declared text that must be found on the page to say what does not belong to it. */
const COVERED = 0.7;

/**
 * Returns the body of an article on a page of no known theme.
 *
 * The page is divided into blocks, each judged by its own words: running text counts for the elements about it, links
 * against them. Names (classes, ids, elements) only say which smaller parts of a page are furniture; what holds the
 * greater part of the running text is a wrapper whatever its name. The element with the best sum is the body, and
 * what does not belong to it is cut out ({@link prune}). Passes over the rows, each linear.
 */
export function findBody(tree: HtmlTree, known: Known): Body | null {
  const { length, ends } = tree;
  const blocks = articleBlocks(tree, known);
  const sites = Uint8Array.from({ length: blocks.length }, (_, block) => sitesOwn(tree, blocks, block));
  const prose = sites.map((site, block) => Number(site === 0 && isProse(blocks, block)));
  const declared = known.declared === null ? null : declaredBlocks(tree, blocks, known.declared);
  const found = declared !== null && declared.covered >= COVERED ? declared.found : null;
  const own = (block: number): number => blocks.size[block]! - blocks.linked[block]!;
  const out = furnitureRows(tree, known, {
    prose: new Sums(blocks, (block) => prose[block]! * own(block)),
    size: new Sums(blocks, (block) => blocks.size[block]!),
  });
  const gone = blocksWithin(tree, blocks, out);
  const start = known.title < 0 ? 0 : ends[known.title]!;
  const cards = cardRows(tree, blocks, prose);
  const weight = weigher(blocks, { gone, cards, found, start });
  const scores = {
    prose: new Sums(blocks, (block) => prose[block]! * own(block) * weight(block)),
    score: new Sums(blocks, (block) => {
      if (isLinks(blocks, block)) return LINKED * blocks.linked[block]! * weight(block);
      return own(block) * weight(block) * (prose[block] === 1 ? 1 : SHORT);
    }),
  };
  const inner = narrow(tree, bestContainer(tree, out, scores), scores, blocks);
  const held = scores.prose.of(Math.max(inner, 0), inner < 0 ? length : ends[inner]!);
  if (held <= 0 && scores.score.of(0, length) <= 0) return null;
  const named = findNamed(tree, known, out, scores.prose);
  // Several of the name are the parts of one body, or cards: then their container is judged.
  const isNamed = named.node >= 0 && named.most >= NAMED * held && named.most >= ALONE * named.together;
  const isParted = !isNamed && named.together >= NAMED * held && named.most < ALONE * named.together;
  const root = isNamed ? named.node : inner;
  const from = Math.max(root, 0);
  const to = root < 0 ? length : ends[root]!;
  const parts = isParted ? named.parts : null;
  const kept = prune(tree, blocks, { from, to, gone, prose, sites, isNamed, parts, start, known, found, cards });
  const covered = declared === null ? null : declared.covered;
  const doubt = doubtOf(tree, blocks, { kept, gone, prose: scores.prose, from, to, covered });
  return { ...bodyOf(tree, blocks, { from, to, kept, out }), isProse: held > 0, doubt };
}

/** The blocks of a page outside of its comments and of what is hidden. */
function articleBlocks(tree: HtmlTree, known: Known): Blocks {
  return blocksOf(
    tree,
    (node) =>
      known.inThread(node) ||
      (isCommentArea(tree, node) && !holds(tree, node, known.title)) ||
      (!BOX.has(tree.names[node]!) && isHidden(tree, node)),
  );
}

/** What is known of the blocks of a page before one of its elements is chosen. */
interface Judged {
  readonly gone: Uint8Array;
  readonly cards: Uint8Array;
  /** Which stand in the declared text; null where none is declared, or not enough of it is shown. */
  readonly found: Uint8Array | null;
  /** The row after the title. */
  readonly start: number;
}

/** Returns what tells how much the text of a block counts. */
function weigher(blocks: Blocks, { gone, cards, found, start }: Judged): (block: number) => number {
  return (block) => {
    const row = blocks.from[block]!;
    if (gone[block] === 1) return 0;
    if (cards[row] === 1) return found?.[block] === 1 ? 1 : TEASER;
    const said = found === null ? 1 : found[block] === 1 ? DECLARED : UNDECLARED;
    return row < start && said <= 1 ? EARLY * said : said;
  };
}

/** The elements that bear a name of bodies. */
interface NamedElements {
  /** The one with most running text, -1 for none, and how much that is. */
  readonly node: number;
  readonly most: number;
  /** The running text of all of them, and the rows from the first to the last that has any. */
  readonly together: number;
  readonly parts: [number, number] | null;
}

function findNamed(tree: HtmlTree, known: Known, out: Uint8Array, prose: Sums): NamedElements {
  let best = -1;
  let most = 0;
  let together = 0;
  let parts: [number, number] | null = null;
  for (let node = 0, passed = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || out[node] === 1 || known.inThread(node) || !known.isNamed(node)) continue;
    const end = tree.ends[node]!;
    const sum = prose.of(node, end);
    if (sum > most) [best, most] = [node, sum];
    if (node < passed) continue;
    together += sum;
    if (sum > 0) parts = [parts?.[0] ?? node, end];
    passed = end;
  }
  return { node: best, most, together, parts };
}

/** Returns which blocks have no text outside the rows marked. */
function blocksWithin(tree: HtmlTree, blocks: Blocks, out: Uint8Array): Uint8Array {
  const gone = new Uint8Array(blocks.length).fill(1);
  for (let row = 0; row < tree.length; row++) if (blocks.of[row]! >= 0 && out[row] === 0) gone[blocks.of[row]!] = 0;
  return gone;
}

/** How surely a block is the site's: 1 for a line as it stands on any page, 2 for a foot with a notice of rights, else 0. */
function sitesOwn(tree: HtmlTree, blocks: Blocks, block: number): 0 | 1 | 2 {
  const size = blocks.size[block]!;
  if (size < LONGEST_LINE && isBoilerplate(lineOf(tree, blocks, block))) return 1;
  if (size >= LONGEST_FOOT || !mayEndInRights(textOf(tree, blocks.to[block]! - 1))) return 0;
  return endsInRights(textOfBlock(tree, blocks, block)) ? 2 : 0;
}

function bodyOf(
  tree: HtmlTree,
  blocks: Blocks,
  { from, to, kept, out }: { from: number; to: number; kept: Uint8Array; out: Uint8Array },
): Pick<Body, "from" | "to" | "skip"> {
  // What stands between two texts of a block, a break or an image, belongs to it; hidden pieces do not.
  const within = new Uint8Array(tree.length);
  for (let block = 0; block < blocks.length; block++)
    if (kept[block] === 1) within.fill(1, blocks.from[block]!, blocks.to[block]!);
  const before = new Int32Array(tree.length + 1);
  for (let row = 0; row < tree.length; row++) {
    if (out[row] === 1) within[row] = 0;
    before[row + 1] = before[row]! + within[row]!;
  }
  const skip = (node: number): boolean => before[tree.ends[node]!] === before[node] && tree.names[node] !== "br";
  // The lead may stand before the element chosen.
  const first = kept.indexOf(1);
  const begin = first < 0 ? from : Math.min(from, Math.max(blocks.owner[first]!, 0));
  return { from: begin, to, skip };
}
