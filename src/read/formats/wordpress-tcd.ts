import type { Format } from "../format.ts";
import { readHtmlPage } from "../html/page.ts";
import type { ThreadMarkup } from "../html/threads/markup.ts";
import { attribute, type HtmlTree, hasClass } from "../html/tree.ts";

const NAME = "wordpress-tcd";

/** The markup of TCD's themes, old (`ul.comment-name-date`) and new (`.c-comment__list-item`). */
const markup: ThreadMarkup = {
  isItem: (tree, node) =>
    tree.names[node] === "li" &&
    (hasClass(tree, node, "c-comment__list-item") ||
      hasClass(tree, node, "comment") ||
      hasClass(tree, node, "admin-comment") ||
      hasClass(tree, node, "guest-comment")),
  isAuthor: (tree, node) =>
    hasClass(tree, node, "comment-name") ||
    hasClass(tree, node, "c-comment__item-name") ||
    (attribute(tree, node, "id") ?? "").startsWith("commentauthor-"),
  isDate: (tree, node) =>
    hasClass(tree, node, "comment-date") || hasClass(tree, node, "c-comment__item-date") || isTime(tree, node),
  isBody: (tree, node) =>
    hasClass(tree, node, "comment-content") ||
    hasClass(tree, node, "c-comment__item-content") ||
    hasClass(tree, node, "c-comment__item-body-content") ||
    (attribute(tree, node, "id") ?? "").startsWith("comment-content-"),
  isShell: (tree, node) => hasClass(tree, node, "c-comment__item-body"),
};

function isTime(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "time";
}

/** The format of a WordPress page of a TCD theme. */
export const wordpressTcd: Format = {
  name: NAME,
  description: "WordPress HTML of TCD themes, old and new, with the vote plug-ins",
  needs: "li.comment with ul.comment-name-date, or li.c-comment__list-item",
  detect: ({ text }) =>
    /\bclass\s*=\s*["'][^"']{0,200}\b(?:comment-name-date|c-comment__list)/i.test(text) ? 0.95 : 0,
  *read(decoded) {
    yield readHtmlPage(decoded, NAME, markup);
  },
};
