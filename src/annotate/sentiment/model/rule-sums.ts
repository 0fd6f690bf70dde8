import { Is } from "../../../words/token-bits.ts";
import type { Evidence } from "../rules/evidence.ts";
import type { ReadSentence } from "../unit.ts";

/** What the rules find on one side, the positive or the negative; strengths added up. */
export class Side {
  /** Of the sentence being read, and of all. */
  own = 0;
  sum = 0;
  /** The strongest piece of evidence. */
  most = 0;
  /** Growth or decrease of something good or bad, and of something unnamed. */
  trend = 0;
  loose = 0;
  /** What is granted before a but, and what is said after it. */
  beforeBut = 0;
  afterBut = 0;
}

/** What the rules find in some neighbouring sentences together. */
export class RuleSums {
  readonly positive = new Side();
  readonly negative = new Side();
  /** Pieces of evidence, and those that a negation turned. */
  count = 0;
  negated = 0;
  firstScore = 0;
  lastScore = 0;
  /** Balance of the last sentence with evidence. */
  lastBalance = 0;
  /** Clauses that begin with a but. */
  contrast = 0;
  marks = 0;
  quoted = false;

  add(sentence: ReadSentence): void {
    const { positive, negative } = this;
    positive.own = 0;
    negative.own = 0;
    for (const piece of sentence.evidence) if (piece.score !== 0) this.#addEvidence(piece, sentence);
    for (const { contrast } of sentence.clauses) if (contrast) this.contrast++;
    positive.sum += positive.own;
    negative.sum += negative.own;
    if (positive.own + negative.own > 0) this.lastBalance = balanceOf(positive.own, negative.own);
    this.marks |= sentence.marks;
    if (sentence.quoted) this.quoted = true;
    for (const { value } of sentence.loose) {
      if (value > 0) positive.loose += value;
      else negative.loose -= value;
    }
  }

  #addEvidence({ score, clause, trend, negated }: Evidence, { clauses }: ReadSentence): void {
    const side = score > 0 ? this.positive : this.negative;
    const size = Math.abs(score);
    side.own += size;
    if (size > side.most) side.most = size;
    if (trend) side.trend += size;
    const { conceded, contrast } = clauses[clause]!;
    if (conceded) side.beforeBut += size;
    else if (contrast) side.afterBut += size;
    if (this.count === 0) this.firstScore = score;
    this.lastScore = score;
    this.count++;
    if (negated) this.negated++;
  }
}

/** From -1, all negative, to 1. */
export function balanceOf(positive: number, negative: number): number {
  return (positive - negative) / (positive + negative + 0.3);
}

/** Words of a few kinds among some tokens. */
export class WordCounts {
  negations = 0;
  figures = 0;
  adjectives = 0;

  constructor(bits: Int32Array, first: number, last: number) {
    for (let i = first; i < last; i++) {
      const own = bits[i]!;
      if ((own & Is.negation) !== 0) this.negations++;
      else if ((own & Is.number) !== 0) this.figures++;
      else if ((own & Is.adjective) !== 0) this.adjectives++;
    }
  }
}
