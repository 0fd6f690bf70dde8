import type { KeynessRow } from "../measure/keyness.ts";
import type { KeywordWords, SideNames } from "./keyword-words.ts";
import { firstWords, round } from "./rows.ts";

/** Returns a word's row: its figures, and the way back to where it stands. */
export function keywordRow(row: KeynessRow, words: KeywordWords, sides: SideNames) {
  const right = row.logRatio >= 0;
  return {
    word: firstWords(row.word, 16),
    logRatio: round(row.logRatio, 2),
    often: words.times(timesOf(row.logRatio)),
    count: row.count,
    otherCount: row.otherCount,
    shown: words.occurrences(right ? row.count : row.otherCount),
    perThousand: round(row.perThousand, 1),
    otherPerThousand: round(row.otherPerThousand, 1),
    logLikelihood: round(row.logLikelihood, 1),
    adjusted: row.adjusted < 0.001 ? "< 0.001" : row.adjusted.toFixed(3),
    range: row.range,
    dispersion: round(row.dispersion, 2),
    sure: 1,
    side: right ? sides[0] : sides[1],
    words: row.example,
    units: row.unitKeys,
    spans: row.spans,
  };
}

/** Returns a log ratio as how many times as often: 2 is 4.0. */
function timesOf(logRatio: number): string {
  const times = 2 ** Math.abs(logRatio);
  return times < 10 ? times.toFixed(1) : String(Math.round(times));
}
