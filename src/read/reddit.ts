import type { DateValue, Note } from "../model/discussion.ts";
import { readDate } from "./dates.ts";
import type { CommentDraft } from "./discussion.ts";
import { countOrNull, type JsonObject, textOrNull } from "./json.ts";
import { decodeReferences } from "./xml.ts";

/** Returns a comment as Reddit's listings and dumps have it. */
export function readRedditComment(data: JsonObject, parent: number | null): CommentDraft {
  const notes: Note[] = [];
  const body = plainText(data.body);
  const gone = body === "[deleted]" || body === "[removed]";
  if (gone)
    notes.push({ code: "deleted", message: body === "[removed]" ? "removed by a moderator" : "deleted by its author" });
  if (data.edited !== false && data.edited !== undefined && data.edited !== null)
    notes.push({ code: "edited", message: "changed after it was posted" });
  return {
    sourceId: textOrNull(data.name) ?? textOrNull(data.id),
    parent,
    author: personOf(data.author),
    posted: postedAt(data.created_utc, notes),
    reactions: { up: null, score: data.score_hidden === true ? null : countOrNull(data.score) },
    text: gone ? "" : body.trim(),
    notes,
  };
}

/** Returns a person's name; null for one who left. */
export function personOf(value: unknown): string | null {
  const name = textOrNull(value);
  return name === "[deleted]" ? null : name;
}

/** Returns the time that seconds since 1970 give, as a number or, in older dumps, as text. */
export function postedAt(value: unknown, notes: Note[]): DateValue | null {
  return readDate(textOrNull(value), notes);
}

/** Returns a text as it was written: listings escape `&`, `<` and `>`. */
export function plainText(value: unknown): string {
  return decodeReferences(textOrNull(value) ?? "");
}
