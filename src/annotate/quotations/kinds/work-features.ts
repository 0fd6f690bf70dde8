import type { FirstCharacters } from "../../../words/first-characters.ts";
import { isNominal, W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import type { Quote } from "../speakers/quote.ts";

/** What a word that may tell of a work is to the bracket. */
export const WORK_SIDES = [
  "before",
  "two before",
  "behind",
  "two behind",
  "then",
  "left",
  "right",
  "mark",
  "shape",
  "length",
  "ends",
  "begins",
  "holds",
] as const;
export type WorkSide = (typeof WORK_SIDES)[number];

/** So many items before and behind a bracket are looked at for what its sentence is about. */
const [LEFT, RIGHT] = [8, 10];
const PARTICLE = /[をがはにへと〜！!?？]/u;

/** Adds up what a table gives for each word beside and in a bracket of mere words; `firsts` spares the others farther off. */
export function sumOfFeatures(
  { frame, item, start, end, bracket }: Quote,
  weigh: (side: WorkSide, word: string) => number,
  firsts?: Readonly<Record<"left" | "right", FirstCharacters>>,
): number {
  const words = frame.text.slice(bracket.start, bracket.end);
  const before = wordAt(frame, item - 1, start, end);
  const behind = wordAt(frame, item + 1, start, end);
  let sum = weigh("before", before) + weigh("behind", behind) + weigh("then", firstContent(frame, item + 1, end));
  sum += weigh("two before", `${wordAt(frame, item - 2, start, end)} ${before}`);
  sum += weigh("two behind", `${behind} ${wordAt(frame, item + 2, start, end)}`);
  for (let at = Math.max(start, item - LEFT); at < item; at++)
    if (isContent(frame.words[at]!) && firsts?.left.mayStandAt(frame.text, frame.starts[at]!) !== false)
      sum += weigh("left", wordAt(frame, at, start, end));
  const to = Math.min(end, item + RIGHT);
  for (let at = item + 1; at < to; at++)
    if (isContent(frame.words[at]!) && firsts?.right.mayStandAt(frame.text, frame.starts[at]!) !== false)
      sum += weigh("right", wordAt(frame, at, start, end));
  return sum + sumInside(words, bracket.mark, weigh);
}

function sumInside(words: string, mark: string, weigh: (side: WorkSide, word: string) => number): number {
  const { length } = words;
  let sum = weigh("mark", mark) + weigh("shape", shapeOf(words)) + weigh("length", lengthOf(length));
  for (let from = 1; from <= 3 && from < length; from++) sum += weigh("ends", words.slice(-from));
  if (length > 2) sum += weigh("begins", words.slice(0, 2));
  if (length > 2 && words.includes("の")) sum += weigh("holds", "の");
  if (PARTICLE.test(words)) sum += weigh("holds", "a particle");
  return sum;
}

function wordAt(frame: Frame, at: number, start: number, end: number): string {
  if (at < start || at >= end) return "-";
  if (frame.words[at] === W.QUOTE) return "「」";
  return frame.words[at] === W.NUMBER ? "0" : frame.text.slice(frame.starts[at]!, frame.ends[at]!);
}

function isContent(word: number): boolean {
  return (isNominal(word) && word !== W.NUMBER && word !== W.SUFFIX) || word === W.VERB;
}

/** The first word of some content in the clause behind a bracket. */
function firstContent(frame: Frame, from: number, end: number): string {
  for (let at = from; at < Math.min(end, from + 5); at++) {
    if (frame.words[at] === W.COMMA || frame.words[at] === W.QUOTE) return ",";
    if (isContent(frame.words[at]!)) return frame.text.slice(frame.starts[at]!, frame.ends[at]!);
  }
  return "-";
}

function shapeOf(words: string): string {
  if (/^[ァ-ヶー・＝=]+$/u.test(words)) return "カナ";
  if (/^[一-龠々]+$/u.test(words)) return "漢字";
  if (/^[ぁ-んー]+$/u.test(words)) return "かな";
  if (/^[A-Za-z0-9 .,'’!&:-]+$/u.test(words)) return words.includes(" ") ? "Latin words" : "Latin";
  return /[ァ-ヶ]/u.test(words) && /[一-龠]/u.test(words) ? "カナ漢字" : "mixed";
}

function lengthOf(length: number): string {
  if (length <= 2) return "2";
  if (length <= 4) return "4";
  return length <= 7 ? "7" : length <= 12 ? "12" : "more";
}
