import { isObject, type JsonObject, objectsOf } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";

const post = {
  author: ["user.name", "user.username"],
  words: "body_html",
  written: "html",
} as const;

const comment: CommentShape = {
  ...post,
  id: ["slug", "id"],
  date: ["created_at", "posted_at"],
  replies: "children",
  votes: { up: "liked_count" },
};

/** The format of comments on an article or scrap of Zenn, with the article where it is there. */
export const zenn = shapedFormat({
  name: "zenn",
  description: "Zenn comments with their replies, with the article beside them or not",
  needs: "JSON with comments[] of body_html, slug, user and children",
  sure: 0.94,
  posts: (record) => (isComment(record) ? [record] : objectsOf(record.comments)),
  isPost: isComment,
  isFrame: (record) => isObject(record.article),
  threads,
  article: { ...post, title: "title", date: "published_at", url: ({ path }) => addressOf(path) },
  comment,
});

function isComment(one: JsonObject): boolean {
  return typeof one.body_html === "string" && isObject(one.user) && "slug" in one && "children" in one;
}

function* threads(records: readonly JsonObject[], comments: readonly JsonObject[]): Iterable<Thread> {
  const article = records.map((record) => record.article).find(isObject) ?? null;
  yield { article, comments, without: "the article is not in the source" };
}

function addressOf(path: unknown): string | null {
  return typeof path === "string" && /^\/[\w/-]{1,200}$/.test(path) ? `https://zenn.dev${path}` : null;
}
