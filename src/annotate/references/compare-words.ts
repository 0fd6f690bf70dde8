import { isDigit, isHiragana } from "../../words/characters.ts";
import { endOfInflection, endsInsideToken } from "./inflection.ts";
import { offsetAfter, round } from "./offsets.ts";
import { LEAST_LENGTH, type Match, type Target } from "./target.ts";

/** A place of a text from a folded character on, and the number of the text. */
interface Place extends Target {
  readonly target: number;
  readonly from: number;
}

/** Returns where the same characters stand once folded: whole sentences, a piece, or only another width. */
export function sameWords(raw: string, { target, unit, folded, from }: Place, length: number): Match {
  const to = from + length;
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

/** Returns where the same stands up to an ending in kana: 満たない quoted as 満たなかった; null if more than that differs. */
export function otherEnding(codes: Uint16Array, { target, unit, folded, from }: Place, common: number): Match | null {
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
