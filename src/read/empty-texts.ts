import type { Comment, Note } from "../model/discussion.ts";

/** Notes that say why a comment has no words. */
const EXPLAINED: ReadonlySet<string> = new Set(["deleted", "media", "broken-line"]);
/** From this share of all comments on, words that are missing say that the thread was not understood. */
const MANY = 0.2;
const FEW = 2;

/** Returns the note of a comment without words that nothing explains, none for another. */
export function emptyText({ text, notes = [] }: { text: string; notes?: readonly Note[] }): Note[] {
  if (text.trim() !== "" || notes.some(({ code }) => EXPLAINED.has(code))) return [];
  return [{ code: "empty-text", message: "no words were found in it" }];
}

/** Returns the note of a thread of which so many comments are without words that it was hardly read at all. */
export function emptyTexts(comments: readonly Comment[]): Note[] {
  const empty = comments.filter(({ notes }) => notes.some(({ code }) => code === "empty-text")).length;
  if (empty <= FEW || empty < comments.length * MANY) return [];
  return [{ code: "comments-not-read", message: `no words were found in ${empty} of ${comments.length} comments` }];
}
