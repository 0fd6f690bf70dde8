import { type HtmlTree, hasClass } from "../tree.ts";

/** The rows `[from, to)` of a page. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** One comment on a page: the rows that hold it and the replies to it. */
export interface Item extends RowRange {
  /** The element that carries its id. */
  readonly node: number;
  /** Index of the comment that it answers, or -1. */
  readonly parent: number;
}

/** The comments of a page in page order, and for every row which of them it belongs to. */
export interface Items {
  readonly list: readonly Item[];
  /** Row after a range that is not the outer comment's: a reply, a pingback; by its first row. */
  readonly inner: ReadonlyMap<number, number>;
  /** Pingbacks and trackbacks seen among the comments. */
  readonly pings: number;
}

/** Whether an element is a pingback or trackback in a list of comments. */
export function isPing(tree: HtmlTree, node: number): boolean {
  return hasClass(tree, node, "pingback") || hasClass(tree, node, "trackback");
}

/** Goes through the rows of a range that are a comment's own: not those of replies and pingbacks in it. */
export function* ownRows({ inner }: Items, { from, to }: RowRange): Generator<number, void, undefined> {
  for (let node = from; node < to; node++) {
    const end = node === from ? undefined : inner.get(node);
    if (end !== undefined) node = end - 1;
    else yield node;
  }
}

/** Brings items with their ranges into page order and finds the pingbacks in and between them. */
export function makeItems(tree: HtmlTree, list: readonly Item[]): Items {
  const inner = new Map<number, number>();
  for (const { from, to } of list) inner.set(from, to);
  let pings = 0;
  const first = list[0]?.from ?? tree.length;
  const last = list.reduce((end, { to }) => Math.max(end, to), 0);
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || !isPing(tree, node) || inner.has(node)) continue;
    if (node >= first && node < last) inner.set(node, tree.ends[node]!);
    pings++;
    node = tree.ends[node]! - 1;
  }
  return { list, inner, pings };
}
