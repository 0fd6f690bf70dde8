import type { Range } from "../../model/span.ts";
import type { Rule } from "../../words/rule.ts";
import type { OwnWords } from "./own-words.ts";
import type { StanceCue, StanceRules } from "./resources.ts";

/** Where a reply without any cue leans, and by which words. */
export interface Lean extends Range {
  readonly stance: Exclude<StanceCue["stance"], "but">;
  readonly weight: number;
  readonly why: string;
}

/** One of the first two sentences of a reply's own words. */
interface Sentence {
  readonly start: number;
  readonly words: string;
  /** Whether it ends as a question. */
  readonly asked: boolean;
}

/** A rule of how a sentence leans; null where it does not by this rule. */
interface LeanRule extends Rule {
  readonly when: (sentence: Sentence, resources: StanceRules) => Lean | null;
}

const MARK = /[。、．.!！?？…〜~ーwｗ笑草)）\s]/u;

/** How a sentence leans that has no cue, by priority: the first row that finds something decides. */
export const LEANS: readonly LeanRule[] = [
  {
    name: "two sides weighed",
    example: "会議は対面がいいけど、資料は家で作れる。",
    when: (sentence, { patterns, weights }) => bothSides(sentence, patterns.weighed, weights["two sides"]),
  },
  {
    name: "a part only",
    example: "全部は要らない。",
    when: (sentence, { patterns, weights }) => bothSides(sentence, patterns.partly, weights["two sides"]),
  },
  {
    name: "ending",
    example: "腹持ちいいし",
    when: ({ start, words, asked }, { patterns, endings }) => {
      const bare = words.slice(0, lengthWithoutMarks(words));
      // どうするんですか doubts by its own words; どこで買ったんですか only asks.
      const asks = asked && patterns.asking.test(words);
      const found = endings.find(
        (row) =>
          row.asked === asked &&
          bare.endsWith(row.ending) &&
          bare.length > row.ending.length &&
          (!asks || patterns.asking.test(row.ending)),
      );
      if (found === undefined) return null;
      const { ending, stance, weight } = found;
      const end = start + bare.length;
      return { start: end - ending.length, end, stance, weight, why: `…${ending} ${stance}` };
    },
  },
];

/** Returns how the first two sentences of a reply's own words lean: the last resort where no word says for or against. */
export function leanOf(text: string, { ranges }: OwnWords, resources: StanceRules): Lean | null {
  if (ranges.length === 0) return null;
  const turned = turnedIn(text, ranges[0]!.start, resources);
  if (turned !== null) return turned;
  for (const sentence of firstSentences(text, ranges))
    for (const { when } of LEANS) {
      const lean = when(sentence, resources);
      if (lean !== null) return lean;
    }
  return null;
}

/** Returns the word that turns in the second sentence: 戦略核は使わないだろう。ただ… */
function turnedIn(text: string, start: number, { patterns, weights }: StanceRules): Lean | null {
  const found = patterns.turned.exec(text.slice(start, start + 80));
  if (found === null) return null;
  const end = start + found[0].length;
  const why = "turned in the second sentence";
  return { start: end - found[1]!.length, end, stance: "both", weight: weights["two sides"], why };
}

function bothSides({ start, words, asked }: Sentence, pattern: RegExp, weight: number): Lean | null {
  const found = asked ? null : pattern.exec(words);
  if (found === null) return null;
  const from = start + found.index;
  return { start: from, end: from + found[0].length, stance: "both", weight, why: "two sides weighed" };
}

/** By hand, since an expression with `+$` would try a long run of marks inside the words from each of them. */
function lengthWithoutMarks(words: string): number {
  let length = words.length;
  while (length > 0 && MARK.test(words[length - 1]!)) length--;
  return length;
}

function firstSentences(text: string, ranges: readonly Range[]): Sentence[] {
  const found: Sentence[] = [];
  for (const { start, end } of ranges) {
    for (let from = start; from < end && found.length < 2; ) {
      let to = from;
      while (to < end && !"。!！?？\n".includes(text[to]!)) to++;
      while (to < end && "。!！?？\n".includes(text[to]!)) to++;
      const words = text.slice(from, to);
      if (to - from > 3) found.push({ start: from, words, asked: isQuestion(words) });
      from = to;
    }
  }
  return found;
}

function isQuestion(words: string): boolean {
  return /[?？]\s*$/u.test(words) || /か[。\s]*$/u.test(words);
}
