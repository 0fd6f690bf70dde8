import type { Discussion, Link, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded, Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, jsonOf, objectsOf, peekJson, textOrNull } from "../json.ts";

const NAME = "x";
const LONGEST_TITLE = 60;

/** Reads answers of X's v2 search: a discussion for each conversation; the first post of one is its article. */
export const x: Format = {
  name: NAME,
  description: "X (Twitter) v2 posts, a discussion for each conversation",
  needs: "JSON with data[] that have conversation_id",
  detect: (sample) => (postsOf(peekJson(sample)).length > 0 ? 0.95 : 0),
  *read(decoded) {
    const value = jsonOf(decoded);
    const people = new Map<string, string>();
    for (const page of pagesOf(value)) {
      for (const user of objectsOf(isObject(page.includes) ? page.includes.users : [])) {
        const id = textOrNull(user.id);
        const name = textOrNull(user.username) ?? textOrNull(user.name);
        if (id !== null && name !== null) people.set(id, name);
      }
    }
    const conversations = new Map<string, JsonObject[]>();
    for (const post of postsOf(value)) {
      const id = textOrNull(post.conversation_id)!;
      const posts = conversations.get(id);
      if (posts === undefined) conversations.set(id, [post]);
      else posts.push(post);
    }
    for (const [id, posts] of conversations) yield readConversation(decoded, id, posts, people);
  },
};

function pagesOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? objectsOf(value) : isObject(value) ? [value] : [];
}

function postsOf(value: unknown): JsonObject[] {
  return pagesOf(value)
    .flatMap((page) => objectsOf(page.data))
    .filter((post) => textOrNull(post.conversation_id) !== null && typeof post.text === "string");
}

function readConversation(
  decoded: Decoded,
  id: string,
  posts: readonly JsonObject[],
  people: ReadonlyMap<string, string>,
): Discussion {
  const root = posts.find((post) => textOrNull(post.id) === id);
  const notes: Note[] = [];
  const author = (post: JsonObject): string | null => {
    const who = textOrNull(post.author_id);
    return who === null ? null : (people.get(who) ?? who);
  };
  if (root === undefined)
    notes.push({ code: "no-article-text", message: "the first post of the conversation is not in the source" });
  const comments = posts
    .filter((post) => post !== root)
    .map((post): CommentDraft => {
      const own: Note[] = [];
      const parent = objectsOf(post.referenced_tweets).find(({ type }) => type === "replied_to");
      const parentId = textOrNull(parent?.id);
      return {
        sourceId: textOrNull(post.id),
        parentId: parentId === id ? null : parentId,
        author: author(post),
        posted: readDate(post.created_at, own),
        reactions: reactionsOf(post),
        text: String(post.text),
        links: linksOf(post),
        notes: own,
      };
    });
  const text = root === undefined ? "" : String(root.text);
  const article = {
    title: root === undefined ? id : titleOf(text),
    author: root === undefined ? null : author(root),
    url: `https://x.com/i/status/${id}`,
    published: root === undefined ? null : readDate(root.created_at, notes),
    text,
    links: root === undefined ? [] : linksOf(root),
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments });
}

function titleOf(text: string): string {
  const line = text.split("\n", 1)[0]!;
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}…` : line;
}

function reactionsOf(post: JsonObject) {
  const metrics = isObject(post.public_metrics) ? post.public_metrics : {};
  return {
    up: countOrNull(metrics.like_count),
    reposts: countOrNull(metrics.retweet_count),
    quotes: countOrNull(metrics.quote_count),
  };
}

/** Short addresses in the text, with what they stand for. */
function linksOf(post: JsonObject): Link[] {
  const text = String(post.text);
  const links: Link[] = [];
  let from = 0;
  for (const entity of objectsOf(isObject(post.entities) ? post.entities.urls : [])) {
    const short = textOrNull(entity.url);
    const start = short === null ? -1 : text.indexOf(short, from);
    if (short === null || start < 0) continue;
    from = start + short.length;
    links.push({ start, end: from, url: textOrNull(entity.expanded_url) ?? short });
  }
  return links;
}
