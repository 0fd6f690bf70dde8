import { parseCount } from "../count.ts";
import { attribute, type HtmlTree, hasClass, plainText } from "./tree.ts";

/** A vote count found on a page: which reaction, how many (null where hidden). */
export interface Vote {
  readonly name: "up" | "down" | "score";
  readonly count: number | null;
}

/** Rows to look back for the button of a count; more would make a hostile page slow. */
const NEAR = 12;
const WRAPPER =
  /(?:^|\s)(?:(?:wc|wpd)-vote-result|(?:wc|wpd)-vote|comment-likes|comment-like-count|cld-like-dislike-wrap|cld-like-wrap|cld-dislike-wrap|wpulike|wp_ulike_general_class|wp-ulike-\S*|thumbs-rating-container)(?:$|\s)/;

/** Whether an element holds the buttons and counts of a vote plug-in. */
export function isVoteWrapper(tree: HtmlTree, node: number): boolean {
  const classes = tree.attributes.get(node, "class");
  if (classes === undefined) return false;
  return WRAPPER.test(classes) || isThumbs(classes) || plainCount(tree, node, classes) !== null;
}

const LIKES =
  /(?:^|[\s_-])(?:(likes?|upvotes?|iine|good|thumbs?-?up)|(dislikes?|downvotes?|bad|thumbs?-?down))(?:[-_](?:counts?|counter|num|number|total|button|btn))?(?:$|\s)/i;

/** A button or label of a page's own making that holds nothing but a count: 「いいね 3」, "Like (3)", "3". */
function plainCount(tree: HtmlTree, node: number, classes: string): Vote | null {
  if (tree.ends[node]! - node > NEAR || classes.length > 200) return null;
  const found = LIKES.exec(classes);
  if (found === null) return null;
  const count = parseCount(plainText(tree, node));
  return count === null ? null : { name: found[2] === undefined ? "up" : "down", count: absolute(count) };
}

function isThumbs(classes: string): boolean {
  return /(?:^|\s)thumbs-rating-(?:up|down)(?:$|\s)/.test(classes);
}

/**
 * Reads the count that an element carries: Comments Like Dislike, WP ULike (the attribute holds the count, the
 * element may be empty or formatted), Thumbs Rating. Null where it carries none.
 */
export function voteOf(tree: HtmlTree, node: number): Vote | null {
  const classes = tree.attributes.get(node, "class");
  if (classes === undefined) return null;
  if (hasClass(tree, node, "cld-like-count-wrap")) return { name: "up", count: parseCount(plainText(tree, node)) };
  if (hasClass(tree, node, "cld-dislike-count-wrap")) return { name: "down", count: parseCount(plainText(tree, node)) };
  const value = attribute(tree, node, "data-ulike-counter-value");
  if (value !== null) {
    return { name: ulikeDirection(tree, node), count: parseCount(value) ?? parseCount(plainText(tree, node)) };
  }
  const counted = countOf(tree, node, classes) ?? plainCount(tree, node, classes);
  if (counted !== null) return counted;
  if (!isThumbs(classes)) return null;
  const text = plainText(tree, node);
  const number = /[+\-−]?[\d,.]+\s*[KkMm]?\s*$/.exec(text)?.[0] ?? "";
  return { name: classes.includes("thumbs-rating-down") ? "down" : "up", count: absolute(parseCount(number)) };
}

/** wpDiscuz 5 and 7, where one number is likes less dislikes, and the likes of Jetpack. */
function countOf(tree: HtmlTree, node: number, classes: string): Vote | null {
  const discuz = /(?:^|\s)(?:wc|wpd)-vote-result(-like|-dislike)?(?:$|\s)/.exec(classes);
  if (discuz !== null) {
    const split = /vote-result-(dislike|like)(?:$|\s)/.exec(classes)?.[1];
    const count = parseCount(plainText(tree, node));
    if (split === undefined) return { name: "score", count };
    return split === "like" ? { name: "up", count } : { name: "down", count: absolute(count) };
  }
  if (!/(?:^|\s)comment-like(?:-count|-feedback)(?:$|\s)/.test(classes)) return null;
  const text = plainText(tree, node);
  return { name: "up", count: parseCount(text) ?? parseCount(/\d[\d,]{0,9}/.exec(text)?.[0] ?? "") };
}

function absolute(count: number | null): number | null {
  return count === null ? null : Math.abs(count);
}

/** The up-and-down template of WP ULike has a wrapper or a button beside each count that says which it is. */
function ulikeDirection(tree: HtmlTree, node: number): "up" | "down" {
  const parent = tree.parents[node]!;
  if (parent < 0) return "up";
  const own = `${tree.attributes.get(node, "class") ?? ""} ${tree.attributes.get(parent, "class") ?? ""}`;
  if (/down/i.test(own)) return "down";
  for (let at = Math.max(parent + 1, node - NEAR); at < node; at++) {
    if (tree.attributes.get(at, "data-ulike-factor") === "down") return "down";
  }
  return "up";
}
