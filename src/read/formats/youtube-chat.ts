import type { Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "youtube-chat";
const WORDED = ["liveChatTextMessageRenderer", "liveChatPaidMessageRenderer", "liveChatMembershipItemRenderer"];

/** The format of the live chat of a stream that yt-dlp saves (`live_chat.json`): an action a line. */
export const youtubeChat: Format = {
  name: NAME,
  description: "live chat of a YouTube stream as yt-dlp saves it, an action a line",
  needs: "JSON lines with replayChatItemAction",
  detect: (sample) => (peekRecords(sample).some((record) => actionsOf(record).length > 0) ? 0.95 : 0),
  *read(decoded) {
    const notes: Note[] = [{ code: "no-article-text", message: "the source holds comments only" }];
    const comments: CommentDraft[] = [];
    let others = 0;
    for (const record of recordsOf(decoded)) {
      for (const action of actionsOf(record)) {
        const item = messageOf(action);
        const draft = item === null ? null : readMessage(item, offsetOf(record));
        if (draft !== null) comments.push(draft);
        else others++;
      }
    }
    if (others > 0)
      notes.push({
        code: "no-messages",
        message: `${others} entries are no messages with words (tickers, stickers, notices)`,
      });
    const title = titleFromPath(decoded.path).replace(/\.live_chat$/, "");
    yield makeDiscussion(decoded, NAME, { article: { title, text: "", notes }, comments });
  },
};

function actionsOf(record: JsonObject): JsonObject[] {
  const replay = record.replayChatItemAction;
  if (isObject(replay)) return objectsOf(replay.actions);
  return isObject(record.addChatItemAction) ? [record] : [];
}

function offsetOf(record: JsonObject): string | null {
  const replay = isObject(record.replayChatItemAction) ? record.replayChatItemAction : {};
  return textOrNull(replay.videoOffsetTimeMsec) ?? textOrNull(record.videoOffsetTimeMsec);
}

function messageOf(action: JsonObject): JsonObject | null {
  const added = isObject(action.addChatItemAction) ? action.addChatItemAction.item : null;
  if (!isObject(added)) return null;
  for (const name of WORDED) if (isObject(added[name])) return added[name];
  return null;
}

function readMessage(message: JsonObject, offset: string | null): CommentDraft | null {
  const text = runsOf(message.message).trim();
  if (text === "") return null;
  const notes: Note[] = [];
  const attributes: Record<string, string> = {};
  if (offset !== null) attributes.videoOffsetTimeMsec = offset;
  const paid = runsOf(message.purchaseAmountText);
  if (paid !== "") attributes.purchaseAmount = paid;
  return {
    sourceId: textOrNull(message.id),
    author: runsOf(message.authorName) || null,
    posted: readDate(textOrNull(message.timestampUsec), notes),
    reactions: { up: null },
    attributes,
    text,
    notes,
  };
}

/** Text comes in pieces; an emoji of a channel's own is shown by its short name. */
function runsOf(value: unknown): string {
  if (!isObject(value)) return "";
  if (typeof value.simpleText === "string") return value.simpleText;
  return objectsOf(value.runs)
    .map(({ text, emoji }) => {
      if (typeof text === "string") return text;
      if (!isObject(emoji)) return "";
      const [short] = Array.isArray(emoji.shortcuts) ? emoji.shortcuts : [];
      return emoji.isCustomEmoji === true ? String(short ?? "") : String(emoji.emojiId ?? short ?? "");
    })
    .join("");
}
