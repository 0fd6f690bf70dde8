import type { SentimentEvidence } from "../../../model/layers.ts";
import { roundScore } from "../../../model/round-score.ts";
import { Is } from "../../../words/token-bits.ts";
import { Mark } from "../rules/clause.ts";
import { signed } from "../rules/evidence.ts";
import type { ReadSentence, ReadUnit } from "../unit.ts";
import { type LinearModel, NEGATIVE, POSITIVE } from "./linear-model.ts";
import { RULE_FEATURES } from "./rule-features.ts";

/** In logits between positive and negative. */
const NOTICEABLE = 0.5;

/** Evidence for what the model makes of a sentence's form: a question, a wish, growth of something unnamed, a bare negation. */
export function ruleLean(
  { unit, bits }: ReadUnit,
  read: ReadSentence,
  model: LinearModel,
): readonly SentimentEvidence[] {
  if (read.marks === 0 && read.loose.length === 0 && read.evidence.length > 0) return NOTHING;
  const { tokens, text, id } = unit;
  const found: SentimentEvidence[] = [];
  const add = (first: number, last: number, feature: number, size: number) => {
    const at = feature * model.classes;
    const lean = (model.rules[at + POSITIVE]! - model.rules[at + NEGATIVE]!) * size;
    if (Math.abs(lean) < NOTICEABLE) return;
    const start = tokens.start(first);
    const end = tokens.end(last - 1);
    if (
      read.evidence.some((piece) => piece.start < end && start < piece.end) &&
      feature !== QUESTION &&
      feature !== IRONY
    )
      return;
    const score = Math.tanh(lean / 2);
    const why = `model: ${RULE_FEATURES[feature]!} ${signed(score)}`;
    const words = text.slice(start, end);
    found.push(Object.freeze({ unit: id, start, end, text: words, score: roundScore(score), why, emotion: null }));
  };
  for (const [mark, feature] of MARKS) {
    const clause = (read.marks & mark) === 0 ? undefined : read.clauses.find(({ marks }) => (marks & mark) !== 0);
    if (clause !== undefined) add(clause.first, clause.last, feature, 1);
  }
  for (const { first, last, value } of read.loose) add(first, last, value > 0 ? GROWTH : DECREASE, 0.7);
  if (read.evidence.length > 0) return found;
  for (let i = read.sentence.firstToken; i < read.sentence.lastToken; i++) {
    if ((bits[i]! & Is.negation) === 0) continue;
    add(i, i + 1, BARE_NEGATION, 0.5);
    break;
  }
  return found;
}

const NOTHING: readonly SentimentEvidence[] = [];

const GROWTH = RULE_FEATURES.indexOf("growth of something unnamed");
const DECREASE = RULE_FEATURES.indexOf("decrease of something unnamed");
const BARE_NEGATION = RULE_FEATURES.indexOf("bare negation");

const QUESTION = RULE_FEATURES.indexOf("question");
const IRONY = RULE_FEATURES.indexOf("irony");

const MARKS = [
  [Mark.question, QUESTION],
  [Mark.wish, RULE_FEATURES.indexOf("wish")],
  [Mark.conditional, RULE_FEATURES.indexOf("conditional")],
  [Mark.irony, IRONY],
] as const;
