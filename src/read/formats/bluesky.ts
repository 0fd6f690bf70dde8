import type { Attributes, Note } from "../../model/discussion.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { byteLinks } from "../shapes/byte-links.ts";
import { conversationOf, type Post } from "../shapes/conversation.ts";
import type { CommentShape, Left, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { objectsAt, textAt, valueAt } from "../shapes/where.ts";
import { mediaNote } from "../shapes/words.ts";

const post = {
  author: ["post.author.displayName", "post.author.handle"],
  date: ["post.record.createdAt", "post.indexedAt"],
  words: "post.record.text",
  links: (one: JsonObject, text: string) => byteLinks(text, objectsAt(one, "post.record.facets")),
  notes: notesOf,
} as const;

const comment: CommentShape = {
  ...post,
  id: (one) => keyOf(valueAt(one, "post.uri")),
  parent: parentOf,
  votes: { up: "post.likeCount", reposts: "post.repostCount", quotes: "post.quoteCount" },
  moreAttributes: quotedIn,
  left: unseen,
};

/** The format of a thread of Bluesky, or a list of posts. */
export const bluesky = shapedFormat({
  name: "bluesky",
  description: "Bluesky getPostThread (also v2), or a list of posts; likes are up",
  needs: "JSON with thread.post.record, or posts[] or feed[] with record and uri",
  sure: 0.95,
  posts: itemsIn,
  isPost: (item) => isItem(item) || isHidden(item),
  threads,
  article: { ...post, url: addressOf, notes: articleNotes },
  comment,
});

function isItem(item: JsonObject): boolean {
  return isObject(valueAt(item, "post.record")) && /^at:\/\//.test(textAt(item, "post.uri") ?? "");
}

/** A place in a thread whose post is not shown: the type says why. */
function isHidden(item: JsonObject): boolean {
  return /^app\.bsky\..*#(?:notFoundPost|blockedPost|threadItem(?:NotFound|Blocked|NoUnauthenticated))$/.test(
    textAt(item, "$type") ?? "",
  );
}

/** Every post of an answer as `{ post }`, those in a thread laid out from its top. */
function itemsIn(record: JsonObject): JsonObject[] {
  const { thread } = record;
  if (Array.isArray(thread)) return objectsOf(thread).map((one) => (isObject(one.value) ? one.value : one));
  if (isObject(thread)) return unfold(thread);
  if (isItem(record)) return unfold(record);
  const posts = objectsOf(record.posts).map((one) => ({ post: one }));
  if (posts.length > 0) return posts;
  if (isItem({ post: record })) return [{ post: record }];
  return objectsOf(record.feed);
}

/** What a post answers stands before it, the topmost first; its own answers follow. */
function unfold(thread: JsonObject): JsonObject[] {
  const above: JsonObject[] = [];
  for (let at = thread.parent; isObject(at); at = at.parent) above.push(at);
  const found = above.reverse();
  const waiting = [thread];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    found.push(one);
    const replies = objectsOf(one.replies);
    for (let i = replies.length - 1; i >= 0; i--) waiting.push(replies[i]!);
  }
  return found;
}

function* threads(records: readonly JsonObject[], items: readonly JsonObject[]): Iterable<Thread> {
  const posts = items
    .filter((one) => unseen(one) === null)
    .map((object): Post => {
      return { id: keyOf(valueAt(object, "post.uri")) ?? "", parent: parentOf(object), object };
    });
  const [record] = records;
  const first = records.length === 1 && record?.thread !== undefined ? (posts[0]?.id ?? null) : null;
  yield conversationOf(posts, { first, aside: items.filter((one) => unseen(one) !== null) });
}

/** The last part of a post's address is its own; what stands before it is its writer's. */
function keyOf(uri: unknown): string | null {
  const text = textOrNull(uri);
  return text === null ? null : text.slice(text.lastIndexOf("/") + 1);
}

function parentOf(item: JsonObject): string | null {
  return keyOf(valueAt(item, ["post.record.reply.parent.uri"]));
}

function unseen(item: JsonObject): Left | null {
  if (isObject(item.reason)) return { code: "reposts", what: "reposts" };
  return isItem(item)
    ? null
    : { code: "deleted-comments", what: "posts that are deleted, blocked or only for members" };
}

function addressOf(item: JsonObject): string | null {
  const handle = textAt(item, "post.author.handle");
  const key = keyOf(valueAt(item, "post.uri"));
  return handle === null || key === null ? null : `https://bsky.app/profile/${handle}/post/${key}`;
}

function quotedIn(item: JsonObject): Attributes {
  const quoted = keyOf(valueAt(item, ["post.record.embed.record.record.uri", "post.record.embed.record.uri"]));
  return quoted === null ? {} : { quotes: quoted };
}

/** What is missing below the article are comments. */
function articleNotes(item: JsonObject): Note[] {
  const { quotes } = quotedIn(item);
  const quoting = quotes === undefined ? [] : [{ code: "quotes", message: `the first post quotes ${quotes}` }];
  const notes = notesOf(item).map((note) =>
    note.code === "missing-replies"
      ? { code: "missing-comments", message: note.message.replace("replies", "comments") }
      : note,
  );
  return [...notes, ...quoting];
}

function notesOf(item: JsonObject): Note[] {
  const replies = missingReplies(item);
  const embed = valueAt(item, ["post.embed.media", "post.embed", "post.record.embed.media", "post.record.embed"]);
  if (!isObject(embed)) return replies;
  const pictures = objectsOf(embed.images).length + (textOrNull(embed.playlist) === null ? 0 : 1);
  const card = textAt(embed, "external.title");
  return [
    ...replies,
    ...mediaNote(pictures),
    ...(card === null ? [] : [{ code: "media", message: `with a card: ${card}` }]),
  ];
}

/** A thread is given down to a certain depth; what stands below that is only counted. */
function missingReplies(item: JsonObject): Note[] {
  const listed = Array.isArray(item.replies) ? item.replies.length : null;
  const count = countOrNull(valueAt(item, "post.replyCount")) ?? 0;
  const more = countOrNull(item.moreReplies) ?? (listed === null ? 0 : count - listed);
  return more > 0 ? [{ code: "missing-replies", message: `${more} more replies are not in the source` }] : [];
}
