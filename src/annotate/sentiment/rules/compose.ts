import { Is } from "../../../words/token-bits.ts";
import { CUES, EntryKind } from "../lexicon/entry.ts";
import type { Face } from "../lexicon/faces.ts";
import type { Match } from "../lexicon/scan.ts";
import { type Clause, clauseAt, Mark } from "./clause.ts";
import { splitClauses } from "./clauses.ts";
import { degreeBefore, isOverdone } from "./degree.ts";
import { deny } from "./denials.ts";
import { isQuoted, weigh } from "./effects.ts";
import { apply, type Evidence, signed } from "./evidence.ts";
import { type Found, type Scene, sceneOf, textOf } from "./scene.ts";
import { stretchAt } from "./sorted.ts";
import { pairTrends, type Trend } from "./trend.ts";

/** What the rules make of one sentence. */
export interface Composition {
  readonly evidence: readonly Evidence[];
  readonly clauses: readonly Clause[];
  /** Bits of {@link Mark} over all clauses. */
  readonly marks: number;
  /** Whether somebody else's words were set apart. */
  readonly quoted: boolean;
  /** Words of growth and decrease that hang on no known noun. */
  readonly loose: readonly Match[];
}

/** Cues inside which a word praises or blames nothing. */
const COVERING = new Set(
  (["affirmation", "negation", "wish", "hedge", "conditional"] as const).map((cue) => CUES.indexOf(cue)),
);

/** Words of growth and decrease weaker than this say little by themselves. */
const LOOSE = 0.5;

/** Returns the evidence of a sentence; to each piece degree, negation, trend, and what its clause does have been applied. */
export function composeSentence(sentence: Found, faces: readonly Face[]): Composition {
  const scene = sceneOf(sentence);
  const clauses = splitClauses(scene);
  if (scene.matches.length === 0 && faces.length === 0) return bare(clauses);
  const trends = pairTrends(scene);
  const inTrend = sharerOf(trends);
  const found = trends.map((trend) => ofTrend(scene, trend, clauses));
  for (const word of scene.matches) {
    if (word.kind !== EntryKind.word || word.value === 0) continue;
    if (word.own || !(inTrend(word) || isCovered(scene, word) || isNamed(scene, word)))
      found.push(ofWord(scene, word, clauses));
  }
  for (const face of faces) found.push(ofFace(scene, face, clauses));
  const evidence = withoutDegrees(scene, found);
  if (evidence.length > 1) evidence.sort((a, b) => a.start - b.start || a.end - b.end);
  praiseByAsking(scene, evidence, clauses);
  weigh(scene, evidence, clauses);
  return {
    evidence,
    clauses,
    marks: marksOf(clauses),
    quoted: evidence.some((piece) => isQuoted(scene, piece)),
    loose: scene.matches.filter(
      (match) =>
        match.kind === EntryKind.direction &&
        Math.abs(match.value) > LOOSE &&
        (scene.bits[match.first]! & Is.negation) === 0 &&
        !inTrend(match),
    ),
  };
}

/** What is made of a sentence of which the lexicon knows nothing. */
function bare(clauses: readonly Clause[]): Composition {
  return { evidence: NO_EVIDENCE, clauses, marks: marksOf(clauses), quoted: false, loose: NO_MATCHES };
}

const NO_EVIDENCE: readonly Evidence[] = Object.freeze([]);
const NO_MATCHES: readonly Match[] = Object.freeze([]);

function marksOf(clauses: readonly Clause[]): number {
  let marks = 0;
  for (const clause of clauses) marks |= clause.marks;
  return marks;
}

function pieceOf(
  { tokens }: Scene,
  { first, last, value, emotion }: Pick<Match, "first" | "last" | "value" | "emotion">,
  why: string,
  clauses: readonly Clause[],
): Evidence {
  return {
    first,
    last,
    start: tokens.start(first),
    end: tokens.end(last - 1),
    base: value,
    score: value,
    steps: [`${why} ${signed(value)}`],
    clause: clauseAt(clauses, last - 1),
    negated: false,
    trend: false,
    emotion,
    row: null,
  };
}

