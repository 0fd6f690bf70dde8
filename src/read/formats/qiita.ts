import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { editedNote } from "../shapes/words.ts";

const post = {
  author: ["user.name", "user.id"],
  date: "created_at",
  words: ["rendered_body", "body"],
  written: "html",
  notes: (one: JsonObject) => (one.updated_at === one.created_at ? [] : editedNote(one.updated_at)),
} as const;

const comment: CommentShape = { ...post, id: "id" };

/** The format of comments on an article of Qiita, with the article where it is there. */
export const qiita = shapedFormat({
  name: "qiita",
  description: "Qiita API: comments of an article, with the article beside them or not",
  needs: "JSON with rendered_body, body and user.permanent_id or user.items_count",
  sure: 0.94,
  posts: (record) =>
    isText(record) ? [record] : [...(isObject(record.item) ? [record.item] : []), ...objectsOf(record.comments)],
  isPost: isText,
  threads,
  article: { ...post, title: "title", url: "url" },
  comment,
});

function isText({ rendered_body, body, user }: JsonObject): boolean {
  const words = typeof rendered_body === "string" && typeof body === "string";
  return words && isObject(user) && ("permanent_id" in user || "items_count" in user);
}

/** An article has a title, a comment has none; nothing in a comment names its article. */
function* threads(_: readonly JsonObject[], posts: readonly JsonObject[]): Iterable<Thread> {
  const articles = posts.filter((one) => textOrNull(one.title) !== null);
  const comments = posts.filter((one) => textOrNull(one.title) === null);
  const [article = null] = articles;
  const total = articles.length === 1 ? Number(textOrNull(article?.comments_count) ?? 0) : null;
  if (articles.length < 2) yield { article, comments, total, without: "the article is not in the source" };
  else {
    for (const one of articles) yield { article: one, comments: [] };
    if (comments.length > 0) yield { article: null, comments, without: "of which article they are is not said" };
  }
}
