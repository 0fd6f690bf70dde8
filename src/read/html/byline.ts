import { meta } from "./head.ts";
import { stringOf } from "./json-ld.ts";
import type { Places } from "./places.ts";
import { attribute, type HtmlTree, hasClass, isSmall, plainText } from "./tree.ts";

/** Returns the first element outside the comments for which a test holds; -1 if none. */
export type Find = (test: (node: number) => boolean, from?: number, to?: number) => number;

const DATE_CLASSES = [
  "entry-date",
  "published",
  "post-date",
  "entry-meta-date",
  "p-entry__date",
  "date",
  "posted-on",
  "post_date",
];
export const UPDATED_CLASSES = ["updated", "modified", "update"];

/** Whether an element shows when the article was published or changed. */
export function isDateElement(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return false;
  if (tree.names[node] === "time")
    return attribute(tree, node, "datetime") !== null && hasAny(tree, node, [...DATE_CLASSES, ...UPDATED_CLASSES]);
  return hasAny(tree, node, DATE_CLASSES);
}

/** Whether an element names the article's author. */
export function isBylineElement(tree: HtmlTree, node: number): boolean {
  return attribute(tree, node, "rel") === "author" || hasAny(tree, node, ["byline", "entry-author", "author-name"]);
}

/** Whether an element is a link to the article's category. */
export function isCategoryLink(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "a" && /(?:^|\s)category(?:\s|$)/.test(attribute(tree, node, "rel") ?? "");
}

/** Whether an element carries one of several classes. */
export function hasAny(tree: HtmlTree, node: number, names: readonly string[]): boolean {
  return tree.attributes.get(node, "class") !== undefined && names.some((name) => hasClass(tree, node, name));
}

/** Reads the category: a link that says so, else a label, else what the head declares. */
export function readCategory(
  tree: HtmlTree,
  places: Places,
  find: Find,
  linked: Readonly<Record<string, unknown>>,
): string | null {
  const link = find((node) => isCategoryLink(tree, node));
  const node =
    link >= 0
      ? link
      : find(
          (at) =>
            tree.names[at] === "a" &&
            parentHasAny(tree, at, ["category", "post-category", "p-entry__category", "entry-category", "cat-link"]),
        );
  const plain =
    node >= 0
      ? node
      : find((at) => tree.names[at] !== "body" && hasAny(tree, at, ["cat-label", "category", "cat-link"]));
  if (plain >= 0 && plainText(tree, plain) !== "" && plainText(tree, plain).length <= 40) {
    places.takeAll(plain, "article", "category");
    return plainText(tree, plain);
  }
  return stringOf(linked.articleSection) ?? meta(tree, "article:section");
}

/** Whether the parent of an element carries one of several classes. */
export function parentHasAny(tree: HtmlTree, node: number, names: readonly string[]): boolean {
  const parent = tree.parents[node]!;
  return parent >= 0 && hasAny(tree, parent, names);
}
