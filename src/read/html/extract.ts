import { isOutsideBody } from "./kinds.ts";
import { type HtmlTree, textOf } from "./tree.ts";

const SHORTEST = 15;
const CONTAINERS = new Set(["div", "article", "section", "main", "td", "body", "html"]);
/** Stands for the page as a whole, where paragraphs lie in no element. */
export const WHOLE_PAGE = -2;

/**
 * Finds the element that holds an article's paragraphs on a page of no known theme: its row, {@link WHOLE_PAGE},
 * or -1 where there is none.
 *
 * Each paragraph gives its length without links to its container, and half of it to the next one out; the container
 * with most is the article (the idea of Readability, in one pass over the rows).
 */
export function mainContainer(tree: HtmlTree, inThread: (node: number) => boolean): number {
  const { names, parents, ends, length } = tree;
  const scores = new Float64Array(length);
  let loose = 0;
  for (let node = 0; node < length; node++) {
    if (names[node] === "") continue;
    if (
      inThread(node) ||
      names[node] === "script" ||
      names[node] === "style" ||
      (names[node] !== "body" && isOutsideBody(tree, node))
    ) {
      node = ends[node]! - 1;
      continue;
    }
    if (names[node] !== "p") continue;
    const weight = wordsOf(tree, node);
    let outer = parents[node]!;
    if (outer < 0) loose += weight;
    for (let share = 1, steps = 0; outer >= 0 && share > 0.2 && steps < 8; outer = parents[outer]!, steps++) {
      if (!CONTAINERS.has(names[outer]!)) continue;
      scores[outer]! += weight * share;
      share /= 2;
    }
    node = ends[node]! - 1;
  }
  let best = loose > SHORTEST ? WHOLE_PAGE : -1;
  let score = Math.max(SHORTEST, loose);
  for (let node = 0; node < length; node++) {
    if (scores[node]! > score) [best, score] = [node, scores[node]!];
  }
  return best;
}

function wordsOf(tree: HtmlTree, paragraph: number): number {
  let words = 0;
  for (let node = paragraph + 1; node < tree.ends[paragraph]!; node++) {
    if (tree.names[node] === "a" || tree.names[node] === "script") node = tree.ends[node]! - 1;
    else if (tree.names[node] === "") words += textOf(tree, node).trim().length;
  }
  return words;
}
