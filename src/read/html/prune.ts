import type { Blocks } from "./blocks.ts";
import { isLinks } from "./prose.ts";
import type { HtmlTree } from "./tree.ts";

/** The element chosen as the body, and what is known of the page's blocks. */
export interface Chosen {
  readonly from: number;
  readonly to: number;
  /** Rows that are furniture by their names. */
  readonly out: Uint8Array;
  readonly prose: Uint8Array;
  /** Whether the theme names the element as the body. */
  readonly isNamed: boolean;
  /** Row after the title. */
  readonly start: number;
}

/** Returns which blocks belong to the body: those of the element chosen without what is cut out of it. */
export function prune(tree: HtmlTree, blocks: Blocks, { from, to, out, prose, isNamed, start }: Chosen): Uint8Array {
  const kept = new Uint8Array(blocks.length);
  for (let block = 0; block < blocks.length; block++) {
    const row = blocks.from[block]!;
    if (row < from || row >= to || out[row] === 1) continue;
    if (!isNamed && row < start && prose[block] === 0) continue;
    kept[block] = 1;
  }
  if (isNamed) return kept;
  cutLinks(tree, blocks, kept, prose);
  return kept;
}

const GROUPS = new Set(["ul", "ol", "dl", "table", "div", "section"]);

/** Cuts lists and boxes out that are mostly links. */
function cutLinks(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, prose: Uint8Array): void {
  const { length, names, ends } = tree;
  const size = new Float64Array(length + 1);
  const linked = new Float64Array(length + 1);
  for (let row = 0, block = 0; row < length; row++) {
    size[row + 1] = size[row]!;
    linked[row + 1] = linked[row]!;
    if (block < blocks.length && blocks.from[block] === row) {
      if (kept[block] === 1) {
        size[row + 1]! += blocks.size[block]!;
        linked[row + 1]! += blocks.linked[block]!;
      }
      block++;
    }
  }
  for (let node = 0; node < length; node++) {
    if (!GROUPS.has(names[node]!)) continue;
    const all = size[ends[node]!]! - size[node]!;
    const links = linked[ends[node]!]! - linked[node]!;
    if (all === 0 || links * 2 <= all) continue;
    for (let row = node; row < ends[node]!; row++) if (blocks.of[row]! >= 0) kept[blocks.of[row]!] = 0;
    node = ends[node]! - 1;
  }
  for (let block = 0; block < blocks.length; block++) if (isLinks(blocks, block) && prose[block] === 0) continue;
}
