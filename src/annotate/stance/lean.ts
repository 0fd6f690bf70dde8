import type { Range } from "../../model/span.ts";
import type { OwnWords } from "./own-words.ts";
import type { StanceCue, StanceEnding } from "./resources.ts";

/** Where a reply without any cue leans, and by which words. */
export interface Lean extends Range {
  readonly stance: Exclude<StanceCue["stance"], "but">;
  readonly weight: number;
  readonly why: string;
}

/** A question that asks for something is none of doubt. */
const ASKS = /何|誰|だれ|どこ|いつ|なぜ|なんで|どう|どの|どれ|どちら|いくら|いくつ|どなた|どんな/u;
const MARK = /[。、．.!！?？…〜~ーwｗ笑草)）\s]/u;
/** 会議は対面がいいけど、資料は家で: two sides weighed in one sentence. */
const WEIGHED =
  /(?:(?:は|も|のほうが|の方が|とは)[^。!！?？\n]{1,28}|(?:いい|良い|思う|わかる|分かる|分かります|わかります|認め|大事|必要|賛成|反対し?ない)[^。!！?？\n]{0,8})(?:けど|けれど|けれども|ですが|ますが|だが|ないが|いが|ものの)、|、(?:でも|ただ|ただし|だけど|とはいえ)/u;
/** 戦略核は使わないだろう。ただ… */
const TURNED = /^[^。!！?？\n]{4,60}。\s*(ただし?|でも|しかし|とはいえ|けれど)/u;
const PARTLY = /(?:全部|すべて|全て|全員|毎日|いつも)は/u;

/** Reads how the first two sentences of a reply's own words end: the last resort where no word says for or against. */
export function leanOf(text: string, { ranges }: OwnWords, endings: readonly StanceEnding[]): Lean | null {
  const turned = TURNED.exec(text.slice(ranges[0]?.start ?? 0, (ranges[0]?.start ?? 0) + 80));
  if (turned !== null) {
    const end = ranges[0]!.start + turned[0].length;
    return { start: end - turned[1]!.length, end, stance: "both", weight: 0.5, why: "turned in the second sentence" };
  }
  for (const sentence of firstSentences(text, ranges)) {
    const words = text.slice(sentence.start, sentence.end);
    const asked = /[?？]\s*$/u.test(words) || /か[。\s]*$/u.test(words);
    const weighed = asked ? null : (WEIGHED.exec(words) ?? PARTLY.exec(words));
    if (weighed !== null) {
      const start = sentence.start + weighed.index;
      return { start, end: start + weighed[0].length, stance: "both", weight: 0.5, why: "two sides weighed" };
    }
    const asks = asked && ASKS.test(words);
    const bare = words.slice(0, lengthWithoutMarks(words));
    // どうするんですか doubts by its own words; どこで買ったんですか only asks.
    const found = endings.find(
      (row) =>
        row.asked === asked &&
        bare.endsWith(row.ending) &&
        bare.length > row.ending.length &&
        (!asks || ASKS.test(row.ending)),
    );
    if (found === undefined) continue;
    const end = sentence.start + bare.length;
    const { ending, stance, weight } = found;
    return { start: end - ending.length, end, stance, weight, why: `…${ending} ${stance}` };
  }
  return null;
}

/** By hand, since an expression with `+$` would try a long run of marks inside the words from each of them. */
function lengthWithoutMarks(words: string): number {
  let length = words.length;
  while (length > 0 && MARK.test(words[length - 1]!)) length--;
  return length;
}

function firstSentences(text: string, ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { start, end } of ranges) {
    for (let from = start; from < end && found.length < 2; ) {
      let to = from;
      while (to < end && !"。!！?？\n".includes(text[to]!)) to++;
      while (to < end && "。!！?？\n".includes(text[to]!)) to++;
      if (to - from > 3) found.push({ start: from, end: to });
      from = to;
    }
  }
  return found;
}
