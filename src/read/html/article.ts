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
import { mainContainer, WHOLE_PAGE } from "./extract.ts";
import { canonicalUrl, headTitle, meta } from "./head.ts";
import { articleObject, jsonLdObjects, stringOf } from "./json-ld.ts";
import { isOutsideBody, ownKind } from "./kinds.ts";
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
