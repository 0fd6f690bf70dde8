import type { Attributes, Note, Reactions } from "../../model/discussion.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { conversationOf, type Post } from "../shapes/conversation.ts";
import type { CommentShape, Left, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { objectsAt, textAt } from "../shapes/where.ts";
import { mediaNote } from "../shapes/words.ts";

const post = {
  author: ["user.name", "user.username"],
  date: "createdAt",
  words: "text",
  before: "cw",
  notes: (one: JsonObject) => mediaNote(objectsOf(one.files).length),
} as const;

const comment: CommentShape = {
  ...post,
  id: "id",
  parent: "replyId",
  votes: { reposts: "renoteCount" },
  reactions: reactionsOf,
  attributes: { quotes: "renoteId" },
  moreAttributes: pollOf,
  left: (one) => (isBoost(one) ? BOOST : null),
};
const BOOST: Left = { code: "reposts", what: "boosts" };

/**
 * The format of notes of Misskey: a list of replies, children or a timeline, with the note that they answer where it is
 * there.
 */
export const misskey = shapedFormat({
  name: "misskey",
  description: "Misskey notes: replies, children, a conversation or a timeline; every reaction keeps its emoji",
  needs: "JSON notes with user, createdAt, text and reactions or replyId",
  sure: 0.94,
  posts: notesIn,
  isPost: isNote,
  threads,
  article: { ...post, url: ["url", "uri"], notes: articleNotes },
  comment,
});

function articleNotes(one: JsonObject): Note[] {
  const quoted = textOrNull(one.renoteId);
  return [
    ...post.notes(one),
    ...(quoted === null ? [] : [{ code: "quotes", message: `the first note quotes ${quoted}` }]),
  ];
}

function isNote(one: JsonObject): boolean {
  return (
    "text" in one &&
    typeof one.createdAt === "string" &&
    isObject(one.user) &&
    "username" in one.user &&
    (isObject(one.reactions) || "replyId" in one || "renoteId" in one)
  );
}

function notesIn(record: JsonObject): JsonObject[] {
  const inside = ["conversation", "notes", "replies", "children"].flatMap((name) => objectsAt(record, name));
  const note = isObject(record.note) ? [record.note] : [];
  return isNote(record) ? [record, ...inside] : [...note, ...inside];
}

function* threads(records: readonly JsonObject[], all: readonly JsonObject[]): Iterable<Thread> {
  const aside = all.filter(isBoost);
  const posts = all.filter((one) => !isBoost(one)).map(postOf);
  const missing = "the note that is answered is not in the source";
  const note = records.map((record) => record.note).find(isObject);
  const thread = conversationOf(posts, { missing, aside, first: textOrNull(note?.id) });
  // Replies carry the note that they answer.
  const answered = all.map(({ reply }) => reply).find((reply) => isObject(reply) && reply.id === thread.root);
  if (thread.article !== null || !isObject(answered) || !isNote(answered)) yield thread;
  else yield conversationOf([postOf(answered), ...posts], { aside, first: textOrNull(answered.id) });
}

function postOf(object: JsonObject): Post {
  return { id: textOrNull(object.id) ?? "", parent: textOrNull(object.replyId), object };
}

function isBoost(one: JsonObject): boolean {
  const words = textAt(one, ["text", "cw"]);
  return textOrNull(one.renoteId) !== null && words === null && objectsOf(one.files).length === 0;
}

/** Custom emoji are written `:name@host:`, with a dot for the service's own host; one name is one reaction. */
function reactionsOf({ reactions }: JsonObject): Reactions {
  if (!isObject(reactions)) return {};
  const counts = new Map<string, number | null>();
  for (const [emoji, value] of Object.entries(reactions)) {
    const name = /^:([^:@]{1,100})(?:@[^:]{0,300})?:$/.exec(emoji)?.[1] ?? emoji;
    const count = countOrNull(value);
    counts.set(name, count === null ? (counts.get(name) ?? null) : count + (counts.get(name) ?? 0));
  }
  return Object.fromEntries(counts);
}

function pollOf({ poll }: JsonObject): Attributes {
  if (!isObject(poll)) return {};
  const choices = objectsOf(poll.choices).map(
    ({ text, votes }) => `${textOrNull(text) ?? ""}: ${textOrNull(votes) ?? "?"}`,
  );
  return choices.length === 0 ? {} : { poll: choices.join(", ") };
}
