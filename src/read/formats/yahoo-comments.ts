import type { Note } from "../../model/discussion.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import { makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { headTitle } from "../html/head.ts";
import { parseHtml } from "../html/parse.ts";
import { Places } from "../html/places.ts";
import { findIn, takeText } from "../html/take.ts";
import { attribute, findNode, type HtmlTree, isSmall, plainText } from "../html/tree.ts";
import { type Item, itemsOf, param, readItems } from "../yahoo/items.ts";

const NAME = "yahoo-comments";
/**
 * The format of a saved page of comments of Yahoo!ニュース. Classes are made anew every few weeks; what the site counts
 * clicks by (`data-cl-params`) stays.
 */
export const yahooComments: Format = {
  name: NAME,
  description: "a saved page of comments of Yahoo!ニュース: readers, experts, answers, the three reactions",
  needs: "links with data-cl-params _cl_vmodule:cmt_usr and _cl_link:profnm",
  detect: ({ text }) =>
    /_cl_vmodule:(?:cmt_usr|cmt_pro|cmt_athr|rep);_cl_link:profnm/.test(text)
      ? 0.97
      : /id="comment-main"/.test(text) && /_cl_vmodule:headline/.test(text)
        ? 0.9
        : 0,
  *read(decoded) {
    const tree = parseHtml(decoded.text);
    const places = new Places(tree);
    const items = itemsOf(tree);
    const article = readArticle(decoded, tree, places);
    if (article.title === "" && items.length === 0) throw notAnArticle(decoded, NAME);
    const comments = readItems(decoded, tree, places, items);
    article.notes.push(...missingComments(tree, comments.length - items.filter(isExpert).length));
    const { trace, furniture } = places.settle(decoded.options.trace === true);
    yield makeDiscussion(decoded, NAME, { article, comments, trace, furniture });
  },
};

const isExpert = ({ module }: Item): boolean => module === "cmt_pro" || module === "cmt_athr";

function readArticle(decoded: Decoded, tree: HtmlTree, places: Places) {
  const notes: Note[] = [{ code: "no-article-text", message: "a page of comments does not hold the article's text" }];
  const heading = findNode(
    tree,
    0,
    tree.length,
    (at) => param(tree, at, "_cl_vmodule") === "headline" && param(tree, at, "_cl_link") === "title",
  );
  const outlet = findNode(tree, 0, tree.length, (at) => param(tree, at, "_cl_link") === "cp_name");
  const header = headerOf(tree, heading);
  const time = findIn(tree, header, (at) => tree.names[at] === "time");
  const shown = takeText(tree, places, time, "article", "date");
  return {
    title: takeText(tree, places, heading, "article", "title") ?? titleOfHead(tree),
    author: takeText(tree, places, outlet, "article", "author"),
    url: heading < 0 ? null : attribute(tree, heading, "href"),
    published: readDate(shown, notes, { saved: decoded.options.saved }),
    text: "",
    notes,
  };
}

function titleOfHead(tree: HtmlTree): string {
  return (headTitle(tree) ?? "").replace(/（[^（）]*）のコメント一覧.*$|のコメント一覧.*$/, "").trim();
}

function headerOf(tree: HtmlTree, heading: number): number {
  let at = heading;
  while (at >= 0 && tree.names[at] !== "header") at = tree.parents[at]!;
  return at;
}

/** The page says how many comments there are; experts are not counted among them. */
function missingComments(tree: HtmlTree, read: number): Note[] {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) => tree.names[at] === "p" && isSmall(tree, at) && /^コメント\s*[\d,]+\s*件$/.test(plainText(tree, at)),
  );
  const total = node < 0 ? null : parseCount(/[\d,]+/.exec(plainText(tree, node))![0]);
  if (total === null || total <= read) return [];
  const message = `the page says ${total} comments, ${read} are on it: there are ten a page (?page=2 …); save each and join them`;
  return [{ code: "missing-comments", message }];
}
