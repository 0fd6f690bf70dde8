import type { HtmlTree } from "../tree.ts";
import { type Item, type Items, isPing, makeItems } from "./item.ts";
import type { ThreadMarkup } from "./markup.ts";

/** Returns the comments of a theme whose items are known; nesting gives the parents. */
export function markedItems(tree: HtmlTree, markup: ThreadMarkup): Items {
  const list: Item[] = [];
  const open: { end: number; index: number }[] = [];
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "") continue;
    while (open.length > 0 && open.at(-1)!.end <= node) open.pop();
    if (tree.names[node] === "li" && isPing(tree, node)) {
      node = tree.ends[node]! - 1;
      continue;
    }
    if (!markup.isItem(tree, node)) continue;
    const parent = open.at(-1)?.index ?? -1;
    open.push({ end: tree.ends[node]!, index: list.length });
    list.push({ from: node, to: tree.ends[node]!, node, parent });
  }
  return makeItems(tree, list);
}
