import type { Blocks } from "./blocks.ts";
import { PARAGRAPH } from "./elements.ts";
import { isLinks } from "./prose.ts";
import { Sums } from "./sums.ts";
import type { HtmlTree } from "./tree.ts";

/** What the sums of a page's blocks are made of. */
export interface Scores {
  /** Running text for an element, links against it. */
  readonly score: Sums;
  /** Running text alone. */
  readonly prose: Sums;
}

const DOMINANT = 0.55;
const ALIKE = 0.12;
const LINES = new Set([
  ...PARAGRAPH,
  "li",
  "dt",
  "dd",
  "figcaption",
  "caption",
  "a",
  "span",
  "b",
  "strong",
  "em",
  "font",
]);

/** Elements whose children are rows or items of one thing. */
const ROWS = new Set(["table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl"]);

/** Returns the element with the best score, the innermost of equals; -1 stands for the page as a whole. */
export function bestContainer(tree: HtmlTree, out: Uint8Array, { score }: Scores): number {
  let best = -1;
  let most = score.of(0, tree.length);
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || out[node] === 1) continue;
    const own = score.of(node, tree.ends[node]!);
    if (own > 0 && own >= most) [best, most] = [node, own];
  }
  // A paragraph is no container, and what stands beside it may be short.
  while (best >= 0 && LINES.has(tree.names[best]!)) best = tree.parents[best]!;
  return best;
}

/**
 * Goes down from an element to the child that holds the body where the rest is another matter: feeds, the next
 * article, teasers stand in boxes of their own beside it. A rest in paragraphs of the element's own, in boxes of the
 * same kind as the child, or in boxes without headline and link, is the same matter, and the way ends there.
 */
export function narrow(tree: HtmlTree, from: number, scores: Scores, blocks: Blocks): number {
  let node = narrowest(tree, from, scores, blocks);
  // A table or list is a part of a text; what stands beside it belongs to the text, too.
  while (node > from && ROWS.has(tree.names[node]!)) node = tree.parents[node]!;
  return node;
}

function narrowest(tree: HtmlTree, from: number, { prose }: Scores, blocks: Blocks): number {
  const headlines = new Sums(blocks, (block) =>
    Number(isLinks(blocks, block) || /^h[1-6]$/.test(tree.names[blocks.owner[block]!] ?? "")),
  );
  let node = from;
  for (;;) {
    const start = node < 0 ? 0 : node + 1;
    const end = node < 0 ? tree.length : tree.ends[node]!;
    const all = prose.of(start, end);
    let child = -1;
    let most = 0;
    for (let at = start; at < end; at = tree.ends[at]!) {
      const own = tree.names[at] === "" ? 0 : prose.of(at, tree.ends[at]!);
      if (own > most) [child, most] = [at, own];
    }
    if (child < 0 || most < DOMINANT * all || LINES.has(tree.names[child]!)) return node;
    const kind = child;
    const isSame = (at: number): boolean =>
      LINES.has(tree.names[at]!) || tree.names[at] === "" || isAlike(tree, at, kind);
    let alike = 0;
    for (let at = start; at < end; at = tree.ends[at]!) {
      if (at === child) continue;
      const own = prose.of(at, tree.ends[at]!);
      if (own > 0 && (isSame(at) || headlines.of(at, tree.ends[at]!) === 0)) alike += own;
    }
    if (alike > ALIKE * most) return node;
    node = child;
  }
}

/** Whether two elements are parts of the same kind: rows of a table where they have as many cells. */
function isAlike(tree: HtmlTree, a: number, b: number): boolean {
  if (tree.names[a] !== tree.names[b] || tree.attributes.get(a, "class") !== tree.attributes.get(b, "class"))
    return false;
  return tree.names[a] !== "tr" || cellsOf(tree, a) === cellsOf(tree, b);
}

function cellsOf(tree: HtmlTree, row: number): number {
  let cells = 0;
  for (let at = row + 1; at < tree.ends[row]!; at = tree.ends[at]!) if (tree.names[at] !== "") cells++;
  return cells;
}
