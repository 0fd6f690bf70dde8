import { type Blocks, blocksOf } from "./blocks.ts";
import { isCommentArea } from "./comment-areas.ts";
import { isHidden } from "./hidden.ts";
import { isOutsideBody } from "./kinds.ts";
import { prune } from "./prune.ts";
import { isLinks, isProse } from "./prose.ts";
import type { HtmlTree } from "./tree.ts";

/** What of a page is known before its body is looked for. */
export interface Known {
  /** Row of the title's element; -1 for none. */
  readonly title: number;
  /** Whether a row belongs to the comments that a format reads by itself. */
  inThread(node: number): boolean;
  /** Whether an element is by its theme's names the body. */
  isNamed(node: number): boolean;
  /** Whether an element is read for itself: date, byline, category. */
  isApart(node: number): boolean;
}

/** The article's body on a page: the rows it lies in, and which of them belong to it. */
export interface Body {
  readonly from: number;
  readonly to: number;
  /** Whether nothing of an element, or this text node, belongs to the body. */
  skip(node: number): boolean;
  /** Length taken, and of all text that is no link nor furniture by its name, in wide characters. */
  readonly taken: number;
  readonly seen: number;
  /** Length of the running text of the best candidate that shares nothing with the one taken. */
  readonly rival: number;
}

/** Part of a page's running text from which on a name does not make an element furniture: it is a wrapper. */
const WRAPPER = 0.4;
const LINKED = 0.4;
const NAMED = 0.5;

/** Scores of blocks and their sums before each row, so that a subtree's sum is a difference. */
class Sums {
  readonly #sums: Float64Array;
  constructor(length: number, blocks: Blocks, value: (block: number) => number) {
    this.#sums = new Float64Array(length + 1);
    let block = 0;
    for (let row = 0; row < length; row++) {
      this.#sums[row + 1] = this.#sums[row]!;
      if (block < blocks.length && blocks.from[block] === row) this.#sums[row + 1]! += value(block++);
    }
  }
  of(from: number, to: number): number {
    return this.#sums[to]! - this.#sums[from]!;
  }
}

/**
 * Finds the body of an article on a page of no known theme.
 *
 * The page is divided into blocks, each judged by its own words: running text counts for the elements about it, links
 * against them. Names (classes, ids, elements) only say which smaller parts of a page are furniture; what holds the
 * greater part of the running text is a wrapper whatever its name. The element with the best sum is the body, and
 * what does not belong to it is cut out ({@link prune}). Passes over the rows, each linear.
 */
export function findBody(tree: HtmlTree, known: Known): Body | null {
  const { length, ends, names } = tree;
  const blocks = blocksOf(
    tree,
    (node) => known.inThread(node) || (isCommentArea(tree, node) && !holds(tree, node, known.title)),
  );
  const own = (block: number): number => blocks.size[block]! - blocks.linked[block]!;
  const prose = Uint8Array.from({ length: blocks.length }, (_, block) => Number(isProse(blocks, block)));
  const raw = new Sums(length, blocks, (block) => (prose[block] === 1 ? own(block) : 0));
  const total = raw.of(0, length);
  const out = new Uint8Array(length);
  for (let node = 0; node < length; node++) {
    if (names[node] === "" || names[node] === "body" || names[node] === "html") continue;
    if (!(isHidden(tree, node) || isOutsideBody(tree, node) || known.isApart(node) || node === known.title)) continue;
    if (node !== known.title && (raw.of(node, ends[node]!) > total * WRAPPER || holds(tree, node, known.title))) continue;
    out.fill(1, node, ends[node]!);
    node = ends[node]! - 1;
  }
  const start = known.title < 0 ? 0 : ends[known.title]!;
  const value = (block: number): number => {
    if (out[blocks.from[block]!] === 1) return 0;
    if (prose[block] === 1) return own(block) * (blocks.from[block]! < start ? 0.3 : 1);
    return isLinks(blocks, block) ? -LINKED * blocks.linked[block]! : 0;
  };
  const sums = new Sums(length, blocks, value);
  let best = -1;
  let score = 0;
  let named = -1;
  let namedScore = 0;
  for (let node = 0; node < length; node++) {
    if (names[node] === "" || out[node] === 1) continue;
    const sum = sums.of(node, ends[node]!);
    if (sum > 0 && sum >= score) [best, score] = [node, sum];
    if (known.isNamed(node) && sum > namedScore) [named, namedScore] = [node, sum];
  }
  if (sums.of(0, length) > score) best = -1;
  if (score === 0 && sums.of(0, length) <= 0) return fallback(tree, blocks, out, known);
  const isNamed = named >= 0 && namedScore >= NAMED * score;
  const root = isNamed ? named : best;
  const from = Math.max(root, 0);
  const to = root < 0 ? length : ends[root]!;
  const kept = prune(tree, blocks, { from, to, out, prose, isNamed, start });
  return bodyOf(tree, blocks, from, to, kept, out);
}

function holds(tree: HtmlTree, outer: number, node: number): boolean {
  return node > outer && node < tree.ends[outer]!;
}

/** Where a page has no running text: whatever is neither link nor furniture. */
function fallback(tree: HtmlTree, blocks: Blocks, out: Uint8Array, known: Known): Body | null {
  const kept = Uint8Array.from({ length: blocks.length }, (_, block) =>
    Number(
      out[blocks.from[block]!] === 0 && !isLinks(blocks, block) && blocks.from[block]! > known.title,
    ),
  );
  return kept.includes(1) ? bodyOf(tree, blocks, 0, tree.length, kept, out) : null;
}

function bodyOf(tree: HtmlTree, blocks: Blocks, from: number, to: number, kept: Uint8Array, out: Uint8Array): Body {
  const before = new Int32Array(tree.length + 1);
  let taken = 0;
  let seen = 0;
  for (let row = 0; row < tree.length; row++) {
    const block = blocks.of[row]!;
    before[row + 1] = before[row]! + (block >= 0 && kept[block] === 1 ? 1 : 0);
  }
  // What stands between two texts of a block, a break or an image, belongs to it.
  const gap = new Uint8Array(tree.length);
  for (let block = 0; block < blocks.length; block++) {
    if (kept[block] === 1) {
      gap.fill(1, blocks.from[block]!, blocks.to[block]!);
      taken += blocks.size[block]!;
    }
    if (out[blocks.from[block]!] === 0) seen += blocks.size[block]! - blocks.linked[block]!;
  }
  return {
    from,
    to,
    skip: (node) => before[tree.ends[node]!] === before[node] && gap[node] === 0 && tree.names[node] !== "br",
    taken,
    seen,
    rival: 0,
  };
}
