import { W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";
import { sourceIn } from "../speakers/agents.ts";
import type { Indirect } from "./indirect.ts";
import { trimStart } from "./report-start.ts";

/** 警察によると、男は容疑を認めているという。 */
export function hearsayIn(frame: Frame, from: number, to: number, resources: QuotationResources): Indirect | null {
  let end = to;
  while (end > from && (frame.words[end - 1] === W.PERIOD || frame.words[end - 1] === W.SYMBOL)) end--;
  if (end === from) return null;
  const offset = frame.ends[end - 1]!;
  // Without という the writer tells it as a fact of their own.
  const tail = resources.hearsayEnds.longest(frame.text, offset, frame.starts[from]!);
  if (tail === null) return null;
  const source = sourceIn(frame, from, Math.min(to, from + 25), resources);
  if (source === null) return null;
  const start = trimStart(frame, source.after, to, resources);
  const close = offset - tail.word.length;
  if (start >= to || close - frame.starts[start]! < 3) return null;
  // 店長いわく「今が旬」だそうだ: the bracket is the words.
  if (frame.words[start] === W.QUOTE && frame.ends[start]! >= close - 1) return null;
  return {
    start: frame.starts[start]!,
    end: close,
    verb: null,
    speaker: { phrase: source.phrase, confidence: 0.85, by: "source" },
    confidence: 0.8,
    by: "source",
    from,
    to,
  };
}

/** Whether brackets stand between two items. */
export function bracketed(frame: Frame, from: number, to: number): boolean {
  for (let item = from; item < to; item++) if (frame.words[item] === W.QUOTE) return true;
  return false;
}
