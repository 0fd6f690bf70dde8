import type { Discussion } from "../index.ts";
import type { Io } from "./io.ts";
import { named } from "./named.ts";
import { toldNote } from "./told-note.ts";

/** Notes of a source that say that something may be read otherwise than it was meant; losses are told apart from them. */
const TOLD: ReadonlySet<string> = new Set([
  "ragged-rows",
  "odd-quotes",
  "empty-rows",
  "encoding-overruled",
  "personal-columns",
  "other-sheets",
  "wordy-columns",
]);

/**
 * Writes to stderr what the reader noted of a whole source, each thing once; what it noted of single comments stands in
 * the Discussion.
 */
export function tellNotes(discussions: readonly Pick<Discussion, "source" | "article">[], file: string, io: Io): void {
  const lines = discussions.flatMap(({ source, article }) =>
    [...source.notes, ...article.notes]
      .filter(({ code }) => TOLD.has(code))
      .map((note) => `${named(file)}: ${named(toldNote(note), 600)} [${note.code}]`),
  );
  for (const line of new Set(lines)) io.note(line);
}
