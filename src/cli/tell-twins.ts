import type { Analysis } from "../index.ts";
import type { Io } from "./io.ts";
import { named } from "./named.ts";
import { said } from "./said.ts";

/** Shorter comments (賛成です) are written by many. */
const OWN_WORDS = 15;
/** Share of a discussion's own words that another one holds too, from which they are one. */
const SAME = 0.5;
const FEWEST = 5;

/** Writes to stderr which sources hold the comments of an earlier one too: every count over both would count them twice. */
export function tellTwins(analyses: readonly Analysis[], io: Io): void {
  const first = new Map<string, Analysis>();
  for (const analysis of analyses) {
    const texts = new Set(analysis.discussion.comments.map(({ text }) => plain(text)).filter(isOwn));
    const shared = new Map<Analysis, number>();
    for (const text of texts) {
      const other = first.get(text);
      if (other === undefined) first.set(text, analysis);
      else shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      if (count < FEWEST || count < texts.size * SAME) continue;
      const [own, twin] = [analysis, other].map(({ discussion }) => named(discussion.source.path ?? "-"));
      io.note(said().notes.sameComments(own!, twin!, count));
    }
  }
}

const plain = (text: string): string => text.replace(/\s+/g, "");
const isOwn = (text: string): boolean => text.length >= OWN_WORDS;
