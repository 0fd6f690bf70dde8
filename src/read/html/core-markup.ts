import type { ThreadMarkup } from "./threads/markup.ts";
import { type HtmlTree, hasClass } from "./tree.ts";

/** The markup of WordPress's own `Walker_Comment`, HTML5 and older, and of its comment blocks. */
export const coreMarkup: ThreadMarkup = {
  isItem: (tree, node) =>
    (tree.names[node] === "li" || tree.names[node] === "div") &&
    hasClass(tree, node, "comment") &&
    /(?:^|\s)(?:depth-\d+|even|odd)(?:$|\s)/.test(tree.attributes.get(node, "class")!),
  isAuthor: (tree, node) => hasClass(tree, node, "fn") || hasClass(tree, node, "wp-block-comment-author-name"),
  isDate: (tree, node) => tree.names[node] === "time" || (tree.names[node] === "a" && isOldDate(tree, node)),
  isBody: (tree, node) => hasClass(tree, node, "comment-content") || hasClass(tree, node, "wp-block-comment-content"),
  isShell: (tree, node) => hasClass(tree, node, "comment-body"),
};

/** Older themes show the date as the first link of the comment's meta line. */
function isOldDate(tree: HtmlTree, node: number): boolean {
  if (["comment-edit-link", "comment-reply-link"].some((name) => hasClass(tree, node, name))) return false;
  for (let at = tree.parents[node]!, steps = 0; at >= 0 && steps < 3; at = tree.parents[at]!, steps++) {
    if (hasClass(tree, at, "commentmetadata") || hasClass(tree, at, "comment-metadata")) return true;
  }
  return false;
}
