import type { AnalyzedUnit } from "../../../model/analysis.ts";
import type { SentimentEvidence } from "../../../model/layers.ts";
import { roundScore } from "../../../model/round-score.ts";
import type { Range } from "../../../model/span.ts";
import { signed } from "../rules/evidence.ts";
import { type Leaning, type Run, runsOf } from "./runs.ts";

const MOST = 3;
/** In logits between positive and negative; beside words that the rules name, only what is plain counts. */
const NOTICEABLE = 0.3;
const PLAIN = 0.5;

/** The words whose n-grams lean most to one side, at most three, clear of spans `taken`. */
export function heaviest(leaning: Leaning, taken: readonly Range[]): SentimentEvidence[] {
  const least = taken.length > 0 ? PLAIN : NOTICEABLE;
  const runs = runsOf(leaning, taken, least);
  if (runs.length > MOST) {
    runs.sort((a, b) => Math.abs(b.lean) - Math.abs(a.lean) || a.first - b.first);
    runs.length = MOST;
    runs.sort((a, b) => a.first - b.first);
  }
  return runs.map((run) => evidenceOf(leaning.unit, run));
}

/** The words that lean most to the side of a sign, however little; null if none does. */
export function strongest(leaning: Leaning, taken: readonly Range[], sign: number): SentimentEvidence | null {
  const { unit, leanByToken, factor, first, last } = leaning;
  // Measured by its peak, so that faint neighbours do not lengthen it.
  let peak = 0;
  for (let i = first; i < last; i++) peak = Math.max(peak, leanByToken[i]! * sign);
  if (peak === 0) return null;
  let best: Run | null = null;
  for (const least of [peak * factor, 0]) {
    for (const run of runsOf(leaning, taken, least)) {
      if (run.lean * sign > (best === null ? 0 : best.lean * sign)) best = run;
    }
    if (best !== null) return evidenceOf(unit, best);
  }
  return null;
}

/** The whole stretch, for what no word of it explains. */
export function wholeOf({ unit, first, last }: Leaning, score: number): SentimentEvidence {
  return show(unit, first, last, score, "form of the sentence");
}

function evidenceOf(unit: AnalyzedUnit, { first, last, lean }: Run): SentimentEvidence {
  return show(unit, first, last, Math.tanh(lean / 2), "words");
}

function show(
  { id, text, tokens }: AnalyzedUnit,
  first: number,
  last: number,
  score: number,
  what: string,
): SentimentEvidence {
  const start = tokens.start(first);
  const end = tokens.end(last - 1);
  const why = `model: ${what} ${signed(score)}`;
  return Object.freeze({
    unit: id,
    start,
    end,
    text: text.slice(start, end),
    score: roundScore(score),
    why,
    emotion: null,
  });
}
