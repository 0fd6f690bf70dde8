import type { Sentiment, SentimentEvidence } from "../../model/layers.ts";
import { leanEvidence } from "./model/lean-evidence.ts";
import type { LinearModel } from "./model/linear-model.ts";
import { RULE_FEATURES, ruleFeatures } from "./model/rule-features.ts";
import { ruleLean } from "./model/rule-lean.ts";
import { meanVerdict, type Verdict, verdictOf } from "./model/verdict.ts";
import type { ReadSentence, ReadUnit } from "./read-unit.ts";
import type { SentimentResources } from "./resources.ts";
import { Mark } from "./rules/clauses.ts";
import { type Evidence, signed } from "./rules/evidence.ts";

/** Texts of more sentences are judged by the mean of their sentences. */
const SHORT = 6;

/** The rows of a unit and of each of its sentences. */
export function unitRows(read: ReadUnit, { model }: SentimentResources): Sentiment[] {
  const { unit, sentences } = read;
  const verdicts = sentences.map((sentence) => verdictOn(read, [sentence], model));
  // What leaves a sentence silent does not speak for the unit either.
  const evidence = sentences.map((sentence, i) => settle(verdicts[i]!, evidenceOf(read, sentence, model)).evidence);
  const whole =
    sentences.length === 1
      ? verdicts[0]!
      : sentences.length <= SHORT
        ? verdictOn(read, sentences, model)
        : meanVerdict(
            verdicts,
            sentences.map(({ sentence: { firstToken, lastToken } }) => Math.sqrt(lastToken - firstToken)),
          );
  const row = (
    scope: "unit" | "sentence",
    start: number,
    end: number,
    verdict: Verdict,
    found: readonly SentimentEvidence[],
    flags: readonly string[],
  ): Sentiment => ({
    unit: unit.id,
    start,
    end,
    scope,
    target: null,
    ...settle(verdict, found),
    flags,
  });
  return [
    row("unit", 0, unit.text.length, whole, evidence.flat(), [...new Set(sentences.flatMap(flagsOf))]),
    ...sentences.map((sentence, i) =>
      row("sentence", sentence.sentence.start, sentence.sentence.end, verdicts[i]!, evidence[i]!, flagsOf(sentence)),
    ),
  ];
}

/** What the model says of some neighbouring sentences together. */
export function verdictOn({ unit, bits }: ReadUnit, sentences: readonly ReadSentence[], model: LinearModel): Verdict {
  const features = new Float64Array(RULE_FEATURES.length);
  const first = sentences[0]?.sentence.firstToken ?? 0;
  const last = sentences.at(-1)?.sentence.lastToken ?? 0;
  ruleFeatures(sentences, unit.tokens, bits, first, last, features);
  return verdictOf(
    model,
    features,
    sentences.map(({ lean }) => lean),
  );
}

/** Neutral texts that lean less than this to a side, by words that the rules do not know, have no evidence. */
const SILENT = 0.05;

/** Keeps the promise that no evidence means neutral and 0. */
export function settle(
  { score, label, confidence, probabilities }: Verdict,
  evidence: readonly SentimentEvidence[],
): Pick<Sentiment, "score" | "label" | "confidence" | "evidence"> {
  const isSilent =
    label === "neutral" && Math.abs(score) < SILENT && evidence.every(({ why }) => why.startsWith("model"));
  if (evidence.length > 0 && !isSilent) return { score, label, confidence, evidence };
  return { score: 0, label: "neutral", confidence: probabilities[1]!, evidence: [] };
}

/** Evidence of the rules and, beside it, of the model. */
function evidenceOf(read: ReadUnit, sentence: ReadSentence, model: LinearModel): SentimentEvidence[] {
  const { id, text } = read.unit;
  return [
    ...sentence.evidence.map((piece) => evidenceRow(id, text, piece)),
    ...leanEvidence(read, sentence, model),
    ...ruleLean(read, sentence, model),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
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
