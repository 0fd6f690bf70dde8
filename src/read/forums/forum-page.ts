import type { Discussion, Note } from "../../model/discussion.ts";
import { dateOrderOf, type ResolveOptions } from "../../text/page-date.ts";
import { type ArticleDraft, type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import { canonicalUrl } from "../html/head.ts";
import { noArticle } from "../html/no-article.ts";
import { parseHtml } from "../html/parse.ts";
import { Places } from "../html/places.ts";
import type { HtmlTree } from "../html/tree.ts";
import { forumSoftware, isOf, type PostRows, postsOf } from "./all-software.ts";
import type { ForumSoftware } from "./forum-software.ts";
import { otherPages, threadPage } from "./pages.ts";
import { firstOf } from "./place.ts";
import { postNumber } from "./post-number.ts";
import { type Post, readPost } from "./read-post.ts";
import { threadTitle } from "./thread-title.ts";
import { readPostWhen } from "./when.ts";

/** Returns the thread of a forum: the first post is the article, the others are the comments on it. */
export function readForumPage(decoded: Decoded, format: string): Discussion {
  const tree = parseHtml(decoded.text);
  const thread = findThread(tree, decoded.text);
  if (thread === null) throw noArticle(decoded, format, tree);
  const { software, rows } = thread;
  const where = threadPage(tree, rows);
  const places = new Places(tree);
  const title = threadTitle(tree, places, software.title, rows);
  const first = where.page === 1 && isFirst(tree, software, rows[0]!) ? 1 : 0;
  const posts = rows.map((row, index) =>
    readPost(tree, places, software, row, index < first ? "article" : `c${index + 1 - first}`),
  );
  const order = dateOrderOf(posts.flatMap(({ when }) => when.texts));
  const known: Known = {
    title,
    ids: new Set(posts.map(({ id }) => id)),
    root: first === 1 ? posts[0]!.id : null,
    dates: { saved: decoded.options.saved, order: order ?? undefined },
  };
  const article = first === 1 ? articleOf(posts[0]!, known) : { text: "", notes: NO_FIRST };
  const { trace, furniture } = places.settle(decoded.options.trace === true);
  return makeDiscussion(decoded, format, {
    article: { ...article, title, url: canonicalUrl(tree), notes: [...(article.notes ?? []), ...otherPages(where)] },
    comments: posts.slice(first).map((post) => commentOf(post, known)),
    trace,
    furniture,
  });
}

const NO_FIRST: readonly Note[] = [{ code: "no-article-text", message: "the first post is not in the source" }];

/** What is known of a thread when one of its posts is turned into a comment. */
interface Known {
  readonly title: string;
  /** The posts in the source. */
  readonly ids: ReadonlySet<string>;
  /** The post that is the article. */
  readonly root: string | null;
  readonly dates: ResolveOptions;
}

function findThread(tree: HtmlTree, source: string): { software: ForumSoftware; rows: PostRows[] } | null {
  for (const software of forumSoftware) {
    if (!isOf(software, source)) continue;
    const rows = postsOf(tree, software);
    if (rows.length > 0) return { software, rows };
  }
  return null;
}

/** Whether a post begins its thread: no number says that others stand before it. */
function isFirst(tree: HtmlTree, { number }: ForumSoftware, { node, to }: PostRows): boolean {
  return (postNumber(tree, firstOf(number, tree, node + 1, to))?.number ?? 1) <= 1;
}

function articleOf(post: Post, { dates }: Known): Omit<ArticleDraft, "title"> {
  const notes: Note[] = [];
  const published = readPostWhen(post.when, dates, notes);
  const { author, text, links, ruby } = post;
  return { author, published, text, links, ruby, notes: [...notes, ...post.notes] };
}

function commentOf(post: Post, { title, ids, root, dates }: Known): CommentDraft {
  const notes: Note[] = [];
  const posted = readPostWhen(post.when, dates, notes);
  const there = post.quoted.filter((id) => ids.has(id) && id !== post.id);
  const parent = there[0] ?? post.quoted[0] ?? null;
  if (there.length > 1) {
    notes.push({ code: "several-parents", message: `quotes ${there.join(", ")}; the first is taken as parent` });
  }
  const { id, author, text, links, ruby, reactions } = post;
  return {
    sourceId: id,
    parentId: parent === root ? null : parent,
    author,
    posted,
    reactions,
    attributes: attributesOf(post, title),
    text,
    links,
    ruby,
    notes: [...notes, ...post.notes],
  };
}

/** The number in the thread, and a subject of the post's own. */
function attributesOf({ number, subject }: Post, title: string): Record<string, string> {
  const own = subject?.replace(/^(?:Re|Aw|返信)\s?[:：]\s*/i, "").trim() ?? "";
  return {
    ...(number === null ? {} : { number: String(number) }),
    ...(own === "" || title.startsWith(own) || own.startsWith(title) ? {} : { 題: own }),
  };
}
