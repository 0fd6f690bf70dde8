import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { Mark } from "../rules/clause.ts";
import type { ReadSentence } from "../unit.ts";

/** What the rules say of a text, as numbers around 1; the names stand in the model card. */
export const RULE_FEATURES = [
  "bias",
  "no evidence",
  "positive",
  "negative",
  "balance",
  "balance, last sentence",
  "last evidence",
  "first evidence",
  "strongest positive",
  "strongest negative",
  "weaker side",
  "positive before but",
  "negative before but",
  "positive after but",
  "negative after but",
  "contrast",
  "trend up",
  "trend down",
  "growth of something unnamed",
  "decrease of something unnamed",
  "negated",
  "negations",
  "bare negation",
  "conditional",
  "wish",
  "question",
  "hedge",
  "irony",
  "quoted",
  "length",
  "figures",
  "ends in past",
  "both sides",
  "clearly positive",
  "clearly negative",
  "adjectives",
] as const;

/** Fills `features` with what the rules say of sentences that cover tokens `[first, last)`. */
export function ruleFeatures(
  sentences: readonly ReadSentence[],
  tokens: Tokens,
  classes: Int32Array,
  first: number,
  last: number,
  features: Float64Array,
): void {
  let positive = 0;
  let negative = 0;
  let maxPositive = 0;
  let maxNegative = 0;
  let firstScore = 0;
  let lastScore = 0;
  let lastBalance = 0;
  let count = 0;
  let marks = 0;
  let quoted = 0;
  let looseUp = 0;
  let looseDown = 0;
  let trendUp = 0;
  let trendDown = 0;
  let negated = 0;
  let contrast = 0;
  const beforeBut = [0, 0];
  const afterBut = [0, 0];
  for (const sentence of sentences) {
    let p = 0;
    let n = 0;
    for (const { score, clause, trend, negated: turned } of sentence.evidence) {
      if (score === 0) continue;
      const side = score > 0 ? 0 : 1;
      const size = Math.abs(score);
      if (side === 0) p += size;
      else n += size;
      if (side === 0) maxPositive = Math.max(maxPositive, size);
      else maxNegative = Math.max(maxNegative, size);
      if (count === 0) firstScore = score;
      lastScore = score;
      count++;
      if (trend) {
        if (side === 0) trendUp += size;
        else trendDown += size;
      }
      if (turned) negated++;
      const { conceded, contrast: turns } = sentence.clauses[clause]!;
      if (conceded) beforeBut[side]! += size;
      else if (turns) afterBut[side]! += size;
    }
    for (const { contrast: turns } of sentence.clauses) if (turns) contrast++;
    positive += p;
    negative += n;
    if (p + n > 0) lastBalance = (p - n) / (p + n + 0.3);
    marks |= sentence.marks;
    if (sentence.quoted) quoted = 1;
    for (const { value } of sentence.loose) {
      if (value > 0) looseUp += value;
      else looseDown -= value;
    }
  }
  let negations = 0;
  let figures = 0;
  let adjectives = 0;
  for (let i = first; i < last; i++) {
    const bits = classes[i]!;
    if ((bits & Is.negation) !== 0) negations++;
    else if ((bits & Is.number) !== 0) figures++;
    else if ((bits & Is.adjective) !== 0) adjectives++;
  }
  let end = last - 1;
  while (end > first && (classes[end]! & (Is.symbol | Is.final)) !== 0) end--;
  const past = end >= first && (classes[end]! & Is.auxiliary) !== 0 && tokens.surface(end) === "た" ? 1 : 0;
  const balance = (positive - negative) / (positive + negative + 0.3);
  const has = (mark: number) => ((marks & mark) === 0 ? 0 : 1);
  let f = 0;
  features[f++] = 1;
  features[f++] = count === 0 ? 1 : 0;
  features[f++] = soft(positive);
  features[f++] = soft(negative);
  features[f++] = balance;
  features[f++] = lastBalance;
  features[f++] = lastScore;
  features[f++] = firstScore;
  features[f++] = maxPositive;
  features[f++] = maxNegative;
  features[f++] = soft(Math.min(positive, negative));
  features[f++] = soft(beforeBut[0]!);
  features[f++] = soft(beforeBut[1]!);
  features[f++] = soft(afterBut[0]!);
  features[f++] = soft(afterBut[1]!);
  features[f++] = soft(contrast);
  features[f++] = soft(trendUp);
  features[f++] = soft(trendDown);
  features[f++] = soft(looseUp);
  features[f++] = soft(looseDown);
  features[f++] = soft(negated);
  features[f++] = soft(negations);
  features[f++] = count === 0 ? soft(negations) : 0;
  features[f++] = has(Mark.conditional);
  features[f++] = has(Mark.wish);
  features[f++] = has(Mark.question);
  features[f++] = has(Mark.hedge);
  features[f++] = has(Mark.irony);
  features[f++] = quoted;
  features[f++] = Math.log2(1 + last - first) / 8;
  features[f++] = soft(figures);
  features[f++] = past;
  features[f++] = positive > 0.2 && negative > 0.2 ? 1 : 0;
  features[f++] = positive > 0.2 && negative === 0 ? 1 : 0;
  features[f++] = negative > 0.2 && positive === 0 ? 1 : 0;
  features[f++] = soft(adjectives);
}

/** From 0 to 1, half way at 1. */
function soft(value: number): number {
  return value / (1 + value);
}
