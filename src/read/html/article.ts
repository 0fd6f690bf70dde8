import type { DateValue, Note } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import type { ArticleDraft } from "../discussion.ts";
import { mainContainer, WHOLE_PAGE } from "./extract.ts";
import { articleObject, jsonLdObjects, stringOf } from "./json-ld.ts";
import { isOutsideBody, ownKind } from "./kinds.ts";
import type { Places } from "./places.ts";
import { flatten } from "./text.ts";
import { attribute, findNode, type HtmlTree, hasClass, isSmall, machineDate, plainText } from "./tree.ts";

const TITLE_CLASSES = [
  "entry-title",
  "post-title",
  "p-entry__title",
  "article-title",
  "p-article__title",
  "title-post",
];
const BODY_CLASSES = [
  "entry-content",
  "post_content",
  "post-content",
  "p-entry__body",
  "article-body",
  "p-article__body",
  "entry-body",
];
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

/** Reads the article of a page: what stands outside the rows `[threadFrom, threadTo)` of its comments. */
export function readArticle(tree: HtmlTree, places: Places, threadFrom: number, threadTo: number): ArticleDraft | null {
  const inThread = (node: number): boolean => node >= threadFrom && node < threadTo;
  const find = (test: (node: number) => boolean, from = 0, to = tree.length): number =>
    findNode(tree, from, to, (node) => !inThread(node) && test(node));
  const linked = articleObject(jsonLdObjects(tree)) ?? {};

  const titleNode = findTitle(tree, find);
  const shown = titleNode < 0 ? "" : plainText(tree, titleNode);
  const title =
    shown || (stringOf(linked.headline) ?? stringOf(linked.name) ?? meta(tree, "og:title") ?? headTitle(tree));
  const body = findBody(tree, find, inThread);
  if (title === null || title === "") return null;
  if (titleNode >= 0) places.takeAll(titleNode, "article", "title");

  const notes: Note[] = [];
  const flat =
    body === -1
      ? { text: stringOf(linked.articleBody) ?? "", links: [] }
      : flatten(tree, Math.max(body, 0), body === WHOLE_PAGE ? tree.length : tree.ends[body]!, {
          skip: (node) => node === titleNode || inThread(node) || (node !== body && isMetaOrOutside(tree, node)),
          take: (node) => places.take(node, "article", "body"),
        });
  return {
    title,
    category: readCategory(tree, places, find, linked),
    author: readAuthor(tree, places, find, linked),
    url: canonicalUrl(tree) ?? stringOf(linked.url) ?? stringOf(linked.mainEntityOfPage),
    published: readPublished(tree, places, find, linked, notes),
    text: flat.text,
    links: flat.links,
    notes,
  };
}

type Find = (test: (node: number) => boolean, from?: number, to?: number) => number;

function findTitle(tree: HtmlTree, find: Find): number {
  const heading = (node: number): boolean => isSmall(tree, node) && /^h[1-3]$/.test(tree.names[node]!);
  const named = find(
    (node) => hasAny(tree, node, TITLE_CLASSES) && isSmall(tree, node) && plainText(tree, node) !== "",
  );
  if (named >= 0) return named;
  const byId = find((node) => attribute(tree, node, "id") === "post_title");
  if (byId >= 0) return byId;
  const property = find((node) => heading(node) && attribute(tree, node, "itemprop") === "headline");
  if (property >= 0) return property;
  const article = find((node) => tree.names[node] === "article");
  if (article >= 0) {
    const inside = find((node) => tree.names[node] === "h1", article, tree.ends[article]!);
    if (inside >= 0) return inside;
  }
  const wanted = (meta(tree, "og:title") ?? headTitle(tree) ?? "").trim();
  const alike = find(
    (node) =>
      heading(node) && wanted !== "" && wanted.startsWith(plainText(tree, node)) && plainText(tree, node) !== "",
  );
  return alike >= 0 ? alike : find((node) => tree.names[node] === "h1" && ownKind(tree, node) === null);
}

function findBody(tree: HtmlTree, find: Find, inThread: (node: number) => boolean): number {
  for (const name of BODY_CLASSES) {
    const node = find((at) => hasClass(tree, at, name));
    if (node >= 0) return node;
  }
  const node = find(
    (at) => attribute(tree, at, "id") === "post_content" || attribute(tree, at, "itemprop") === "articleBody",
  );
  return node >= 0 ? node : mainContainer(tree, inThread);
}

/** Title, date, byline and category that stand inside the body's container are read by themselves. */
function isMetaOrOutside(tree: HtmlTree, node: number): boolean {
  if (isOutsideBody(tree, node)) return true;
  if (isDateElement(tree, node) || isBylineElement(tree, node) || isCategoryLink(tree, node)) return true;
  return (
    hasClass(tree, node, "entry-meta") || hasClass(tree, node, "post-meta") || hasClass(tree, node, "comments-area")
  );
}

function isDateElement(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return false;
  if (tree.names[node] === "time")
    return attribute(tree, node, "datetime") !== null && hasAny(tree, node, [...DATE_CLASSES, ...UPDATED_CLASSES]);
  return hasAny(tree, node, DATE_CLASSES);
}

function isBylineElement(tree: HtmlTree, node: number): boolean {
  return attribute(tree, node, "rel") === "author" || hasAny(tree, node, ["byline", "entry-author", "author-name"]);
}

function isCategoryLink(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "a" && /(?:^|\s)category(?:\s|$)/.test(attribute(tree, node, "rel") ?? "");
}

function hasAny(tree: HtmlTree, node: number, names: readonly string[]): boolean {
  return tree.attributes[node]!.class !== undefined && names.some((name) => hasClass(tree, node, name));
}

function readCategory(
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

function readAuthor(
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

function readPublished(
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

function canonicalUrl(tree: HtmlTree): string | null {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) => tree.names[at] === "link" && attribute(tree, at, "rel") === "canonical",
  );
  return (node >= 0 ? attribute(tree, node, "href") : null) ?? meta(tree, "og:url");
}

function meta(tree: HtmlTree, name: string): string | null {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) =>
      tree.names[at] === "meta" && (attribute(tree, at, "property") === name || attribute(tree, at, "name") === name),
  );
  const content = node < 0 ? null : attribute(tree, node, "content");
  return content === null || content.trim() === "" ? null : content.trim();
}

function headTitle(tree: HtmlTree): string | null {
  const node = findNode(tree, 0, tree.length, (at) => tree.names[at] === "title");
  return node < 0 ? null : plainText(tree, node);
}
