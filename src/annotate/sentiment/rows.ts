import type { Sentiment, SentimentEvidence } from "../../model/layers.ts";
import type { ReadSentence, ReadUnit } from "./read-unit.ts";
import type { SentimentResources } from "./resources.ts";
import { balanceOf } from "./rules/balance.ts";
import { Mark } from "./rules/clauses.ts";
import { type Evidence, signed } from "./rules/evidence.ts";

/** The row of a whole unit. */
export function unitRow({ unit, sentences }: ReadUnit, _resources: SentimentResources): Sentiment {
  const { score, label } = balanceOf(sentences.flatMap(({ evidence }) => evidence));
  return {
    unit: unit.id,
    start: 0,
    end: unit.text.length,
    scope: "unit",
    target: null,
    score,
    label,
    confidence: 0.5,
    evidence: sentences.flatMap(({ evidence }) => evidence.map((piece) => evidenceRow(unit.id, unit.text, piece))),
    flags: [...new Set(sentences.flatMap(flagsOf))],
  };
}

/** The row of a sentence. */
export function sentenceRow({ unit }: ReadUnit, read: ReadSentence, _resources: SentimentResources): Sentiment {
  const { score, label } = balanceOf(read.evidence);
  const { start, end } = read.sentence;
  return {
    unit: unit.id,
    start,
    end,
    scope: "sentence",
    target: null,
    score,
    label,
    confidence: 0.5,
    evidence: read.evidence.map((piece) => evidenceRow(unit.id, unit.text, piece)),
    flags: flagsOf(read),
  };
}

/** Evidence as readers see it: the span, what it adds, and the rules in order. */
export function evidenceRow(unit: string, text: string, { start, end, score, steps }: Evidence): SentimentEvidence {
  const why = steps.length === 1 ? steps[0]! : `${steps.join(", ")} → ${signed(score)}`;
  return { unit, start, end, text: text.slice(start, end), score, why };
}

/** Marks of a sentence that a reader should know of. */
export function flagsOf({ marks, quoted }: ReadSentence): string[] {
  const flags: string[] = [];
  if ((marks & Mark.irony) !== 0) flags.push("irony");
  if ((marks & Mark.question) !== 0) flags.push("question");
  if ((marks & Mark.wish) !== 0) flags.push("wish");
  if (quoted) flags.push("quoted");
  return flags;
}
