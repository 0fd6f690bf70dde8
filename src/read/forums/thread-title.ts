import type { Places } from "../html/places.ts";
import { takeText } from "../html/take.ts";
import { declaredTitle, findTitle } from "../html/title.ts";
import { findNode, type HtmlTree } from "../html/tree.ts";
import type { PostRows } from "./all-software.ts";
import { firstOf, type Place } from "./place.ts";

/** Returns the title of a thread: where its software shows it (`shownAt`), else as that of any page is found outside the posts. */
export function threadTitle(
  tree: HtmlTree,
  places: Places,
  shownAt: readonly Place[],
  rows: readonly PostRows[],
): string {
  const [from, to] = [rows[0]!.node, rows.at(-1)!.to];
  const outside = (test: (node: number) => boolean, first = 0, last = tree.length): number =>
    findNode(tree, first, last, (node) => (node < from || node >= to) && test(node));
  const shown = firstOf(shownAt, tree, 0, from);
  const node = shown >= 0 ? shown : findTitle(tree, outside, null);
  return takeText(tree, places, node, "article", "title") ?? declaredTitle(tree, null) ?? "";
}
