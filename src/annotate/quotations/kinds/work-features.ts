import { isNominal, W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import type { Quote } from "../speakers/quote.ts";

/** So many items before and behind a bracket are looked at for what its sentence is about. */
const [LEFT, RIGHT] = [8, 10];

/**
 * Calls back with each feature of a bracket of mere words that may tell whether it names a work: `side word`, as in
 * `before 雑誌`, `behind を`, `then 発表`, `left 監督`, `right 放送`, `ends 物語`, `shape カナ`.
 */
export function workFeatures({ frame, item, start, end, bracket }: Quote, each: (feature: string) => void): void {
  const words = frame.text.slice(bracket.start, bracket.end);
  const surface = (at: number) => (at < start || at >= end ? "-" : written(frame, at));
  each(`before ${surface(item - 1)}`);
  each(`before ${surface(item - 2)} ${surface(item - 1)}`);
  each(`behind ${surface(item + 1)}`);
  each(`behind ${surface(item + 1)} ${surface(item + 2)}`);
  each(`then ${firstContent(frame, item + 1, end)}`);
  for (let at = Math.max(start, item - LEFT); at < item; at++)
    if (isContent(frame.words[at]!)) each(`left ${surface(at)}`);
  for (let at = item + 1; at < Math.min(end, item + RIGHT); at++)
    if (isContent(frame.words[at]!)) each(`right ${surface(at)}`);
  each(`mark ${bracket.mark}`);
  each(`shape ${shapeOf(words)}`);
  each(`length ${lengthOf(words.length)}`);
  for (let from = 1; from <= 3 && from < words.length; from++) each(`ends ${words.slice(-from)}`);
  if (words.length > 2) each(`begins ${words.slice(0, 2)}`);
  if (words.includes("の") && words.length > 2) each("holds の");
  if (/[・ 　]/u.test(words)) each("holds a joint");
  if (/[0-9０-９]/u.test(words)) each("holds a digit");
  if (/[をがはにへと〜！!?？]/u.test(words)) each("holds a particle");
}

const written = (frame: Frame, at: number) =>
  frame.words[at] === W.QUOTE
    ? "「」"
    : frame.words[at] === W.NUMBER
      ? "0"
      : frame.text.slice(frame.starts[at]!, frame.ends[at]!);

const isContent = (word: number) => (isNominal(word) && word !== W.NUMBER && word !== W.SUFFIX) || word === W.VERB;

/** The first word of some content in the clause behind a bracket. */
function firstContent(frame: Frame, from: number, end: number): string {
  for (let at = from; at < Math.min(end, from + 5); at++) {
    if (frame.words[at] === W.COMMA || frame.words[at] === W.QUOTE) return ",";
    if (isContent(frame.words[at]!)) return written(frame, at);
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

const lengthOf = (length: number) =>
  length <= 2 ? "2" : length <= 4 ? "4" : length <= 7 ? "7" : length <= 12 ? "12" : "more";
