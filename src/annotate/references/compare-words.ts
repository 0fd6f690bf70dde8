import type { AnalyzedUnit } from "../../model/analysis.ts";
import { isDigit, isHiragana } from "../../words/characters.ts";
import type { Folded } from "./fold.ts";
import { endOfInflection, endsInsideToken } from "./inflection.ts";
import { offsetAfter, round } from "./offsets.ts";
import { LEAST_LENGTH, type Match } from "./target.ts";

/** The same characters once folded: whole sentences, a piece, or only another width. */
export function sameWords(
  raw: string,
  target: number,
  from: number,
  to: number,
  unit: AnalyzedUnit,
  folded: Folded,
): Match {
  const start = folded.from[from]!;
  let end = offsetAfter(folded, unit.text, to);
  // What was folded away at the end of both belongs to both: 。
  const closing = /[。、!！?？…)）」』]+$/.exec(raw)?.[0] ?? "";
  if (closing !== "" && unit.text.startsWith(closing, end)) end += closing.length;
  const written = unit.text.slice(start, end);
  const match = { target, start, end, similarity: 1 };
  if (written !== raw && stripped(written) !== stripped(raw)) return { ...match, change: "width", similarity: 1 };
  if (endsInsideToken(unit, end)) {
    const whole = endOfInflection(unit, end);
    if (whole > end)
      return { ...match, end: whole, similarity: round((end - start) / (whole - start)), change: "ending" };
  }
  const { sentences } = unit;
  const complete =
    sentences.some((sentence) => sentence.start === start) && sentences.some((sentence) => sentence.end === end);
  return { ...match, change: complete ? "exact" : "partial" };
}

/** Without the punctuation at both ends, where quoting often cuts. */
function stripped(text: string): string {
  return text.replace(/^[\s。、「『(（]+|[\s。、」』)）!！?？…]+$/g, "");
}

/** The same up to an ending in kana: 満たない quoted as 満たなかった. */
export function otherEnding(
  codes: Uint16Array,
  common: number,
  target: number,
  from: number,
  unit: AnalyzedUnit,
  folded: Folded,
): Match | null {
  const rest = codes.length - common;
  if (common < LEAST_LENGTH || rest > 7 || common / codes.length < 0.55) return null;
  for (let i = common; i < codes.length; i++) if (!isHiragana(codes[i]!)) return null;
  const start = folded.from[from]!;
  const shared = offsetAfter(folded, unit.text, from + common);
  // ない quoted as ありません: the word itself is inflected.
  const row = unit.tokens.indexAt(shared);
  const being =
    row < unit.tokens.length && unit.tokens.start(row) === shared && ["ない", "ある"].includes(unit.tokens.lemma(row));
  const end = endOfInflection(unit, being ? unit.tokens.end(row) : shared);
  const edits = Math.max(rest, end - shared);
  if (edits > 8) return null;
  return { target, start, end, similarity: round(1 - edits / (common + edits)), change: "ending" };
}

/** Numbers must be the same: another number is another claim. */
export function sameNumbers(a: Uint16Array, b: Uint16Array): boolean {
  const digits = (codes: Uint16Array) => [...codes].filter(isDigit).join();
  return digits(a) === digits(b);
}
