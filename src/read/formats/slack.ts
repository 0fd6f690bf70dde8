import type { Furniture, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { personName } from "../objects/person.ts";
import { votesOf } from "../objects/votes.ts";
import { titleFromPath } from "../separated.ts";
import { slackText } from "../slack-text.ts";

const NAME = "slack";
/** Subtypes of what people write; the others tell who joined, left, renamed, pinned. */
const WRITTEN: ReadonlySet<unknown> = new Set([
  undefined,
  null,
  "bot_message",
  "me_message",
  "thread_broadcast",
  "file_share",
  "file_comment",
  "tombstone",
]);

/** The format of messages of a channel as Slack's export writes them: a day a file, or several joined. */
export const slack: Format = {
  name: NAME,
  description: "Slack's export: the messages of a channel's day; threads by thread_ts",
  needs: "a JSON array of objects with type message and ts, or one with messages[]",
  detect: (sample) => (messagesOf(peekRecords(sample)).some(isMessage) ? 0.93 : 0),
  *read(decoded) {
    const messages = messagesOf(recordsOf(decoded)).filter(isMessage);
    const people = peopleIn(messages);
    const notes: Note[] = [];
    const furniture: Furniture[] = [];
    const comments: CommentDraft[] = [];
    let unnamed = 0;
    for (const message of messages) {
      if (!WRITTEN.has(message.subtype)) {
        furniture.push({
          kind: "system",
          text: slackText(textOrNull(message.text) ?? String(message.subtype), people).text,
        });
        continue;
      }
      const draft = readMessage(message, people);
      if (draft.author === null && message.subtype !== "tombstone") unnamed++;
      comments.push(draft);
    }
    if (furniture.length > 0)
      notes.push({ code: "system-messages", message: `${furniture.length} messages of the system are left out` });
    if (unnamed > 0)
      notes.push({
        code: "not-understood",
        message: `authors of ${unnamed} messages: the source gives their number, not their name`,
      });
    notes.push({ code: "no-article-text", message: "the source holds messages only" });
    const article = { title: titleFromPath(decoded.path), text: "", notes };
    yield makeDiscussion(decoded, NAME, { article, comments, furniture });
  },
};

function messagesOf(records: readonly JsonObject[]): readonly JsonObject[] {
  return records.flatMap((record) => (Array.isArray(record.messages) ? objectsOf(record.messages) : [record]));
}

function isMessage(one: JsonObject): boolean {
  return one.type === "message" && typeof one.ts === "string" && /^\d{9,11}(?:\.\d{1,9})?$/.test(one.ts);
}

function peopleIn(messages: readonly JsonObject[]): Map<string, string> {
  const people = new Map<string, string>();
  for (const { user, user_profile } of messages) {
    const id = textOrNull(user);
    const name = personName(user_profile);
    if (id !== null && name !== null) people.set(id, name);
  }
  return people;
}

function readMessage(message: JsonObject, people: ReadonlyMap<string, string>): CommentDraft {
  const notes: Note[] = [];
  const { text, links } = slackText(textOrNull(message.text) ?? "", people);
  const gone = message.subtype === "tombstone";
  const files = objectsOf(message.files).map((file) => textOrNull(file.title) ?? textOrNull(file.name) ?? "a file");
  if (gone) notes.push({ code: "deleted", message: "deleted; kept because others answer it" });
  if (files.length > 0) notes.push({ code: "media", message: `with ${files.join(", ")}` });
  if (isObject(message.edited)) notes.push({ code: "edited", message: "changed after it was posted" });
  const ts = String(message.ts);
  const thread = textOrNull(message.thread_ts);
  const bot = isObject(message.bot_profile) ? message.bot_profile : null;
  return {
    sourceId: ts,
    parentId: thread === ts ? null : thread,
    author:
      personName(message.user_profile) ??
      people.get(textOrNull(message.user) ?? "") ??
      textOrNull(message.username) ??
      personName(bot),
    posted: readDate(ts, notes),
    reactions: { up: null, ...votesOf(message.reactions) },
    attributes: message.subtype === "bot_message" || bot !== null ? { bot: "true" } : {},
    text: gone ? "" : text.trim(),
    links: gone ? [] : links,
    notes,
  };
}
