import type { Discussion } from "../../model/discussion.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import { canonicalUrl } from "../html/head.ts";
import { Places } from "../html/places.ts";
import { readThread } from "../html/thread.ts";
import { makeItems } from "../html/threads/item.ts";
import type { HtmlTree } from "../html/tree.ts";
import type { PostRows } from "./all-software.ts";
import { otherPages, threadPage } from "./pages.ts";
import { oneOf } from "./place.ts";
import { plainPosts } from "./plain-posts.ts";
import { quotedPosts } from "./quotes.ts";
import { threadTitle } from "./thread-title.ts";

const isApart = oneOf("cite");

/**
 * Returns the thread on a page of a forum whose software is not known: parts with ids of posts and with what only posts
 * have, each with a name, a date and words. Null where the page is none.
 */
export function readPlainThread(decoded: Decoded, format: string, tree: HtmlTree): Discussion | null {
  const rows = plainPosts(tree);
  if (rows.length === 0) return null;
  const where = threadPage(tree, rows);
  const places = new Places(tree);
  const title = threadTitle(tree, places, [], rows);
  const first = where.page === 1 ? 1 : 0;
  const items = makeItems(
    tree,
    rows.map(({ node, to }) => ({ from: node, to, node, parent: -1 })),
  );
  const posts = readThread(tree, places, items, null, {
    saved: decoded.options.saved,
    isApart: (node) => isApart(tree, node),
    placeOf: (index) => (index < first ? "article" : `c${index + 1 - first}`),
  });
  if (posts.some(({ author, posted, text }) => author === null || posted === null || text === "")) return null;
  const { author, posted, text, links, ruby, notes = [] } = posts[0]!;
  const article = first === 1 ? { author, published: posted, text, links: links ?? [], ruby: ruby ?? [], notes } : NONE;
  const { trace, furniture } = places.settle(decoded.options.trace === true);
  return makeDiscussion(decoded, format, {
    article: { ...article, title, url: canonicalUrl(tree), notes: [...article.notes, ...otherPages(where)] },
    comments: posts.slice(first).map((post, index) => answering(tree, post, rows, index + first, first)),
    trace,
    furniture,
  });
}

const NONE = {
  text: "",
  notes: [{ code: "no-article-text", message: "the first post is not in the source" }],
} as const;

/** A post with the one that it quotes as its parent. */
function answering(
  tree: HtmlTree,
  post: CommentDraft,
  rows: readonly PostRows[],
  index: number,
  first: number,
): CommentDraft {
  const { node, to, id } = rows[index]!;
  const quoted = quotedPosts(tree, node + 1, to, isApart);
  const parent = quoted.map((one) => rows.findIndex((row) => row.id === one)).find((at) => at >= 0 && at !== index);
  return { ...post, sourceId: id, parent: parent === undefined || parent < first ? null : parent - first };
}
