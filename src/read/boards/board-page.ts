import type { Discussion, Note, Reactions } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Decoded } from "../format.ts";
import { canonicalUrl, headTitle } from "../html/head.ts";
import { parseHtml } from "../html/parse.ts";
import { Places } from "../html/places.ts";
import { takeText } from "../html/take.ts";
import { type FlatText, flatten } from "../html/text.ts";
import { attribute, findNode, type HtmlTree } from "../html/tree.ts";
import { answeredPost } from "./anchors.ts";
import { isRemoved, postedWhen, REMOVED_NOTE, shownName, THREAD_NOTES } from "./post.ts";
import { isThreadList } from "./thread-list.ts";

/** Where the parts of one post stand on a board's page; -1 for what is not there. */
export interface PostNodes {
  readonly number: string;
  readonly author: number;
  /** What shows date, time and the day's id. */
  readonly when: number;
  readonly body: number;
  readonly votes: number;
  /** Where the post ends, if before its words do: at the next one on a broken page. */
  readonly end?: number;
  /** Other text of the post's head: its number, buttons. */
  readonly head?: readonly number[];
  /** The name, where author and date stand in one element. */
  readonly name?: string | null;
  /** The date with the id, where author and date stand in one element. */
  readonly dated?: string;
  /** Whether a picture or film goes with it. */
  readonly media?: boolean;
  readonly reactions?: Reactions;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Returns the discussion of a page of a board, whose posts stand where `postsOf` finds them. */
export function readBoardPage(
  decoded: Decoded,
  format: string,
  postsOf: (tree: HtmlTree) => readonly PostNodes[],
): Discussion {
  const tree = parseHtml(decoded.text);
  const posts = postsOf(tree);
  if (posts.length === 0) throw noThread(decoded, format);
  const places = new Places(tree);
  const heading = findNode(
    tree,
    0,
    tree.length,
    (node) => attribute(tree, node, "id") === "threadtitle" || tree.names[node] === "h1",
  );
  const title = takeText(tree, places, heading, "article", "title") ?? headTitle(tree) ?? "";
  const quoted = new QuotedLines();
  const numbers = new Map<string, number>();
  const comments = posts.map((post, index) => {
    const comment = readPost(tree, places, post, index);
    const { text, notes = [] } = comment;
    const answered = answeredPost(text, (number) => numbers.has(String(number)), notes);
    const parent = answered === null ? (quoted.answered(text, numbers) ?? null) : numbers.get(String(answered))!;
    quoted.add(text, index);
    numbers.set(post.number, index);
    return { ...comment, parent };
  });
  const { trace, furniture } = places.settle(decoded.options.trace === true);
  const article = { title, url: canonicalUrl(tree), text: "", notes: [...THREAD_NOTES] };
  return makeDiscussion(decoded, format, { article, comments, trace, furniture });
}

/** The error for a page without posts: a list of threads is what people save instead. */
function noThread(decoded: Decoded, format: string): YoronError {
  if (!isThreadList(decoded)) return notAnArticle(decoded, format);
  return new YoronError({
    code: "not-an-article",
    what: `${decoded.path ?? "the input"} is a list of threads, not a thread`,
    next: "open one of its threads and save that page",
  });
}

function readPost(tree: HtmlTree, places: Places, post: PostNodes, index: number): CommentDraft {
  const place = `c${index + 1}`;
  const notes: Note[] = [];
  const author = takeText(tree, places, post.author, place, "author");
  const when = takeText(tree, places, post.when, place, "date") ?? "";
  takeText(tree, places, post.votes, place, "votes");
  for (const node of post.head ?? []) takeText(tree, places, node, place, "number");
  const { text, links, ruby } = wordsOf(tree, places, post, place);
  const name = shownName((post.name === undefined ? author : post.name) ?? "");
  const own = {
    sourceId: post.number === "" ? null : post.number,
    reactions: post.reactions ?? { up: null },
    ...(post.attributes === undefined ? {} : { attributes: post.attributes }),
    notes,
  };
  if (isRemoved(text, name ?? "")) {
    notes.push(REMOVED_NOTE);
    return { ...own, author: null, posted: null, text: "", ruby: [], links: [] };
  }
  if (text === "" && post.media === true) notes.push({ code: "media", message: "it is a picture without words" });
  const others = links.filter(({ url }) => !POST_PAGE.test(url));
  return { ...own, author: name, posted: postedWhen(post.dated ?? when, notes), text, ruby, links: others };
}

/** A page of the board's own, to which it links the posts that somebody answers. */
const POST_PAGE = /(?:^\.\.\/|\/)(?:test|bbs)\/read(?:_archive)?\.cgi/;

function wordsOf(tree: HtmlTree, places: Places, { body, end = tree.length }: PostNodes, place: string): FlatText {
  if (body < 0) return { text: "", links: [], ruby: [] };
  return flatten(tree, body + 1, Math.min(tree.ends[body]!, end), {
    take: (node, reason) => places.takeWords(node, place, reason),
  });
}

/**
 * The lines of posts, by which the post is found whose line another takes up behind `>`: boards without anchors are
 * answered so.
 */
class QuotedLines {
  readonly #lines = new Map<string, number>();

  add(text: string, index: number): void {
    for (const line of text.split("\n")) if (line.trim() !== "") this.#lines.set(line.trim(), index);
  }

  answered(text: string, numbers: ReadonlyMap<string, number>): number | undefined {
    for (const line of text.split("\n")) {
      const quote = /^[>＞](?![>＞])\s?(.+)$/.exec(line.trim())?.[1];
      if (quote === undefined) continue;
      const number = /^(?:No\.\s?)?(\d{5,})$/.exec(quote.trim())?.[1];
      const found = this.#lines.get(quote.trim()) ?? (number === undefined ? undefined : numbers.get(number));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
