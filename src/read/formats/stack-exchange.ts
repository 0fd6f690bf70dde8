import type { Note } from "../../model/discussion.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { editedNote } from "../shapes/words.ts";
import { decodeReferences } from "../xml.ts";

const post = {
  author: "owner.display_name",
  date: "creation_date",
  words: ["body", "body_markdown"],
  written: "html",
  notes: (one: JsonObject) => editedNote(one.last_edit_date),
} as const;

const comment: CommentShape = {
  ...post,
  id: (one) =>
    textOrNull(one.comment_id) === null
      ? `answer-${textOrNull(one.answer_id)}`
      : `comment-${textOrNull(one.comment_id)}`,
  replies: "comments",
  // Comments can only be voted up; of answers the API gives what is left of ups and downs.
  reactions: (one) =>
    one.comment_id === undefined
      ? { up: countOrNull(one.up_vote_count), ...scores(one) }
      : { up: countOrNull(one.score) },
  attributes: { accepted: "is_accepted" },
};

/** The format of questions of Stack Exchange's API with their answers and the comments on both. */
export const stackExchange = shapedFormat({
  name: "stack-exchange",
  description: "Stack Exchange API: a discussion a question, or a list of answers or comments",
  needs: "JSON with items[] of question_id, answer_id or comment_id, with a filter that gives body",
  sure: 0.94,
  posts: itemsIn,
  isPost: isItem,
  threads,
  article: { ...post, title: "title", url: "link" },
  comment,
});

function itemsIn(record: JsonObject): JsonObject[] {
  return Array.isArray(record.items) ? objectsOf(record.items) : [record];
}

function isItem(item: JsonObject): boolean {
  const id = ["question_id", "answer_id", "comment_id"].some((name) => textOrNull(item[name]) !== null);
  return id && isObject(item.owner) && ("creation_date" in item || "body" in item) && "score" in item;
}

function* threads(records: readonly JsonObject[], items: readonly JsonObject[]): Iterable<Thread> {
  const more = records.some(({ has_more }) => has_more === true);
  const notes: Note[] = more ? [{ code: "missing-comments", message: "there are more pages of this answer" }] : [];
  const questions = items.filter(isQuestion);
  for (const question of questions) {
    const comments = [...objectsOf(question.comments), ...objectsOf(question.answers)];
    const own = items.filter((item) => !isQuestion(item) && item.question_id === question.question_id);
    const all = [...comments, ...own];
    const title = decodeReferences(textOrNull(question.title) ?? "");
    const total = countOrNull(question.answer_count);
    const answers = all.filter(({ answer_id }) => answer_id !== undefined).length;
    const missing: Note[] =
      total !== null && total > answers
        ? [{ code: "missing-comments", message: `the source holds ${answers} of ${total} answers` }]
        : [];
    const without = "the source holds no body: ask the API for it with a filter";
    yield { article: question, title, comments: all, notes: missing, without };
  }
  const asked = new Set(questions.map(({ question_id }) => question_id));
  const rest = items.filter((item) => !isQuestion(item) && !asked.has(item.question_id));
  if (rest.length > 0) yield { article: null, comments: rest, notes, without: "the question is not in the source" };
}

function isQuestion(item: JsonObject): boolean {
  return item.question_id !== undefined && item.answer_id === undefined && item.comment_id === undefined;
}

function scores(one: JsonObject): Record<string, number | null> {
  const down = countOrNull(one.down_vote_count);
  return down === null ? { score: countOrNull(one.score) } : { down, score: countOrNull(one.score) };
}
