import type { Frame } from "../frame/frame.ts";
import type { Cue } from "../resources.ts";
import type { Quote } from "../speakers/quote.ts";

/** What words beside a bracket speak for, and what the output calls them: いわゆる「…」, 「…」とやら. */
export interface Cues {
  readonly cues: readonly Cue[];
  readonly by: `${string} before` | `${string} after`;
}

/** The irony of a word before it touches a sentence less than a noun. */
const IRONY_OF_SENTENCE = 0.6;
const NONE: Cues = { cues: [], by: " after" };

/** Returns what the words before a bracket speak for, by the longest cue that is a word of its own: 例の is none in 恒例の. */
export function cuesBefore({ frame, item, sentenceLike, resources }: Quote): Cues {
  const found = resources.before.longest(frame.text, frame.starts[item]!, 0);
  if (found === null || !beginsWord(frame, item, frame.starts[item]! - found.word.length)) return NONE;
  const cues = sentenceLike ? found.value.map(lessIronic) : found.value;
  return { cues, by: `${found.word} before` };
}

/** Returns what the words behind a bracket speak for, unless they belong to the verb or noun that reports it. */
export function cuesAfter({ frame, item, predicate: { tie, verbClass }, resources }: Quote): Cues {
  if (verbClass !== null && verbClass !== "name") {
    if (tie === "to") return NONE;
    if (tie === "noun" && resources.words.nounTies.some((tied) => frame.text.startsWith(tied, frame.ends[item]!)))
      return NONE;
  }
  const found = resources.after.longest(frame.text, frame.ends[item]!, frame.text.length);
  return found === null ? NONE : { cues: found.value, by: `${found.word} after` };
}

const lessIronic = (cue: Cue): Cue =>
  cue.kind === "scare" ? { kind: cue.kind, weight: cue.weight * IRONY_OF_SENTENCE } : cue;

function beginsWord(frame: Frame, quote: number, at: number): boolean {
  let item = quote - 1;
  while (item > 0 && frame.starts[item]! > at) item--;
  return frame.starts[item] === at || !/[\u4e00-\u9fff]{2}/u.test(frame.text.slice(at - 1, at + 1));
}
