import { simplify } from "../columns.ts";
import { isObject, type JsonObject, objectsOf } from "../json.ts";
import { hasWords } from "./words.ts";

/** Fields of a comment under which its replies nest; simplified. */
const REPLIES: ReadonlySet<string> = new Set([
  "replies",
  "reply",
  "replylist",
  "replycomments",
  "threadreplies",
  "children",
  "childs",
  "childcomments",
  "childlist",
  "comments",
  "commentlist",
  "subcomments",
  "nestedcomments",
  "answers",
  "answerlist",
  "responses",
  "返信",
  "返信一覧",
  "返信コメント",
  "子コメント",
  "回答",
  "コメント",
  "コメント一覧",
]);

/** Fields under which an object that wraps a list keeps it. */
const INNER = ["items", "data", "nodes", "edges", "comments", "replies", "children", "results", "list", "posts"];

/** Whether a field's name says that it holds replies. */
export function isRepliesField(name: string): boolean {
  return REPLIES.has(simplify(name));
}

/**
 * Returns the replies that a field holds: an array of objects or texts, an object around one (`{ items: […] }`), a map
 * by id, or one reply by itself.
 */
export function repliesIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((one) => (isObject(one) ? [one] : wordsAlone(one)));
  if (!isObject(value)) return [];
  for (const name of INNER) if (objectsOf(value[name]).length > 0) return objectsOf(value[name]);
  if (hasWords(value)) return [value];
  const values = Object.values(value);
  return values.length > 0 && values.every((one) => isObject(one) && hasWords(one)) ? objectsOf(values) : [];
}

/** A text among replies is one; a number or an id only names it. */
function wordsAlone(value: unknown): JsonObject[] {
  return typeof value === "string" && /[\s\u3040-\u30ff\u3400-\u9fff]/.test(value) ? [{ text: value }] : [];
}
