import type { Analysis } from "../index.ts";
import type { Io } from "./io.ts";

/** Notes of a source that say that something may be read otherwise than it was meant. */
const TOLD: ReadonlySet<string> = new Set([
  "ragged-rows",
  "odd-quotes",
  "empty-rows",
  "lossy-decoding",
  "encoding-overruled",
  "missing-comments",
]);

/** Tells what the reader noted of a whole source; what it noted of single comments stands in the Discussion. */
export function tellNotes(
  { discussion: { source, article } }: Pick<Analysis, "discussion">,
  file: string,
  io: Io,
): void {
  for (const { code, message } of [...source.notes, ...article.notes]) {
    if (TOLD.has(code)) io.note(`${file}: ${message} [${code}]`);
  }
}
