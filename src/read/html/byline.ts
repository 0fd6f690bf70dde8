import type { DateValue, Note } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { meta } from "./head.ts";
import { stringOf } from "./json-ld.ts";
import type { Places } from "./places.ts";
import { attribute, type HtmlTree, hasClass, isSmall, machineDate, plainText } from "./tree.ts";

/** Finds the first element outside the comments for which a test holds; -1 if none. */
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
const UPDATED_CLASSES = ["updated", "modified", "update"];

/** Tells whether an element shows when the article was published or changed. */
export function isDateElement(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return false;
  if (tree.names[node] === "time")
    return attribute(tree, node, "datetime") !== null && hasAny(tree, node, [...DATE_CLASSES, ...UPDATED_CLASSES]);
  return hasAny(tree, node, DATE_CLASSES);
}

/** Tells whether an element names the article's author. */
export function isBylineElement(tree: HtmlTree, node: number): boolean {
  return attribute(tree, node, "rel") === "author" || hasAny(tree, node, ["byline", "entry-author", "author-name"]);
}

/** Tells whether an element is a link to the article's category. */
export function isCategoryLink(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "a" && /(?:^|\s)category(?:\s|$)/.test(attribute(tree, node, "rel") ?? "");
}

/** Tells whether an element carries one of several classes. */
export function hasAny(tree: HtmlTree, node: number, names: readonly string[]): boolean {
  return tree.attributes[node]!.class !== undefined && names.some((name) => hasClass(tree, node, name));
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

function parentHasAny(tree: HtmlTree, node: number, names: readonly string[]): boolean {
  const parent = tree.parents[node]!;
  return parent >= 0 && hasAny(tree, parent, names);
}

/** Reads the author: a byline, else what the head declares. */
export function readAuthor(
  tree: HtmlTree,
  places: Places,
  find: Find,
  linked: Readonly<Record<string, unknown>>,
): string | null {
  const node = find(
    (at) =>
      attribute(tree, at, "rel") === "author" ||
      hasAny(tree, at, ["author-name", "entry-author"]) ||
      (hasClass(tree, at, "fn") && parentHasAny(tree, at, ["author", "vcard"])),
  );
  if (node >= 0 && plainText(tree, node) !== "") {
    places.takeAll(node, "article", "author");
    return plainText(tree, node);
  }
  return stringOf(linked.author) ?? meta(tree, "author");
}

/** Reads the date of publication: declared in the head or JSON-LD, else shown. */
export function readPublished(
  tree: HtmlTree,
  places: Places,
  find: Find,
  linked: Readonly<Record<string, unknown>>,
  notes: Note[],
): DateValue | null {
  const node = find((at) => isDateElement(tree, at) && !hasAny(tree, at, UPDATED_CLASSES) && dateIn(tree, at) !== null);
  if (node >= 0) places.takeAll(node, "article", "date");
  const updated = find(
    (at) => isDateElement(tree, at) && hasAny(tree, at, UPDATED_CLASSES) && dateIn(tree, at) !== null,
  );
  if (updated >= 0) places.takeAll(updated, "article", "date");
  const declared = meta(tree, "article:published_time") ?? stringOf(linked.datePublished);
  if (declared !== null) {
    const value = parsePageDate(declared);
    if (value !== null && value !== "invalid") return value;
    notes.push({ code: "invalid-date", message: `cannot read the date ${declared.slice(0, 60)}` });
  }
  if (node >= 0) return dateIn(tree, node);
  const bare = find(
    (at) =>
      tree.names[at] === "time" &&
      isSmall(tree, at) &&
      attribute(tree, at, "datetime") !== null &&
      dateIn(tree, at) !== null,
  );
  return bare >= 0 ? dateIn(tree, bare) : null;
}

function dateIn(tree: HtmlTree, node: number): DateValue | null {
  const machine = machineDate(tree, node);
  const value =
    parsePageDate(machine ?? "") ??
    parsePageDate(plainText(tree, node).replace(/^(?:投稿日|公開日|掲載日|更新日)\s*[:：]?/, ""));
  return value === "invalid" ? null : value;
}
