import { type HtmlTree, textOf } from "../html/tree.ts";

/** The number of a post in its thread, and the text node that shows it. */
export interface PostNumber {
  readonly number: number;
  readonly node: number;
}

/** Returns the number that an element shows, alone in a text (`#12`) or behind a word (「返信 #12」); null for none. */
export function postNumber(tree: HtmlTree, area: number): PostNumber | null {
  if (area < 0) return null;
  for (let node = area + 1; node < tree.ends[area]!; node++) {
    if (tree.names[node] !== "") continue;
    const text = textOf(tree, node).trim();
    const found = text.length > 40 ? null : /^#?(\d[\d,]{0,7})$|#(\d[\d,]{0,7})(?!\d)/.exec(text);
    if (found !== null) return { number: Number((found[1] ?? found[2]!).replaceAll(",", "")), node };
  }
  return null;
}
