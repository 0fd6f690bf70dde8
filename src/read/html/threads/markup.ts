import type { HtmlTree } from "../tree.ts";

/** How a theme marks up its comments; each function looks at one element. */
export interface ThreadMarkup {
  /** An item of the list of comments. */
  isItem(tree: HtmlTree, node: number): boolean;
  isAuthor(tree: HtmlTree, node: number): boolean;
  isDate(tree: HtmlTree, node: number): boolean;
  /** The words of the comment. */
  isBody(tree: HtmlTree, node: number): boolean;
  /** Where a theme has no element of its own for the words: what holds author, date and words together. */
  isShell?(tree: HtmlTree, node: number): boolean;
}
