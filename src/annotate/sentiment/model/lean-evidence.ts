import type { AnalyzedUnit } from "../../../model/analysis.ts";
import type { SentimentEvidence } from "../../../model/layers.ts";
import { overlaps, type Range } from "../../../model/span.ts";
import type { ReadSentence, ReadUnit } from "../read-unit.ts";
import { signed } from "../rules/evidence.ts";
import { Is } from "../rules/token-classes.ts";
import { type LinearModel, slotNorm } from "./linear-model.ts";

const MOST = 3;
/** In logits between positive and negative; beside words that the rules name, only what is plain counts. */
const NOTICEABLE = 0.3;
const PLAIN = 0.5;

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
  const runs: { first: number; last: number; lean: number }[] = [];
  for (let i = first; i < last; i++) {
    const lean = leanByToken[i]! * factor;
    if ((bits[i]! & (Is.comma | Is.period | Is.bracket | Is.number)) !== 0 || Math.abs(lean) < least / 4) continue;
    const previous = runs.at(-1);
    if (previous !== undefined && previous.last === i && previous.lean > 0 === lean > 0) {
      previous.last = i + 1;
      previous.lean += lean;
    } else runs.push({ first: i, last: i + 1, lean });
  }
  return runs
    .filter(({ lean }) => Math.abs(lean) >= least)
    .map((run) => {
      const start = tokens.start(run.first);
      const end = tokens.end(run.last - 1);
      const score = Math.tanh(run.lean / 2);
      return { unit: id, start, end, text: text.slice(start, end), score, why: `model: words ${signed(score)}` };
    })
    .filter((run) => !taken.some((piece) => overlaps(piece, run)))
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || a.start - b.start)
    .slice(0, MOST)
    .sort((a, b) => a.start - b.start);
}
