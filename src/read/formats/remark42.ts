import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { textAt, valueAt } from "../shapes/where.ts";
import { editedNote } from "../shapes/words.ts";

const comment: CommentShape = {
  id: "id",
  parent: "pid",
  author: "user.name",
  date: "time",
  words: ["text", "orig"],
  written: "html",
  // The score is what is left of ups and downs.
  votes: { score: "score" },
  gone: (one) => (one.delete === true ? "deleted" : null),
  notes: (one) => editedNote(textAt(one, "edit.time")),
};

/** The format of comments of remark42: as a tree, as a list, or its backup with a comment a line. */
export const remark42 = shapedFormat({
  name: "remark42",
  description: "remark42 comments as tree, list or backup, a discussion a page; its score is net of down votes",
  needs: "JSON comments with pid, locator, user and text",
  sure: 0.95,
  posts: commentsIn,
  isPost: isComment,
  threads,
  article: { words: "text" },
  comment,
});

function isComment(one: JsonObject): boolean {
  return typeof one.pid === "string" && isObject(one.locator) && isObject(one.user) && "text" in one;
}

/** The comments of an answer, those of a tree laid out with their answers after them. */
function commentsIn(record: JsonObject): JsonObject[] {
  if (isComment(record)) return [record];
  const found: JsonObject[] = [];
  const waiting = objectsOf(record.comments).reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inner = node.comment;
    found.push(isObject(inner) ? inner : node);
    if (!isObject(inner)) continue;
    const replies = objectsOf(node.replies);
    for (let i = replies.length - 1; i >= 0; i--) waiting.push(replies[i]!);
  }
  return found;
}

function* threads(records: readonly JsonObject[], comments: readonly JsonObject[]): Iterable<Thread> {
  const pages = new Map<string, JsonObject[]>();
  for (const one of comments) {
    const url = textAt(one, "locator.url") ?? "";
    const known = pages.get(url);
    if (known === undefined) pages.set(url, [one]);
    else known.push(one);
  }
  const [info] = records.map((record) => valueAt(record, "info")).filter(isObject);
  for (const [url, own] of pages) {
    const title = own.map((one) => textOrNull(one.title)).find((one) => one !== null) ?? null;
    const count = info !== undefined && pages.size === 1 ? Number(textOrNull(info.count) ?? 0) : null;
    yield { article: null, title: title ?? url, url: /^https?:/i.test(url) ? url : null, comments: own, total: count };
  }
}
