import type { SentimentEvidence } from "../../../model/layers.ts";
import { roundScore } from "../../../model/round-score.ts";
import { Mark } from "../rules/clause.ts";
import { signed } from "../rules/evidence.ts";
import type { ReadSentence, ReadUnit } from "../unit.ts";
import { NEGATIVE, POSITIVE } from "./linear-model.ts";
import { RULE_FEATURES } from "./rule-features.ts";
import { COMMENT, PLAIN, RULE_COLUMNS, type ToneModel } from "./tone-model.ts";

/** In logits between positive and negative. */
const NOTICEABLE = 0.5;

/** Evidence for what the model makes of a sentence's form: a wish, a condition, irony. */
export function ruleLean({ unit }: ReadUnit, read: ReadSentence, { rules }: ToneModel): readonly SentimentEvidence[] {
  if (read.marks === 0) return NOTHING;
  const { tokens, text, id } = unit;
  const found: SentimentEvidence[] = [];
  const add = (first: number, last: number, feature: number) => {
    const at = feature * RULE_COLUMNS;
    const side = (genre: number): number => rules[at + genre + POSITIVE]! - rules[at + genre + NEGATIVE]!;
    const lean = (side(PLAIN) + side(COMMENT)) / 2;
    if (Math.abs(lean) < NOTICEABLE) return;
    const start = tokens.start(first);
    const end = tokens.end(last - 1);
    if (read.evidence.some((piece) => piece.start < end && start < piece.end) && feature !== IRONY) return;
    const score = Math.tanh(lean / 2);
    const why = `model: ${RULE_FEATURES[feature]!} ${signed(score)}`;
    const words = text.slice(start, end);
    found.push(Object.freeze({ unit: id, start, end, text: words, score: roundScore(score), why, emotion: null }));
  };
  for (const [mark, feature] of MARKS) {
    const clause = (read.marks & mark) === 0 ? undefined : read.clauses.find(({ marks }) => (marks & mark) !== 0);
    if (clause !== undefined) add(clause.first, clause.last, feature);
  }
  return found;
}

const NOTHING: readonly SentimentEvidence[] = [];

const IRONY = RULE_FEATURES.indexOf("irony");

const MARKS = [
  [Mark.wish, RULE_FEATURES.indexOf("wish")],
  [Mark.conditional, RULE_FEATURES.indexOf("conditional")],
  [Mark.irony, IRONY],
] as const;
