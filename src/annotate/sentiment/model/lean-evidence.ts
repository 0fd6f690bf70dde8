import type { AnalyzedUnit } from "../../../model/analysis.ts";
import type { SentimentEvidence } from "../../../model/layers.ts";
import { roundScore } from "../../../model/round-score.ts";
import { overlaps, type Range } from "../../../model/span.ts";
import type { ReadSentence, ReadUnit } from "../read-unit.ts";
import { signed } from "../rules/evidence.ts";
import { Is } from "../rules/token-classes.ts";
import { type LinearModel, slotNorm } from "./linear-model.ts";

const MOST = 3;
/** In logits between positive and negative; beside words that the rules name, only what is plain counts. */
const NOTICEABLE = 0.3;
const PLAIN = 0.5;

/** A run of tokens that lean to one side. */
interface Run extends Range {
  readonly lean: number;
}

/** The words whose n-grams weigh most in a sentence, beside those that the rules name already. */
export function leanEvidence(
  { unit, bits, leanByToken }: ReadUnit,
  read: ReadSentence,
  { scale }: LinearModel,
): SentimentEvidence[] {
  const { firstToken, lastToken } = read.sentence;
  return heaviest(unit, bits, leanByToken, slotNorm(read.lean.count) * scale, firstToken, lastToken, read.evidence);
}

/** The runs of tokens in `[first, last)` that lean most to one side, at most three, clear of spans `taken`. */
export function heaviest(
  { id, text, tokens }: AnalyzedUnit,
  bits: Int32Array,
  leanByToken: Float32Array,
  factor: number,
  first: number,
  last: number,
  taken: readonly Range[],
): SentimentEvidence[] {
  const least = taken.length > 0 ? PLAIN : NOTICEABLE;
  const runs: Run[] = [];
  let from = -1;
  let sum = 0;
  const close = (to: number) => {
    if (from >= 0 && Math.abs(sum) >= least) {
      const run = { start: tokens.start(from), end: tokens.end(to - 1), lean: sum };
      if (!taken.some((piece) => overlaps(piece, run))) runs.push(run);
    }
    from = -1;
    sum = 0;
  };
  for (let i = first; i < last; i++) {
    const lean = leanByToken[i]! * factor;
    if ((bits[i]! & SILENT) !== 0 || Math.abs(lean) < least / 4) {
      close(i);
      continue;
    }
    if (sum !== 0 && sum > 0 !== lean > 0) close(i);
    if (from < 0) from = i;
    sum += lean;
  }
  close(last);
  if (runs.length > MOST) {
    runs.sort((a, b) => Math.abs(b.lean) - Math.abs(a.lean) || a.start - b.start);
    runs.length = MOST;
    runs.sort((a, b) => a.start - b.start);
  }
  return runs.map(({ start, end, lean }) => {
    const score = Math.tanh(lean / 2);
    const words = text.slice(start, end);
    return Object.freeze({
      unit: id,
      start,
      end,
      text: words,
      score: roundScore(score),
      why: `model: words ${signed(score)}`,
    });
  });
}

const SILENT = Is.comma | Is.period | Is.bracket | Is.number;
