import type { DateValue, Note } from "../../model/discussion.ts";
import { epochDate } from "../../text/page-date.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "youtube-comments";

/** Units of a relative time, with how many characters of an ISO date they leave and how exact that is. */
const UNITS: readonly (readonly [RegExp, number, DateValue["precision"]])[] = [
  [/秒|second/i, 19, "second"],
  [/分|minute/i, 16, "minute"],
  [/時間|hour/i, 13, "hour"],
  [/日|day/i, 10, "day"],
  [/週|week/i, 10, "week"],
  [/月|month/i, 7, "month"],
  [/年|year/i, 4, "year"],
];

/** The format of what youtube-comment-downloader writes: an object a line, or one with all of them. */
export const youtubeComments: Format = {
  name: NAME,
  description: "youtube-comment-downloader: a comment a line, or one object with comments[]; ids A.B answer A",
  needs: "JSON objects with cid, text, time and votes",
  detect: (sample) => (listOf(peekRecords(sample)).some(isComment) ? 0.95 : 0),
  *read(decoded) {
    const notes: Note[] = [{ code: "no-article-text", message: "the source holds comments only" }];
    const comments = listOf(recordsOf(decoded))
      .filter(isComment)
      .map((one) => readComment(one, decoded.options.saved));
    const article = { title: titleFromPath(decoded.path), text: "", notes };
    yield makeDiscussion(decoded, NAME, { article, comments });
  },
};

function listOf(records: readonly JsonObject[]): readonly JsonObject[] {
  return records.flatMap((record) => (Array.isArray(record.comments) ? objectsOf(record.comments) : [record]));
}

function isComment(value: JsonObject): boolean {
  return typeof value.cid === "string" && typeof value.text === "string" && "votes" in value;
}

function readComment(comment: JsonObject, saved: string | undefined): CommentDraft {
  const notes: Note[] = [];
  const id = String(comment.cid);
  const dot = id.indexOf(".");
  const edited = /編集|edited/i.test(textOrNull(comment.time) ?? "");
  if (edited) notes.push({ code: "edited", message: "changed after it was posted" });
  const attributes: Record<string, string> = {};
  if (comment.heart === true) attributes.heart = "true";
  const paid = textOrNull(comment.paid);
  if (paid !== null) attributes.paid = paid;
  return {
    sourceId: id,
    parentId: dot > 0 ? id.slice(0, dot) : null,
    author: textOrNull(comment.author),
    posted: postedAt(comment, notes, saved),
    reactions: { up: votesIn(comment.votes, notes) },
    attributes,
    text: String(comment.text).replace(/\r\n?/g, "\n").trim(),
    notes,
  };
}

/**
 * The page shows 「2 日前」 alone; the seconds beside it were counted back from when it was saved, so they are as exact as
 * the unit that the page shows.
 */
function postedAt(comment: JsonObject, notes: Note[], saved: string | undefined): DateValue | null {
  const shown = textOrNull(comment.time);
  const exact = typeof comment.time_parsed === "number" ? epochDate(comment.time_parsed) : null;
  if (exact === null) return readDate(shown, notes, { saved });
  const unit = shown === null ? undefined : UNITS.find(([name]) => name.test(shown));
  if (unit === undefined) return exact;
  const [, length, precision] = unit;
  const zone = length === 16 || length === 19 ? "Z" : "";
  return { value: `${exact.value.slice(0, length)}${zone}`, precision };
}

function votesIn(value: unknown, notes: Note[]): number | null {
  const shown = typeof value === "number" ? String(value) : textOrNull(value);
  if (shown === null) return null;
  const count = parseCount(shown);
  if (count === null) notes.push({ code: "invalid-count", message: `cannot read the count ${shown.slice(0, 40)}` });
  return count;
}
