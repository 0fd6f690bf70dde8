import type { Discussion } from "../../model/discussion.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import { readPlainThread } from "../forums/plain-thread.ts";
import { readArticle } from "./article.ts";
import { commentSigns } from "./comment-signs.ts";
import { noArticle } from "./no-article.ts";
import { parseHtml } from "./parse.ts";
import { Places } from "./places.ts";
import { readThread } from "./thread.ts";
import { findItems } from "./threads/find.ts";
import { type Items, makeItems } from "./threads/item.ts";
import { markedItems } from "./threads/marked.ts";
import type { ThreadMarkup } from "./threads/markup.ts";
import { type HtmlTree, hasClass } from "./tree.ts";

/** Reads an HTML page: its comments by the markup of a theme, or by structure where that finds none or none is given. */
export function readHtmlPage(decoded: Decoded, format: string, markup: ThreadMarkup | null): Discussion {
  const tree = parseHtml(decoded.text);
  const { places, items, comments } = readComments(tree, markup, decoded.options.saved);
  const forum = comments.length === 0 ? readPlainThread(decoded, format, tree) : null;
  if (forum !== null) return forum;
  const [from, to] = threadRange(tree, items);
  const article = readArticle(tree, places, from, to);
  if (article === null || (article.text === "" && comments.length === 0)) throw noArticle(decoded, format, tree);
  const { trace, furniture } = places.settle(decoded.options.trace === true);
  const notes = [...(article.notes ?? []), ...commentSigns(tree, items, article.url ?? null)];
  return makeDiscussion(decoded, format, { article: { ...article, notes }, comments, trace, furniture });
}

interface Thread {
  readonly places: Places;
  readonly items: Items;
  readonly comments: readonly CommentDraft[];
}

/** Reads the comments by markup, else by structure; what structure finds without a word in any of its parts is no thread. */
function readComments(tree: HtmlTree, markup: ThreadMarkup | null, saved: string | undefined): Thread {
  const places = new Places(tree);
  const marked = markup === null ? null : markedItems(tree, markup);
  if (marked !== null && marked.list.length > 0)
    return { places, items: marked, comments: readThread(tree, places, marked, markup, { saved }) };
  const items = findItems(tree);
  const comments = readThread(tree, places, items, null, { saved });
  if (comments.length === 0 || comments.some(({ text }) => text !== "")) return { places, items, comments };
  return { places: new Places(tree), items: makeItems(tree, []), comments: [] };
}

/** The rows from the first comment or pingback to the end of the last. */
function threadRange(tree: HtmlTree, { list }: Items): [number, number] {
  let from = list[0]?.from ?? tree.length;
  let to = list.reduce((end, item) => Math.max(end, item.to), list.length > 0 ? 0 : tree.length);
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || !hasClass(tree, node, "pingback")) continue;
    from = Math.min(from, node);
    to = list.length > 0 ? Math.max(to, tree.ends[node]!) : tree.ends[node]!;
    node = tree.ends[node]! - 1;
  }
  return [from, to];
}
