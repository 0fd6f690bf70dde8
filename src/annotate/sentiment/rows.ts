import type { Sentiment, SentimentEvidence } from "../../model/layers.ts";
import { roundScore } from "../../model/round-score.ts";
import { leanEvidence } from "./model/lean-evidence.ts";
import { LABELS, type LinearModel, NEUTRAL } from "./model/linear-model.ts";
import { RULE_FEATURES, ruleFeatures } from "./model/rule-features.ts";
import { ruleLean } from "./model/rule-lean.ts";
import { meanVerdict, type Verdict, verdictOf } from "./model/verdict.ts";
import type { ReadSentence, ReadUnit } from "./read-unit.ts";
import type { SentimentResources } from "./resources.ts";
import { Mark } from "./rules/clauses.ts";
import { type Evidence, signed } from "./rules/evidence.ts";

/** Texts of more sentences are judged by the mean of their sentences. */
const SHORT = 6;
/** Neutral texts that lean less than this to a side, by words that the rules do not know, have no evidence. */
const SILENT = 0.05;

const NO_EVIDENCE: readonly SentimentEvidence[] = Object.freeze([]);

/** What a row is of. */
export type RowHead = Pick<Sentiment, "unit" | "start" | "end" | "scope" | "target">;

/** The rows of a unit and of each of its sentences. */
export function unitRows(read: ReadUnit, { model }: SentimentResources): Sentiment[] {
  const { unit, sentences } = read;
  const verdicts = sentences.map((sentence) => verdictOn(read, [sentence], model));
  const evidence = sentences.map((sentence, i) => evidenceOf(read, sentence, verdicts[i]!, model));
  const flags = sentences.map(flagBits);
  const whole =
    sentences.length === 1
      ? verdicts[0]!
      : sentences.length <= SHORT
        ? verdictOn(read, sentences, model)
        : meanVerdict(
            verdicts,
            sentences.map(({ sentence: { firstToken, lastToken } }) => Math.sqrt(lastToken - firstToken)),
          );
  const head = { unit: unit.id, start: 0, end: unit.text.length, scope: "unit", target: null } as const;
  const rows = [
    makeRow(
      head,
      whole,
      joined(evidence),
      flags.reduce((all, bits) => all | bits, 0),
    ),
  ];
  for (let i = 0; i < sentences.length; i++) {
    const { start, end } = sentences[i]!.sentence;
    rows.push(
      makeRow({ unit: unit.id, start, end, scope: "sentence", target: null }, verdicts[i]!, evidence[i]!, flags[i]!),
    );
  }
  return rows;
}

const FEATURES = new Float64Array(RULE_FEATURES.length);

/** What the model says of some neighbouring sentences together. */
function verdictOn({ unit, bits }: ReadUnit, sentences: readonly ReadSentence[], model: LinearModel): Verdict {
  const first = sentences[0]?.sentence.firstToken ?? 0;
  const last = sentences.at(-1)?.sentence.lastToken ?? 0;
  ruleFeatures(sentences, unit.tokens, bits, first, last, FEATURES);
  return verdictOf(
    model,
    LABELS,
    FEATURES,
    sentences.map(({ lean }) => lean),
  );
}

/** Makes a frozen row that keeps the promise that no evidence means neutral and 0. */
export function makeRow(
  { unit, start, end, scope, target }: RowHead,
  verdict: Verdict,
  evidence: readonly SentimentEvidence[],
  flags: number,
): Sentiment {
  const isSilent = evidence.length === 0 || (isFaint(verdict) && evidence.every(({ why }) => why.startsWith("model")));
  return Object.freeze({
    unit,
    start,
    end,
    scope,
    target,
    score: isSilent ? 0 : roundScore(verdict.score),
    label: isSilent ? "neutral" : verdict.label,
    confidence: roundScore(isSilent ? verdict.probabilities[NEUTRAL]! : verdict.confidence),
    evidence: isSilent ? NO_EVIDENCE : Object.freeze(evidence),
    flags: FLAGS[flags]!,
  });
}

function isFaint({ label, score }: Verdict): boolean {
  return label === "neutral" && Math.abs(score) < SILENT;
}

/** Evidence of the rules and, beside it, of the model; what leaves a sentence silent does not speak for its unit either. */
function evidenceOf(
  read: ReadUnit,
  sentence: ReadSentence,
  verdict: Verdict,
  model: LinearModel,
): readonly SentimentEvidence[] {
  if (sentence.evidence.length === 0 && isFaint(verdict)) return NO_EVIDENCE;
  const { id, text } = read.unit;
  const evidence = sentence.evidence.map((piece) => evidenceRow(id, text, piece));
  const named = evidence.length;
  evidence.push(...leanEvidence(read, sentence, model), ...ruleLean(read, sentence, model));
  return named === evidence.length ? evidence : evidence.sort((a, b) => a.start - b.start || a.end - b.end);
}

function joined(lists: readonly (readonly SentimentEvidence[])[]): readonly SentimentEvidence[] {
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/** Evidence as readers see it: the span, what it adds, and the rules in order; made once for all rows that show it. */
export function evidenceRow(unit: string, text: string, piece: Evidence): SentimentEvidence {
  if (piece.row !== null) return piece.row;
  const { start, end, score, steps } = piece;
  const why = steps.length === 1 ? steps[0]! : `${steps.join(", ")} → ${signed(score)}`;
  piece.row = Object.freeze({ unit, start, end, text: text.slice(start, end), score: roundScore(score), why });
  return piece.row;
}

const FLAG_NAMES = ["irony", "question", "wish", "quoted"] as const;
/** Every set of flags, by its bits. */
const FLAGS: readonly (readonly string[])[] = Array.from({ length: 1 << FLAG_NAMES.length }, (_, bits) =>
  Object.freeze(FLAG_NAMES.filter((_, i) => ((bits >> i) & 1) !== 0)),
);

/** Marks of a sentence that a reader should know of, as bits. */
export function flagBits({ marks, quoted }: ReadSentence): number {
  return (
    ((marks & Mark.irony) === 0 ? 0 : 1) |
    ((marks & Mark.question) === 0 ? 0 : 2) |
    ((marks & Mark.wish) === 0 ? 0 : 4) |
    (quoted ? 8 : 0)
  );
}
