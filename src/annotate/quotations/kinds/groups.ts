import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { Speaker } from "../speakers/decide-speaker.ts";
import type { Quote } from "../speakers/quote.ts";
import type { Tally } from "./choose-kind.ts";

/** A bracket with its speaker and what speaks for each kind of it. */
export interface Judged {
  readonly quote: Quote;
  readonly speaker: Speaker | null;
  readonly tally: Tally;
}

/** Returns brackets in groups of one kind: those of a list (「A」と「B」), and the same words wherever they stand. */
export function groupsOf(brackets: readonly Judged[]): readonly (readonly Judged[])[] {
  if (brackets.length < 2) return brackets.map((one) => [one]);
  const groups: Judged[][] = [];
  const byWords = new Map<string, Judged[]>();
  let last: Judged | null = null;
  let group: Judged[] = [];
  for (const one of brackets) {
    const { frame, bracket, sentenceLike } = one.quote;
    const words = sentenceLike ? null : frame.text.slice(bracket.start, bracket.end);
    const same = words === null ? undefined : byWords.get(words);
    if (last !== null && areListed(last.quote, one.quote)) group.push(one);
    else if (same !== undefined) {
      group = same;
      group.push(one);
    } else {
      group = [one];
      groups.push(group);
    }
    if (words !== null && same === undefined) byWords.set(words, group);
    last = one;
  }
  return groups;
}

/** Whether nothing but a joint stands between two brackets, both of mere words or both of sentences. */
function areListed(one: Quote, next: Quote): boolean {
  const { frame, item } = one;
  if (next.frame !== frame || one.sentenceLike !== next.sentenceLike || one.bracket.mark !== next.bracket.mark)
    return false;
  const between = next.item - item - 1;
  if (between === 0 || (between === 1 && isJoint(frame, item + 1))) return true;
  // 「A」、村瀬の「B」
  if (between < 3 || between > 7 || frame.words[item + 1] !== W.COMMA || !reads(frame, next.item - 1, "の"))
    return false;
  for (let at = item + 2; at < next.item - 1; at++)
    if (!isNominal(frame.words[at]!) && frame.words[at] !== W.SYMBOL) return false;
  return true;
}

function isJoint(frame: Frame, item: number): boolean {
  if (frame.words[item] === W.COMMA || frame.text.slice(frame.starts[item], frame.ends[item]).trim() === "")
    return true;
  return ["と", "や", "・", "及び", "および", "/", "／"].some((written) => reads(frame, item, written));
}
