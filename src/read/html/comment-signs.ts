import type { Note } from "../../model/discussion.ts";
import { shownCount } from "./comment-counts.ts";
import { serviceOf } from "./comment-services.ts";
import { forumPosts } from "./forum-posts.ts";
import { isPlain } from "./html-tree.ts";
import { articleObject, jsonLdObjects } from "./json-ld.ts";
import { ownKind } from "./kinds.ts";
import { type Items, isPing } from "./threads/item.ts";
import { senseOf } from "./threads/sense.ts";
import { type HtmlTree, plainText, textOf } from "./tree.ts";

const NOT_READ = "comments-not-read";
/** Parts of a page that speak of other articles. */
const OTHERS: ReadonlySet<string | null> = new Set(["related", "latest", "sidebar", "advertisement"]);

/**
 * Returns the notes of a page that shows signs of more comments than were read: a number, the place of a service that
 * loads them later, items or reply links that were not understood, other pages of comments.
 */
export function commentSigns(tree: HtmlTree, items: Items, url: string | null): Note[] {
  const read = items.list.length;
  const outside = outsideOf(tree, items);
  const notes: Note[] = [];
  const shown = shownCount(tree, { passed: (node) => !outside(node), url });
  const declared = declaredCount(tree);
  const most = Math.max(shown?.count ?? 0, declared ?? 0);
  const seen = look(tree, items, outside);
  const hidden = most > read + items.pings;
  if (hidden) {
    const what =
      most === shown?.count ? `「${shown.words.slice(0, 60)}」 was shown` : `the page declares ${most} comments`;
    notes.push(note(`${what}, ${read} ${read === 1 ? "was" : "were"} read`));
  }
  if (read === 0 && seen.service !== null && shown?.count !== 0) {
    notes.push(
      note(
        `the comments are loaded from ${seen.service} when the page is shown, and are not in this file: save the page after they have appeared, or read an export of ${seen.service}`,
      ),
    );
  } else if (!hidden && seen.unread > 0) {
    notes.push(
      note(
        `${seen.unread} more ${seen.unread === 1 ? "part looks" : "parts look"} like comments; ${read} ${read === 1 ? "was" : "were"} read`,
      ),
    );
  }
  const posts = forumPosts(tree, outside);
  if (posts > 0) {
    notes.push(
      note(`it is a thread of a forum with ${posts} posts, which are not read apart: what is read is their text`),
    );
  }
  if (seen.page !== null) {
    notes.push(note(`more comments are on other pages (${seen.page}): save those too and join them with joinPages`));
  }
  return notes;
}

const note = (message: string): Note => ({ code: NOT_READ, message });

/** Whether elements are neither a comment nor what speaks of other articles. */
function outsideOf(tree: HtmlTree, items: Items): (node: number) => boolean {
  const passed = new Uint8Array(tree.length);
  let end = 0;
  for (const { from, to } of items.list) {
    if (from >= end) passed.fill(1, from, to);
    end = Math.max(end, to);
  }
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || passed[node] === 1 || !isOther(tree, node)) continue;
    passed.fill(1, node, tree.ends[node]!);
    node = tree.ends[node]! - 1;
  }
  return (node) => passed[node] === 0;
}

function isOther(tree: HtmlTree, node: number): boolean {
  const name = tree.names[node];
  if (name === "html" || name === "body") return false;
  if (name === "style" || name === "head") return true;
  if (isPing(tree, node) || senseOf(tree, node).elsewhere) return true;
  return name !== "aside" && tree.attributes.get(node, "role") !== "complementary" && OTHERS.has(ownKind(tree, node));
}

function declaredCount(tree: HtmlTree): number | null {
  const linked = articleObject(jsonLdObjects(tree))?.commentCount;
  if (linked !== undefined && /^\d{1,9}$/.test(String(linked))) return Number(linked);
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || isPlain(tree, node)) continue;
    const itemprop = tree.attributes.get(node, "itemprop");
    const content = tree.attributes.get(node, "content") ?? "";
    if (itemprop === undefined || !/(?:^|\s)(?:interactionCount|commentCount)(?:\s|$)/.test(itemprop)) continue;
    const count = /^(?:UserComments:)?\s?(\d{1,9})/.exec(content)?.[1];
    if (count !== undefined) return Number(count);
  }
  return null;
}

interface Seen {
  readonly service: string | null;
  /** Parts that look like comments, or reply links. */
  readonly unread: number;
  /** A link to another page of comments. */
  readonly page: string | null;
}

const PAGES = /comment-page-\d{1,5}|[?&]cpage=\d{1,5}/;

function look(tree: HtmlTree, items: Items, outside: (node: number) => boolean): Seen {
  let service: string | null = null;
  let page: string | null = null;
  let replies = 0;
  const ids = new Set<string>();
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "") continue;
    if (items.inner.has(node)) {
      node = items.inner.get(node)! - 1;
      continue;
    }
    service ??= serviceOf(tree, node);
    if (isPlain(tree, node) || !outside(node)) continue;
    const href = tree.attributes.get(node, "href") ?? "";
    const id = tree.attributes.get(node, "id") ?? "";
    const classes = tree.attributes.get(node, "class") ?? "";
    if (tree.names[node] === "a") {
      if (/(?:^|\s)comment-reply-link(?:\s|$)|replytocom=/.test(`${classes.slice(0, 300)} ${href.slice(0, 500)}`))
        replies++;
      if (page === null && isTurning(tree, node)) page = PAGES.exec(href.slice(0, 2000))?.[0] ?? null;
    }
    const number = /^(?:li-|div-)?comment-?(\d+)$/.exec(id)?.[1];
    if (number !== undefined && hasWords(tree, node)) ids.add(number);
  }
  return { service, unread: Math.max(replies, ids.size), page };
}

/** Whether a link turns pages: a number, an arrow, 「古いコメント」; a link in an article may lead to another site's comments. */
function isTurning(tree: HtmlTree, link: number): boolean {
  if (tree.ends[link]! - link > 8) return false;
  return /^\W{0,4}(?:\d{1,5}|(?:古い|新しい|過去の|以前の|前の|次の|もっと)\s?(?:コメント|ページ)?.{0,10}|前へ|次へ|(?:older|newer|previous|next|more)(?:\s.{0,20})?|)\W{0,4}$/i.test(
    plainText(tree, link),
  );
}

/** Looks at the first rows only: an empty anchor is no comment. */
function hasWords(tree: HtmlTree, node: number): boolean {
  const end = Math.min(tree.ends[node]!, node + 60);
  for (let at = node + 1; at < end; at++) if (tree.names[at] === "" && textOf(tree, at).trim().length > 1) return true;
  return false;
}
