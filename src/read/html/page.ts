import type { Discussion } from "../../model/discussion.ts";
import { makeDiscussion } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import { readArticle } from "./article.ts";
import { noArticle } from "./no-article.ts";
import { parseHtml } from "./parse.ts";
import { Places } from "./places.ts";
import { readThread, type ThreadMarkup } from "./thread.ts";
import { type HtmlTree, hasClass } from "./tree.ts";

/** Reads an HTML page whose comments are marked up in one way. */
export function readHtmlPage(decoded: Decoded, format: string, markup: ThreadMarkup): Discussion {
  const tree = parseHtml(decoded.text);
  const places = new Places(tree);
  const comments = readThread(tree, places, markup);
  const [from, to] = threadRange(tree, markup);
  const article = readArticle(tree, places, from, to);
  if (article === null || (article.text === "" && comments.length === 0)) throw noArticle(decoded, format, tree);
  const { trace, furniture } = places.settle(decoded.options.trace === true);
  return makeDiscussion(decoded, format, { article, comments, trace, furniture });
}

/** The rows from the first item of the thread to the end of the last. */
function threadRange(tree: HtmlTree, markup: ThreadMarkup): [number, number] {
  let from = tree.length;
  let to = tree.length;
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "") continue;
    if (!markup.isItem(tree, node) && !hasClass(tree, node, "pingback")) continue;
    from = Math.min(from, node);
    to = tree.ends[node]!;
    node = to - 1;
  }
  return [from, to];
}