function ofTrend(scene: Scene, { noun, direction, value }: Trend, clauses: readonly Clause[]): Evidence {
  const { tokens, weights } = scene;
  const why = `${textOf(tokens, noun)} ${noun.value > 0 ? "good" : "bad"} × ${textOf(tokens, direction)} ${direction.value > 0 ? "up" : "down"} (trend)`;
  const piece = { ...pieceOf(scene, { ...direction, value, emotion: 0 }, why, clauses), trend: true };
  // 機能が多すぎる is no praise.
  if (value > 0 && isOverdone(scene, direction.last)) apply(piece, weights["too much"], "degree すぎる");
  deny(scene, piece, clauses[piece.clause]!, { nominal: false, barely: false });
  return piece;
}

function ofWord(scene: Scene, word: Match, clauses: readonly Clause[]): Evidence {
  const { tokens, bits, weights } = scene;
  const text = textOf(tokens, word);
  const piece = pieceOf(scene, word, word.own ? `${text} (own)` : text, clauses);
  const clause = clauses[piece.clause]!;
  const degree = degreeBefore(scene, word.first, clause.first);
  if (degree !== null) apply(piece, Math.sqrt(degree.value), `degree ${textOf(tokens, degree)}`);
  else if (isOverdone(scene, word.last) && piece.score < 0) apply(piece, weights.overdone, "degree すぎる");
  const barely = degree !== null && degree.value <= weights["barely at most"];
  deny(scene, piece, clause, { nominal: (bits[word.last - 1]! & Is.noun) !== 0, barely });
  return piece;
}

function ofFace(scene: Scene, { start, end, value, emotion, what }: Face, clauses: readonly Clause[]): Evidence {
  const first = Math.min(scene.tokens.indexAt(start), scene.last - 1);
  return { ...pieceOf(scene, { first, last: first + 1, value, emotion }, what, clauses), start, end };
}

/** Returns the evidence without words that only say how much: すごく in すごく似合う, 完全に in 完全に恐喝. */
function withoutDegrees({ degrees, bits, last }: Scene, evidence: Evidence[]): Evidence[] {
  if (degrees.length === 0 || evidence.length === 0) return evidence;
  const begins = new Set(evidence.map(({ first }) => first));
  return evidence.filter(({ first, last: end }) => {
    const degree = stretchAt(degrees, first);
    if (degree === undefined || degree.first > first || degree.last < end || degree.last >= last) return true;
    const behind = degree.last;
    return (bits[behind]! & Is.adjective) === 0 && !begins.has(behind);
  });
}

/** Takes the question off a clause whose word praises in the form of one: 神か, 最高かよ. */
function praiseByAsking({ tokens, words }: Scene, evidence: readonly Evidence[], clauses: readonly Clause[]): void {
  for (const { first, last, clause } of evidence)
    if (last - first > 1 && words.asking.has(tokens.surface(last - 1))) clauses[clause]!.marks &= ~Mark.question;
}

/** Whether a word stands inside a longer cue: いい in 方がいい or ばいいのに praises nothing. */
function isCovered({ cues }: Scene, word: Match): boolean {
  const cue = stretchAt(cues, word.first);
  return (
    cue !== undefined &&
    COVERING.has(cue.value) &&
    cue.last - cue.first > word.last - word.first &&
    word.last <= cue.last
  );
}

/** Whether a word is the first sign of a name: 愛 in 愛萌. */
function isNamed({ tokens, last, words }: Scene, { first, last: end }: Match): boolean {
  if (end >= last || end - first > 1 || tokens.end(first) - tokens.start(first) > 1) return false;
  if (tokens.end(end) - tokens.start(end) > 1 || !words.naming.has(tokens.surface(first))) return false;
  return tokens.start(end) === tokens.end(first) && KANJI.test(tokens.surface(end));
}

const KANJI = /^\p{Script=Han}$/u;

/** Returns whether a word shares a token with a trend. */
function sharerOf(trends: readonly Trend[]): (word: Match) => boolean {
  if (trends.length === 0) return () => false;
  const taken = new Set<number>();
  for (const { noun, direction } of trends)
    for (const { first, last } of [noun, direction]) for (let i = first; i < last; i++) taken.add(i);
  return ({ first, last }) => {
    for (let i = first; i < last; i++) if (taken.has(i)) return true;
    return false;
  };
}
