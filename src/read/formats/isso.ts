import type { Note } from "../../model/discussion.ts";
import { countOrNull, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { editedNote } from "../shapes/words.ts";

const WAITING = 2;
const DELETED = 4;

const comment: CommentShape = {
  id: "id",
  parent: "parent",
  replies: "replies",
  answers: "total_replies",
  author: "author",
  date: "created",
  words: "text",
  written: "html",
  votes: { up: "likes", down: "dislikes" },
  gone: (one) => (one.mode === DELETED ? "deleted" : null),
  notes: notesOf,
};

/** The format of comments of isso: the answer of its server, or the generic list that it imports. */
export const isso = shapedFormat({
  name: "isso",
  description: "isso: the server's answer for a page, or its generic JSON, a discussion a page",
  needs: "JSON with replies[] and total_replies, or pages of id, title and comments[] with created and text",
  sure: 0.93,
  posts: commentsIn,
  isPost: (one) => isComment(one) || isWritten(one),
  threads,
  article: { words: "text" },
  comment,
});

function isComment(one: JsonObject): boolean {
  return typeof one.text === "string" && "mode" in one && "hash" in one && "parent" in one && "created" in one;
}

function isAnswer(record: JsonObject): boolean {
  return Array.isArray(record.replies) && "hidden_replies" in record && "total_replies" in record && !isComment(record);
}

/** In the generic list: other programs write lists of threads too, and these fields tell isso's. */
function isWritten(one: JsonObject): boolean {
  return typeof one.text === "string" && "created" in one && "remote_addr" in one && "website" in one;
}

function commentsIn(record: JsonObject): JsonObject[] {
  if (isComment(record)) return [record];
  return isAnswer(record) ? objectsOf(record.replies) : objectsOf(record.comments);
}

function* threads(records: readonly JsonObject[]): Iterable<Thread> {
  const bare = records.filter(isComment);
  if (bare.length > 0) yield { article: null, comments: bare };
  for (const record of records) {
    const comments = isComment(record) ? [] : commentsIn(record);
    if (comments.length === 0) continue;
    const id = textOrNull(record.id) ?? "";
    const hidden = countOrNull(record.hidden_replies) ?? 0;
    const notes: Note[] =
      hidden > 0 ? [{ code: "missing-comments", message: `${hidden} more comments are not in the source` }] : [];
    const url = /^https?:\/\//i.test(id) ? id : null;
    yield { article: null, title: textOrNull(record.title) ?? id, url, comments, notes };
  }
}

function notesOf(one: JsonObject): Note[] {
  const waiting: Note[] =
    one.mode === WAITING ? [{ code: "awaiting-moderation", message: "not yet approved when it was saved" }] : [];
  return [...waiting, ...editedNote(one.modified)];
}
