import { YoronError } from "../../model/error.ts";
import type { Decoded } from "../format.ts";
import { blocksOf } from "./blocks.ts";
import { headTitle, meta } from "./head.ts";
import { type HtmlTree, plainText } from "./tree.ts";

/** A page with fewer characters outside its links shows no text at all; one with more links than text is a list. */
const EMPTY = 20;

/** Returns the error for an HTML page without an article: what stands on it, and what can help with such a page. */
export function noArticle({ path }: Decoded, format: string, tree: HtmlTree): YoronError {
  const blocks = blocksOf(tree, () => false);
  let text = 0;
  let linked = 0;
  for (let block = 0; block < blocks.length; block++) {
    text += blocks.characters[block]!;
    linked += blocks.linked[block]!;
  }
  const title = meta(tree, "og:title") ?? headTitle(tree) ?? firstHeading(tree);
  const shown = title === null || title === "" ? "no title" : `the title ${JSON.stringify(title.slice(0, 40))}`;
  const scripts = tree.names.includes("script");
  return new YoronError({
    code: "not-an-article",
    what: `${path ?? "the input"} holds no article that ${format} can read; it has ${shown} and, outside links, this many characters of text:`,
    value: text,
    next: adviceFor(text, linked, scripts),
  });
}

function adviceFor(text: number, linked: number, scripts: boolean): string {
  if (text < EMPTY && linked > EMPTY) return "it is mostly links: save the page of one article, not a list of articles";
  if (text < EMPTY && scripts)
    return 'its text comes by script: save it from the browser when it is shown ("web page, complete")';
  if (text < EMPTY) return "the file is nearly empty: save the page again";
  return "what text it has is that of menus, forms or notices: save the article's own page as it is shown to you";
}

function firstHeading(tree: HtmlTree): string | null {
  const node = tree.names.findIndex((name) => /^h[1-3]$/.test(name));
  return node < 0 ? null : plainText(tree, node);
}
