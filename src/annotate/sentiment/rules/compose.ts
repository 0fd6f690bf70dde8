import type { Sentence, Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { CUES, EntryKind } from "../lexicon/entry.ts";
import type { Face } from "../lexicon/faces.ts";
import type { Match } from "../lexicon/scan.ts";
import { type Clause, clauseAt, Mark, splitClauses } from "./clauses.ts";
import { degreeBefore, isOverdone } from "./degree.ts";
import { apply, type Evidence, signed } from "./evidence.ts";
import { isRhetorical, negationAfter } from "./negation.ts";
import { pairTrends } from "./trend.ts";
import { isScorned, isSuperlative, unrealFrom } from "./turns.ts";

/** What the rules make of one sentence. */
export interface Composition {
  readonly evidence: readonly Evidence[];
  readonly clauses: readonly Clause[];
  /** Bits of {@link Mark} over all clauses. */
  readonly marks: number;
  /** True if somebody else's words were set apart. */
  readonly quoted: boolean;
  /** Words of growth and decrease that hang on no known noun. */
  readonly loose: readonly Match[];
}

/** A stretch of somebody else's words. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
}

const AFFIRMATION = CUES.indexOf("affirmation");
const NEGATION = CUES.indexOf("negation");
const COVERING = new Set([
  AFFIRMATION,
  NEGATION,
  CUES.indexOf("wish"),
  CUES.indexOf("hedge"),
  CUES.indexOf("conditional"),
]);

const ASKING = new Set(["か", "かよ", "かな", "よ"]);

const NOT_GOOD = -0.8;
const NOT_BAD = -0.5;
const BARELY = 0.6;
const CONCEDED = 0.55;
const WEIGHTED = 1.2;
const SUPPOSED = 0.4;
const WISHED = -0.5;
const ASKED = 0.5;
const DENIED_WITHIN = 4;
const TOO_MUCH = -0.5;
const UNREAL = -0.6;
const SCORNED = -0.6;
const HEDGED = 0.85;
const QUOTED = 0.4;

/** Finds the evidence of a sentence and applies to each piece degree, negation, trend, and what its clause does. */
export function composeSentence(
  tokens: Tokens,
  classes: Int32Array,
  { firstToken, lastToken }: Sentence,
  matches: readonly Match[],
  faces: readonly Face[],
  quoted: readonly Quoted[],
): Composition {
  const clauses = splitClauses(tokens, classes, firstToken, lastToken, matches);
  const affirmations = matches.filter(({ kind, value }) => kind === EntryKind.cue && value === AFFIRMATION);
  const denials = matches.filter((cue) => isDenial(classes, cue));
  const trends = pairTrends(tokens, classes, matches);
  const evidence: Evidence[] = [];
  const make = (first: number, last: number, base: number, why: string, emotion = 0, trend = false): Evidence => ({
    first,
    last,
    start: tokens.start(first),
    end: tokens.end(last - 1),
    base,
    score: base,
    steps: [`${why} ${signed(base)}`],
    clause: clauseAt(clauses, last - 1),
    negated: false,
    trend,
    emotion,
    row: null,
  });

  const taken: Match[] = [];
  for (const { noun, direction, value } of trends) {
    taken.push(noun, direction);
    const why = `${spanOf(tokens, noun)} ${noun.value > 0 ? "good" : "bad"} × ${spanOf(tokens, direction)} ${direction.value > 0 ? "up" : "down"} (trend)`;
    const piece = make(direction.first, direction.last, value, why, 0, true);
    // 機能が多すぎる is no praise.
    if (value > 0 && isOverdone(tokens, direction.last, lastToken)) apply(piece, TOO_MUCH, "degree すぎる");
    negate(tokens, classes, piece, clauses, affirmations, denials, false);
    evidence.push(piece);
  }
  const inTrend = (word: Match) => taken.some(({ first, last }) => word.first < last && first < word.last);

  for (const word of matches) {
    if (word.kind !== EntryKind.word || word.value === 0) continue;
    if (!word.own && (inTrend(word) || isCovered(matches, word))) continue;
    const piece = make(
      word.first,
      word.last,
      word.value,
      word.own ? `${spanOf(tokens, word)} (own)` : spanOf(tokens, word),
      word.emotion,
    );
    const clause = clauses[piece.clause]!;
    const degree = degreeBefore(tokens, classes, matches, word.first, clause.first);
    if (degree !== null) apply(piece, Math.sqrt(degree.value), `degree ${spanOf(tokens, degree)}`);
    else if (isOverdone(tokens, word.last, lastToken) && piece.score < 0) apply(piece, 1.3, "degree すぎる");
    const barely = degree !== null && degree.value <= 0.6;
    negate(tokens, classes, piece, clauses, affirmations, denials, (classes[word.last - 1]! & Is.noun) !== 0, barely);
    evidence.push(piece);
  }
  for (const face of faces) {
    const at = Math.min(tokens.indexAt(face.start), lastToken - 1);
    const piece = make(at, at + 1, face.value, "face", face.emotion);
    evidence.push({ ...piece, start: face.start, end: face.end });
  }
  if (evidence.length > 1) evidence.sort((a, b) => a.start - b.start || a.end - b.end);

  // 神か, 最高かよ praise in the form of a question.
  for (const piece of evidence) {
    if (ASKING.has(tokens.surface(piece.last - 1)) && piece.last - piece.first > 1)
      clauses[piece.clause]!.marks &= ~Mark.question;
  }
  let marks = 0;
  for (const clause of clauses) marks |= clause.marks;
  let isQuoted = false;
  const unreal = evidence.length === 0 ? -1 : unrealFrom(tokens, classes, firstToken, lastToken);
  for (const piece of evidence) {
    const clause = clauses[piece.clause]!;
    if (unreal >= 0 && piece.first >= unreal) apply(piece, UNREAL, "had it not been");
    weigh(piece, clause, isScorned(tokens, classes, piece.first, clause));
    if (!quoted.some(({ start, end }) => start <= piece.start && piece.end <= end)) continue;
    isQuoted = true;
    apply(piece, QUOTED, "quoted");
  }
  const loose = matches.filter(
    (match) =>
      match.kind === EntryKind.direction &&
      Math.abs(match.value) > 0.5 &&
      (classes[match.first]! & Is.negation) === 0 &&
      !inTrend(match),
  );
  return { evidence, clauses, marks, quoted: isQuoted, loose };
}

function negate(
  tokens: Tokens,
  classes: Int32Array,
  piece: Evidence,
  clauses: readonly Clause[],
  affirmations: readonly Match[],
  denials: readonly Match[],
  nominal: boolean,
  barely = false,
): void {
  const { last } = clauses[piece.clause]!;
  const factor = (piece.score > 0 ? NOT_GOOD : NOT_BAD) * (barely ? BARELY : 1);
  // 美味しくない holds a negation of its own, so that わけではない turns it.
  const turned = affirmations.find((cue) => cue.first > piece.first && cue.first < piece.last && cue.last > piece.last);
  if (turned !== undefined) {
    apply(piece, factor, `double negation ${spanOf(tokens, turned)}`);
    piece.negated = true;
    return;
  }
  const own = piece.last - 1;
  if ((classes[own]! & Is.negation) !== 0 && own > piece.first && isRhetorical(tokens, classes, own, last)) {
    apply(piece, factor, "asks for agreement");
    piece.negated = true;
    return;
  }
  const affirmed = (token: number) => affirmations.some((cue) => cue.first <= token && token < cue.last);
  const { count, at } = negationAfter(tokens, classes, piece.last, last, nominal, affirmed);
  if (count === 0) {
    // 回復しているとは言い難い denies without a negation.
    const denial = denials.find(({ first }) => first >= piece.last && first - piece.last <= DENIED_WITHIN);
    if (denial === undefined || denial.last > last) return;
    apply(piece, factor, `negation ${spanOf(tokens, denial)}`);
    piece.negated = true;
    return;
  }
  if (count % 2 === 0) return;
  if (isSuperlative(tokens, classes, clauses[piece.clause]!.first, piece.first, at)) {
    apply(piece, WEIGHTED, "more than any");
    return;
  }
  apply(piece, factor, `negation ${tokens.surface(at)}`);
  piece.negated = true;
}

function weigh(piece: Evidence, clause: Clause, scorned: boolean): void {
  if (clause.conceded) apply(piece, CONCEDED, "before but");
  else if (clause.contrast) apply(piece, WEIGHTED, "after but");
  if ((clause.marks & Mark.wish) !== 0) {
    if (piece.score > 0) apply(piece, WISHED, "wished for");
  } else if ((clause.marks & Mark.conditional) !== 0) apply(piece, SUPPOSED, "supposed");
  if (scorned && piece.score > 0) apply(piece, SCORNED, "asked in scorn");
  else if ((clause.marks & (Mark.question | Mark.embedded)) !== 0) apply(piece, ASKED, "asked");
  else if ((clause.marks & Mark.hedge) !== 0) apply(piece, HEDGED, "hedged");
}

/** とは言い難い, にはほど遠い: a negation of three words or more with no negating word in it. */
function isDenial(classes: Int32Array, { kind, value, first, last }: Match): boolean {
  if (kind !== EntryKind.cue || value !== NEGATION || last - first < 3) return false;
  for (let i = first; i < last; i++) if ((classes[i]! & Is.negation) !== 0) return false;
  return true;
}

/** いい in 方がいい or ばいいのに praises nothing. */
function isCovered(matches: readonly Match[], word: Match): boolean {
  return matches.some(
    ({ kind, value, first, last }) =>
      kind === EntryKind.cue &&
      COVERING.has(value) &&
      last - first > word.last - word.first &&
      first <= word.first &&
      word.last <= last,
  );
}

function spanOf(tokens: Tokens, { first, last }: Match): string {
  return tokens.text.slice(tokens.start(first), tokens.end(last - 1));
}
