import type { AnalyzedUnit } from "../../model/analysis.ts";
import { EMOTIONS, type Sentiment, type SentimentEvidence, type SentimentLabel } from "../../model/layers.ts";
import { roundScore } from "../../model/round-score.ts";
import { wholeWording } from "./model/lean-evidence.ts";
import { NEGATIVE, NEUTRAL, POSITIVE } from "./model/linear-model.ts";
import { RULE_FEATURES, ruleFeatures } from "./model/rule-features.ts";
import { ruleLean } from "./model/rule-lean.ts";
import type { ToneModel } from "./model/tone-model.ts";
import { toneVerdict } from "./model/tone-verdict.ts";
import { trustIn } from "./model/trust.ts";
import { meanVerdict, tempered, type Verdict } from "./model/verdict.ts";
import type { SentimentResources } from "./resources.ts";
import { Mark } from "./rules/clause.ts";
import { type Evidence, signed } from "./rules/evidence.ts";
import { corrected, type Tuning } from "./tuning.ts";
import type { ReadSentence, ReadUnit } from "./unit.ts";

/** Texts of more sentences are judged by the mean of their sentences. */
const SHORT = 12;
/** Neutral texts that lean less than this to a side, by words that the rules do not know, have no evidence. */
const SILENT = 0.05;
/** What leans less than this to a side by its wording alone is told as neutral. */
const FAINT = 0.1;
const LIKELY = 0.25;

const NO_EVIDENCE: readonly SentimentEvidence[] = Object.freeze([]);

/** What a row is of. */
export type RowHead = Pick<Sentiment, "unit" | "start" | "end" | "scope" | "target">;

/** The rows of a unit and of each of its sentences. */
export function unitRows(read: ReadUnit, { model, tuning }: SentimentResources): Sentiment[] {
  const { unit, sentences } = read;
  const verdicts = sentences.map((sentence) => settled(verdictOn(read, [sentence], model), sentence.evidence));
  const evidence = sentences.map((sentence, i) => evidenceOf(read, sentence, verdicts[i]!, model));
  const flags = sentences.map(flagBits);
  const whole =
    sentences.length === 1
      ? verdicts[0]!
      : settled(
          sentences.length <= SHORT
            ? verdictOn(read, sentences, model)
            : meanVerdict(
                verdicts,
                sentences.map(({ sentence: { firstToken, lastToken } }) => Math.sqrt(lastToken - firstToken)),
              ),
          joined(evidence),
        );
  const head = { unit: unit.id, start: 0, end: unit.text.length, scope: "unit", target: null } as const;
  const spoken =
    sentences.length === 0
      ? NO_EVIDENCE
      : supported(
          unit,
          whole,
          joined(evidence),
          sentences[0]!.sentence.firstToken,
          sentences.at(-1)!.sentence.lastToken,
        );
  let allFlags = 0;
  for (const bits of flags) allFlags |= bits;
  const rows = [makeRow(head, whole, spoken, allFlags)];
  for (let i = 0; i < sentences.length; i++) {
    const { start, end } = sentences[i]!.sentence;
    rows.push(
      makeRow({ unit: unit.id, start, end, scope: "sentence", target: null }, verdicts[i]!, evidence[i]!, flags[i]!),
    );
  }
  return tuning === null ? rows : rows.map((row) => tunedRow(row, tuning));
}

/** A row with the confidence that a tuning gives it; no score is further from 0 than it. */
function tunedRow(row: Sentiment, { labels }: Tuning): Sentiment {
  const confidence = roundScore(corrected(labels[row.label], row.confidence));
  const score = Math.sign(row.score) * Math.min(Math.abs(row.score), confidence);
  return Object.freeze({ ...row, score, confidence });
}

const FEATURES = new Float64Array(RULE_FEATURES.length);

/** What the model says of some neighbouring sentences together. */
function verdictOn({ unit, bits }: ReadUnit, sentences: readonly ReadSentence[], model: ToneModel): Verdict {
  const first = sentences[0]?.sentence.firstToken ?? 0;
  const last = sentences.at(-1)?.sentence.lastToken ?? 0;
  ruleFeatures(sentences, { tokens: unit.tokens, bits, first, last }, FEATURES);
  const leans = sentences.map(({ lean }) => lean);
  const verdict = toneVerdict(model, FEATURES, leans);
  const trust = trustIn(
    leans,
    sentences.some(({ evidence }) => evidence.length > 0),
    sentences.some(({ marks }) => (marks & Mark.irony) !== 0),
  );
  return trust === 1 ? verdict : tempered(verdict, trust);
}

