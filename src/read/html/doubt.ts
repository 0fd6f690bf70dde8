import type { Blocks } from "./blocks.ts";
import { ownKind } from "./kinds.ts";
import type { Sums } from "./sums.ts";
import type { HtmlTree } from "./tree.ts";

/** A body taken from a page, and what the page holds beside it. */
export interface Taken {
  /** Blocks of the body. */
  readonly kept: Uint8Array;
  /** Blocks that are furniture by their names. */
  readonly gone: Uint8Array;
  readonly prose: Sums;
  readonly from: number;
  readonly to: number;
  /** Part of the text that the page declares as its article's which stands on the page; null where it declares none. */
  readonly covered: number | null;
}

/** Below this part of the text outside links and furniture a body may be a wrong one. */
const SMALL_PART = 0.3;
/** So few characters of running text tell nothing by having a rival: any line of the page is one. */
const TELLING = 60;
/** A candidate of at least this part of the one taken is nearly its equal. */
const EQUAL = 0.65;
const HALF = 0.5;

/** Returns why a body may not be the article's, or not all of it; null where nothing speaks against it. */
export function doubtOf(
  tree: HtmlTree,
  blocks: Blocks,
  { kept, gone, prose, from, to, covered }: Taken,
): string | null {
  let taken = 0;
  let seen = 0;
  let captions = 0;
  for (let block = 0; block < blocks.length; block++) {
    const own = blocks.characters[block]!;
    if (kept[block] === 1) {
      taken += own;
      if (isCaption(tree, blocks.owner[block]!)) captions += own;
    }
    if (kept[block] === 1 || gone[block] === 0) seen += own;
  }
  const share = `${taken} of ${seen} characters of text outside links and navigation were taken as the article's body`;
  const held = prose.of(from, to);
  if (taken > 0 && captions === taken) return `${share}, and they are the caption of a picture`;
  if (held === 0) return `${share}, and none of them is running text`;
  if (covered !== null && covered < HALF)
    return `${share}; of the text that the page declares as its article's, ${Math.round(100 * covered)} % stand on it`;
  if (taken < SMALL_PART * seen) return share;
  return held >= TELLING && rivalOf(tree, prose, from, to) >= EQUAL * held
    ? `${share}; another part of the page has nearly as many`
    : null;
}

function isCaption(tree: HtmlTree, node: number): boolean {
  return node >= 0 && ownKind(tree, node) === "caption";
}

/** The most running text of an element outside the rows `[from, to)`. */
function rivalOf(tree: HtmlTree, prose: Sums, from: number, to: number): number {
  let most = 0;
  for (let node = 0; node < tree.length; node++) {
    if (node === from) node = to - 1;
    else if (tree.ends[node]! <= from || node >= to) most = Math.max(most, prose.of(node, tree.ends[node]!));
  }
  return most;
}
