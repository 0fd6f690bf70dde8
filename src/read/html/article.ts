import type { Note } from "../../model/discussion.ts";
import type { ArticleDraft } from "../discussion.ts";
import {
  type Find,
  hasAny,
  isBylineElement,
  isCategoryLink,
  isDateElement,
  readAuthor,
  readCategory,
  readPublished,
} from "./byline.ts";
import { findBody } from "./extract.ts";
import { canonicalUrl, headTitle, meta } from "./head.ts";
import { articleObject, jsonLdObjects, stringOf } from "./json-ld.ts";
import { ownKind } from "./kinds.ts";
import type { Places } from "./places.ts";
import { flatten } from "./text.ts";
import { attribute, findNode, type HtmlTree, hasClass, isSmall, plainText } from "./tree.ts";

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
  const body = findBody(tree, {
    title: titleNode,
    words: title ?? "",
    declared: stringOf(linked.articleBody),
    inThread,
    isNamed: (node) => isNamedBody(tree, node),
    isApart: (node) => isApart(tree, node),
  });
  const named = title !== null && title !== "";
  // Text without a title is an article only where it is running text.
  if (!named && (body === null || !body.isProse)) return null;
  if (titleNode >= 0) places.takeAll(titleNode, "article", "title");

  const notes: Note[] = [];
  if (!named) notes.push({ code: "no-title", message: "the page gives its article no title" });
  if (body !== null && body.doubt !== null) notes.push({ code: "body-uncertain", message: body.doubt });
  const flat =
    body === null
      ? { text: stringOf(linked.articleBody) ?? "", links: [], ruby: [] }
      : flatten(tree, body.from, body.to, {
          skip: body.skip,
          hidden: () => false,
          take: (node, reason) => places.take(node, "article", reason),
        });
  return {
    title: title ?? "",
    category: readCategory(tree, places, find, linked),
    author: readAuthor(tree, places, find, linked),
    url: canonicalUrl(tree) ?? stringOf(linked.url) ?? stringOf(linked.mainEntityOfPage),
    published: readPublished(tree, places, find, linked, notes),
    text: flat.text,
    links: flat.links,
    ruby: flat.ruby,
    notes,
  };
}

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

/** Whether an element is the body by the names that themes give it. */
function isNamedBody(tree: HtmlTree, node: number): boolean {
  if (hasAny(tree, node, BODY_CLASSES)) return true;
  return attribute(tree, node, "id") === "post_content" || attribute(tree, node, "itemprop") === "articleBody";
}

/** Title, date, byline and category that stand inside the body's container are read by themselves. */
function isApart(tree: HtmlTree, node: number): boolean {
  if (isDateElement(tree, node) || isBylineElement(tree, node) || isCategoryLink(tree, node)) return true;
  return hasClass(tree, node, "entry-meta") || hasClass(tree, node, "post-meta");
}