/**
 * Returns a frozen row whose parts do not contradict each other.
 *
 * No evidence means neutral and 0; a score has its label's sign even where it rounds to 0.
 */
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
    score: isSilent ? 0 : scoreOf(verdict),
    label: isSilent ? "neutral" : verdict.label,
    confidence: roundScore(isSilent ? verdict.probabilities[NEUTRAL]! : verdict.confidence),
    evidence: isSilent ? NO_EVIDENCE : Object.freeze(evidence),
    flags: FLAGS[flags]!,
  });
}

const LEAST_SCORE = 1e-4;

function scoreOf({ label, score }: Verdict): number {
  const rounded = roundScore(score);
  if (label === "positive") return Math.max(LEAST_SCORE, rounded);
  return label === "negative" ? Math.min(-LEAST_SCORE, rounded) : rounded;
}

function isFaint({ label, score }: Verdict): boolean {
  return label === "neutral" && Math.abs(score) < SILENT;
}

/** Whether evidence has the side that a label needs. */
function speaksFor(label: SentimentLabel, evidence: readonly Pick<SentimentEvidence, "score">[]): boolean {
  if (label !== "positive" && label !== "negative") return true;
  return evidence.some(({ score }) => (label === "positive" ? score > 0 : score < 0));
}

/** A verdict for a side that no word shows and that hardly leans to it is taken for neutral, unless that is unlikely. */
function settled(verdict: Verdict, evidence: readonly Pick<SentimentEvidence, "score">[]): Verdict {
  const { label, score, probabilities } = verdict;
  if (probabilities[NEUTRAL]! < LIKELY) return verdict;
  if (label === "neutral" || label === "mixed" || Math.abs(score) >= FAINT || speaksFor(label, evidence))
    return verdict;
  return { ...verdict, label: "neutral", confidence: probabilities[NEUTRAL]! };
}

/** Adds the whole of tokens `[first, last)` for a side that the label claims and no evidence shows. */
export function supported(
  unit: AnalyzedUnit,
  { label, score, probabilities }: Verdict,
  evidence: readonly SentimentEvidence[],
  first: number,
  last: number,
): readonly SentimentEvidence[] {
  if (label === "neutral" || first >= last) return evidence;
  const missing = (label === "mixed" ? SIDES : [label]).filter((side) => !speaksFor(side, evidence));
  if (missing.length === 0) return evidence;
  const found = missing.map((side) => {
    const size = label === "mixed" ? probabilities[side === "positive" ? POSITIVE : NEGATIVE]! : Math.abs(score);
    const rounded = Math.max(LEAST_SCORE, size);
    return wholeWording(unit, first, last, side === "positive" ? rounded : -rounded);
  });
  return orderByPlace([...evidence, ...found]);
}

const SIDES = ["positive", "negative"] as const;

/** Evidence of the rules and, beside it, of the model; what leaves a sentence silent does not speak for its unit either. */
function evidenceOf(
  read: ReadUnit,
  sentence: ReadSentence,
  verdict: Verdict,
  model: ToneModel,
): readonly SentimentEvidence[] {
  if (sentence.evidence.length === 0 && isFaint(verdict)) return NO_EVIDENCE;
  const { id, text } = read.unit;
  const evidence = sentence.evidence.map((piece) => evidenceRow(id, text, piece));
  for (const piece of ruleLean(read, sentence, model)) evidence.push(piece);
  const { firstToken, lastToken } = sentence.sentence;
  return supported(read.unit, verdict, orderByPlace(evidence), firstToken, lastToken);
}

/** Orders evidence, in place, as it stands in the text; by insertion, since the few pieces mostly are in order. */
export function orderByPlace(evidence: SentimentEvidence[]): SentimentEvidence[] {
  for (let i = 1; i < evidence.length; i++) {
    const piece = evidence[i]!;
    let at = i;
    while (at > 0 && isAfter(evidence[at - 1]!, piece)) evidence[at] = evidence[--at]!;
    evidence[at] = piece;
  }
  return evidence;
}

function isAfter(a: SentimentEvidence, b: SentimentEvidence): boolean {
  return a.start > b.start || (a.start === b.start && a.end > b.end);
}

function joined(lists: readonly (readonly SentimentEvidence[])[]): readonly SentimentEvidence[] {
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/** Evidence as readers see it: the span, what it adds, and the rules in order; made once for all rows that show it. */
export function evidenceRow(unit: string, text: string, piece: Evidence): SentimentEvidence {
  if (piece.row !== null) return piece.row;
  const { start, end, base, steps } = piece;
  const why = steps.length === 1 ? steps[0]! : `${steps.join(", ")} → ${signed(piece.score)}`;
  const score = roundScore(piece.score);
  // 嬉しくない shows no joy.
  const emotion = score * base > 0 ? (EMOTIONS[piece.emotion - 1] ?? null) : null;
  piece.row = Object.freeze({ unit, start, end, text: text.slice(start, end), score, why, emotion });
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
