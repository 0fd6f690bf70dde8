import type { Furniture, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { personName } from "../objects/person.ts";
import { votesOf } from "../objects/votes.ts";

const NAME = "discord";
/** What people write; other types are told by the system: who joined, what was pinned. */
const WRITTEN: ReadonlySet<unknown> = new Set([
  "Default",
  "Reply",
  "0",
  "19",
  "20",
  "ChatInputCommand",
  "ContextMenuCommand",
]);

/** The format of a channel as DiscordChatExporter writes it. */
export const discord: Format = {
  name: NAME,
  description: "a Discord channel as JSON of DiscordChatExporter",
  needs: "JSON with channel and messages[] that have content, author and timestamp",
  detect: (sample) => (peekRecords(sample).some(isChannel) ? 0.95 : 0),
  *read(decoded) {
    for (const file of recordsOf(decoded).filter(isChannel)) {
      const channel = file.channel as JsonObject;
      const guild = isObject(file.guild) ? file.guild : {};
      const notes: Note[] = [];
      const furniture: Furniture[] = [];
      const comments: CommentDraft[] = [];
      for (const message of objectsOf(file.messages)) {
        if (message.type === undefined || WRITTEN.has(message.type)) comments.push(readMessage(message));
        else
          furniture.push({
            kind: "system",
            text: `${String(message.type)} ${textOrNull(message.content) ?? ""}`.trim(),
          });
      }
      if (furniture.length > 0)
        notes.push({ code: "system-messages", message: `${furniture.length} messages of the system are left out` });
      const topic = textOrNull(channel.topic);
      if (topic === null) notes.push({ code: "no-article-text", message: "the source holds messages only" });
      const article = {
        title: textOrNull(channel.name) ?? "",
        category: textOrNull(guild.name),
        text: topic ?? "",
        notes,
      };
      yield makeDiscussion(decoded, NAME, { article, comments, furniture });
    }
  },
};

function isChannel(file: JsonObject): boolean {
  const [first] = objectsOf(file.messages);
  if (!isObject(file.channel) || !Array.isArray(file.messages)) return false;
  return first === undefined
    ? isObject(file.guild)
    : "content" in first && "timestamp" in first && isObject(first.author);
}

function readMessage(message: JsonObject): CommentDraft {
  const notes: Note[] = [];
  const text = (textOrNull(message.content) ?? "").trim();
  // A forward names the message it passes on, which nobody answers here.
  const forwarded = isObject(message.forwardedMessage);
  if (forwarded) notes.push({ code: "media", message: "with a message of another channel, passed on" });
  const media = [...objectsOf(message.attachments), ...objectsOf(message.stickers)];
  const cards = objectsOf(message.embeds);
  if (media.length > 0 || cards.length > 0) {
    const names = media.map((one) => textOrNull(one.fileName) ?? textOrNull(one.name) ?? "a file");
    notes.push({ code: "media", message: `with ${[...names, ...(cards.length > 0 ? ["a card"] : [])].join(", ")}` });
  }
  if (textOrNull(message.timestampEdited) !== null)
    notes.push({ code: "edited", message: `changed at ${String(message.timestampEdited)}` });
  const reference = isObject(message.reference) ? message.reference : {};
  const author = isObject(message.author) ? message.author : {};
  return {
    sourceId: textOrNull(message.id),
    parentId: forwarded || reference.type === "Forward" ? null : textOrNull(reference.messageId),
    author: textOrNull(author.nickname) ?? personName(author),
    posted: readDate(message.timestamp, notes),
    reactions: { up: null, ...votesOf(message.reactions) },
    attributes: {
      ...(message.isPinned === true ? { pinned: "true" } : {}),
      ...(author.isBot === true ? { bot: "true" } : {}),
    },
    text,
    notes,
  };
}
