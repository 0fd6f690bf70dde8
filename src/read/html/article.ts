import type { Note } from "../../model/discussion.ts";
import type { ArticleDraft } from "../discussion.ts";
import { readAuthor } from "./author.ts";
import { hasAny, isBylineElement, isCategoryLink, isDateElement, readCategory } from "./byline.ts";
import { type Body, findBody } from "./extract.ts";
import { flattenFragment } from "./fragment.ts";
import { canonicalUrl } from "./head.ts";
import { isPlain } from "./html-tree.ts";
import { articleObject, jsonLdObjects, namesOf, stringOf } from "./json-ld.ts";
import type { Places } from "./places.ts";
import { languageOf, readPublished, shownDate } from "./published.ts";
import { type FlatText, flatten } from "./text.ts";
import { declaredTitle, findTitle } from "./title.ts";
import { attribute, type HtmlTree, hasClass, plainText } from "./tree.ts";

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
  const telling = tellingRows(tree, inThread);
  const find = (test: (node: number) => boolean, from = 0, to = tree.length): number =>
    telling.find((node) => node >= from && node < to && test(node)) ?? -1;
  const objects = jsonLdObjects(tree);
  const linked = articleObject(objects) ?? {};

  const headline = stringOf(linked.headline) ?? stringOf(linked.name);
  const titleNode = findTitle(tree, find, headline);
  const shown = titleNode < 0 ? "" : plainText(tree, titleNode);
  const title = shown || declaredTitle(tree, headline);
  const language = languageOf(tree);
  const declared = stringOf(linked.articleBody);
  const body = findBody(tree, {
    title: titleNode,
    words: title ?? "",
    declared,
    inThread,
    isNamed: (node) => isNamedBody(tree, node),
    isDate: (line) => shownDate(line, language) !== null,
    isApart: (node) => isApart(tree, node),
  });
  const named = title !== null && title !== "";
  // Text without a title is an article only where it is running text.
  if (!named && (body === null || !body.isProse)) return null;
  if (titleNode >= 0) places.takeAll(titleNode, "article", "title");

  const notes: Note[] = [];
  if (!named) notes.push({ code: "no-title", message: "the page gives its article no title" });
  const flat = readWords(tree, places, { body, declared }, notes);
  return {
    title: title ?? "",
    category: readCategory(tree, places, find, linked),
    author: readAuthor(tree, places, find, namesOf(linked.author, objects), Math.max(titleNode, 0)),
    url: canonicalUrl(tree) ?? stringOf(linked.url) ?? stringOf(linked.mainEntityOfPage),
    published: readPublished(tree, places, find, { linked, title: titleNode }, notes),
    text: flat.text,
    links: flat.links,
    ruby: flat.ruby,
    notes,
  };
}

/** The words of the body; where the page shows no running text of it, what it declares. */
function readWords(
  tree: HtmlTree,
  places: Places,
  { body, declared }: { readonly body: Body | null; readonly declared: string | null },
  notes: Note[],
): FlatText {
  if (body !== null && (body.isProse || declared === null)) {
    if (body.doubt !== null) notes.push({ code: "body-uncertain", message: body.doubt });
    return flatten(tree, body.from, body.to, {
      skip: body.skip,
      hidden: () => false,
      take: (node, reason) => places.take(node, "article", reason),
    });
  }
  const flat = flattenFragment(declared ?? "");
  if (flat.text !== "") {
    const message = "the page shows no text of the article; it is what the page declares for machines (JSON-LD)";
    notes.push({ code: "declared-body", message });
  }
  return flat;
}

/** Elements that say nothing by their name alone. */
const MUTE = new Set(["p", "div", "span", "br", "b", "strong", "i", "em", "font", "li", "ul", "ol", "tr", "td", "a"]);

/** Returns the rows outside the comments that name, class or any attribute can tell apart. */
function tellingRows({ length, names, attributes }: HtmlTree, inThread: (node: number) => boolean): number[] {
  const rows: number[] = [];
  for (let node = 0; node < length; node++) {
    const name = names[node]!;
    if (name === "" || inThread(node) || (attributes.isEmpty(node) && MUTE.has(name))) continue;
    rows.push(node);
  }
  return rows;
}

/** Whether an element is the body by the names that themes give it. */
function isNamedBody(tree: HtmlTree, node: number): boolean {
  if (isPlain(tree, node)) return false;
  if (hasAny(tree, node, BODY_CLASSES)) return true;
  return attribute(tree, node, "id") === "post_content" || attribute(tree, node, "itemprop") === "articleBody";
}

/** Title, date, byline and category that stand inside the body's container are read by themselves. */
function isApart(tree: HtmlTree, node: number): boolean {
  if (isPlain(tree, node)) return false;
  if (isDateElement(tree, node) || isBylineElement(tree, node) || isCategoryLink(tree, node)) return true;
  return hasClass(tree, node, "entry-meta") || hasClass(tree, node, "post-meta");
}
