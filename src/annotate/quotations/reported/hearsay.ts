import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";
import { sourceIn } from "../speakers/agents.ts";
import type { Indirect } from "./indirect.ts";
import { trimStart } from "./report-start.ts";

/** 警察によると、男は容疑を認めているという。 */
export function hearsayIn(frame: Frame, from: number, to: number, resources: QuotationResources): Indirect | null {
  const source = sourceIn(frame, from, Math.min(to, from + 25), resources);
  if (source === null || bracketed(frame, from, to)) return null;
  const start = trimStart(frame, source.after, to, resources);
  if (start >= to) return null;
  let end = to;
  while (end > start && (frame.words[end - 1] === W.PERIOD || frame.words[end - 1] === W.SYMBOL)) end--;
  const offset = frame.ends[end - 1]!;
  const text = frame.text.slice(frame.starts[start]!, offset);
  const tail =
    resources.words.hearsay.filter((ending) => text.endsWith(ending)).sort((a, b) => b.length - a.length)[0] ?? "";
  if (text.length - tail.length < 3) return null;
  const turn = tail === "" ? turnIn(frame, start, end) : -1;
  return {
    start: frame.starts[start]!,
    end: turn < 0 ? offset - tail.length : frame.ends[turn - 1]!,
    verb: null,
    speaker: { phrase: source.phrase, confidence: 0.85, by: "source" },
    confidence: 0.8,
    by: "source",
    from,
    to,
  };
}

/** Item of が、 behind which the writer goes on: 個体数は戻りつつあるが、楽観はできない; -1 without one. */
function turnIn(frame: Frame, from: number, to: number): number {
  for (let item = from + 2; item < to - 1; item++) {
    if (frame.words[item] === W.JOINING && reads(frame, item, "が") && frame.words[item + 1] === W.COMMA) return item;
  }
  return -1;
}

/** Whether brackets stand between two items. */
export function bracketed(frame: Frame, from: number, to: number): boolean {
  for (let item = from; item < to; item++) if (frame.words[item] === W.QUOTE) return true;
  return false;
}
