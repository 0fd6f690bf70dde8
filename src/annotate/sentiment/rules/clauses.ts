import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { CUES, EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";

/** What a clause does besides telling: bits. */
export const Mark = {
  conditional: 1,
  wish: 2,
  question: 4,
  hedge: 8,
  irony: 16,
  /** Asks inside a sentence that tells: どちらを選ぶのか in どちらを選ぶのか楽しみだ. */
  embedded: 32,
} as const;

/** A stretch of a sentence around one predicate: tokens `[first, last)`. */
export interface Clause {
  readonly first: number;
  readonly last: number;
  /** Bits of {@link Mark}. */
  marks: number;
  /** True if the clause after it turns against it (が, けど, しかし). */
  conceded: boolean;
  /** True if it turns against the clause before it. */
  contrast: boolean;
}

const ADVERSATIVE = CUES.indexOf("adversative");
const QUESTION = CUES.indexOf("question");
const MARK_OF: readonly number[] = CUES.map((cue) => (cue in Mark ? Mark[cue as keyof typeof Mark] : 0));

/** Cuts the tokens `[first, last)` of a sentence into clauses, after commas and conjunctive particles and before conjunctions. */
export function splitClauses(
  tokens: Tokens,
  classes: Int32Array,
  first: number,
  last: number,
  cues: readonly Match[],
): Clause[] {
  const clauses: Clause[] = [];
  // 値段の割には, 〜にもかかわらず turn where no comma or conjunction stands.
  const cuts: number[] = [];
  for (const cue of cues) {
    if (cue.kind !== EntryKind.cue) continue;
    if (cue.value === ADVERSATIVE && cue.last - cue.first > 1 && !isPlace(classes, first, cue)) cuts.push(cue.last);
    else if (cue.value === QUESTION && isEmbedded(tokens, classes, first, last, cue)) cuts.push(cue.last);
  }
  let from = first;
  const close = (to: number) => {
    if (to > from) clauses.push({ first: from, last: to, marks: 0, conceded: false, contrast: false });
    from = Math.max(from, to);
  };
  for (let i = first; i < last; i++) {
    if (cuts.includes(i)) close(i);
    const bits = classes[i]!;
    if ((bits & (Is.comma | Is.period)) !== 0) close(i + 1);
    else if ((bits & Is.conjunction) !== 0 && i > from) close(i);
    else if ((bits & Is.conjunctive) !== 0 && !isTe(tokens, i)) {
      close(i + 1);
      if (tokens.surface(i) === "ば") clauses.at(-1)!.marks |= Mark.conditional;
    }
  }
  close(last);
  regret(tokens, classes, clauses);
  for (const cue of cues) if (cue.kind === EntryKind.cue) markClauses(tokens, classes, clauses, cue);
  for (const clause of clauses) if ((clause.marks & Mark.embedded) !== 0) clause.marks &= ~Mark.question;
  if (tellsOfPast(tokens, classes, first, last)) for (const clause of clauses) clause.marks &= ~Mark.conditional;
  return clauses;
}

/** 電話したら来てくれた is no supposition: its last predicate is past, unless it regrets (よかったのに). */
function tellsOfPast(tokens: Tokens, classes: Int32Array, first: number, last: number): boolean {
  for (let i = last - 1; i >= first; i--) {
    const bits = classes[i]!;
    if ((bits & (Is.period | Is.symbol | Is.final)) !== 0) continue;
    return (bits & Is.auxiliary) !== 0 && tokens.lemma(i) === "た" && !tokens.text.startsWith("のに", tokens.end(i));
  }
  return false;
}

/** The index of the clause that holds a token. */
export function clauseAt(clauses: readonly Clause[], token: number): number {
  let index = 0;
  while (index + 1 < clauses.length && clauses[index + 1]!.first <= token) index++;
  return index;
}

function markClauses(tokens: Tokens, classes: Int32Array, clauses: readonly Clause[], cue: Match): void {
  const at = clauseAt(clauses, cue.first);
  const clause = clauses[at];
  if (clause === undefined) return;
  if (cue.value === ADVERSATIVE) {
    if (isPlace(classes, clauses[0]!.first, cue)) return;
    const bits = classes[cue.first]!;
    const alone = cue.last - cue.first === 1;
    if (alone && (bits & (Is.conjunctive | Is.conjunction)) === 0 && cue.first !== clause.first) return;
    const opens = cue.first === clause.first && (bits & Is.conjunctive) === 0;
    const before = opens ? at - 1 : at;
    for (let i = 0; i <= before; i++) clauses[i]!.conceded = true;
    const after = clauses[before + 1];
    if (after !== undefined) after.contrast = true;
    return;
  }
  if (cue.value === QUESTION && isEmbedded(tokens, classes, clauses[0]!.first, clauses.at(-1)!.last, cue)) {
    clause.marks |= Mark.embedded;
    return;
  }
  const mark = MARK_OF[cue.value]!;
  if (mark === 0 || !isInPlace(tokens, classes, clause, cue, mark)) return;
  clause.marks |= mark;
}

/** ところが after an adjective or verb is a place with its particle: 悪いところがない. */
function isPlace(classes: Int32Array, first: number, cue: Match): boolean {
  if (cue.last - cue.first !== 2 || cue.first === first || (classes[cue.first]! & Is.dependent) === 0) return false;
  return (classes[cue.first - 1]! & (Is.adjective | Is.verb | Is.auxiliary)) !== 0;
}

/** か after a predicate with more of the sentence behind it. */
function isEmbedded(tokens: Tokens, classes: Int32Array, first: number, last: number, cue: Match): boolean {
  const ka = cue.last - 1;
  if (ka === first || cue.last >= last || tokens.surface(ka) !== "か") return false;
  const before = classes[ka - 1]!;
  if ((before & (Is.verb | Is.adjective | Is.auxiliary)) === 0 && tokens.surface(ka - 1) !== "の") return false;
  return (classes[cue.last]! & (Is.symbol | Is.final | Is.period | Is.comma | Is.bracket | Is.particle)) === 0;
}

/** A sentence that ends in ば leaves the rest unsaid: もっと早く知っていれば. */
function regret(tokens: Tokens, classes: Int32Array, clauses: readonly Clause[]): void {
  const end = clauses.at(-1);
  if (end === undefined) return;
  const isThought =
    end.first + 1 < end.last && tokens.surface(end.first) === "と" && THOUGHTS.has(tokens.lemma(end.first + 1));
  const clause = (isThought ? clauses.at(-2) : end) ?? end;
  let i = clause.last - 1;
  while (i > clause.first && (classes[i]! & (Is.symbol | Is.final | Is.period)) !== 0) i--;
  if (tokens.surface(i) === "ば" && (classes[i]! & Is.conjunctive) !== 0) clause.marks = Mark.wish;
}

/** この値段なら satisfies or not as it is. */
function isGiven(tokens: Tokens, first: number, nara: number): boolean {
  if (!tokens.surface(nara).startsWith("なら")) return false;
  for (let i = Math.max(first, nara - 3); i < nara; i++) if (GIVEN.has(tokens.surface(i))) return true;
  return false;
}

const GIVEN = new Set(["この", "これ", "その", "それ", "こんな"]);

const THOUGHTS = new Set(["思う", "悔やむ", "考える", "後悔"]);

/** Short cues are homographs of other words: か asks only at the end, たら only after a verb. */
function isInPlace(tokens: Tokens, classes: Int32Array, clause: Clause, cue: Match, mark: number): boolean {
  if (mark === Mark.question) {
    if (cue.last - cue.first > 1 || (classes[cue.first]! & Is.symbol) !== 0) return true;
    const single = tokens.end(cue.first) - tokens.start(cue.first) === 1;
    if (!single) return true;
    for (let i = cue.last; i < clause.last; i++) {
      if ((classes[i]! & (Is.symbol | Is.final | Is.period)) === 0) return false;
    }
    return true;
  }
  // 替えてくださいました and 寝てくれない ask for nothing.
  if (mark === Mark.wish && cue.last < clause.last && (classes[cue.last]! & (Is.auxiliary | Is.conjunctive)) !== 0) {
    const ending = tokens.surface(cue.last - 1);
    if (ending.startsWith("くれ") || ending.startsWith("くだ") || ending.startsWith("下さ")) return false;
  }
  if (mark === Mark.conditional && cue.last - cue.first === 1) {
    const bits = classes[cue.first]!;
    return (bits & (Is.conjunctive | Is.hypothetical | Is.adverb)) !== 0 && !isGiven(tokens, clause.first, cue.first);
  }
  return true;
}

function isTe(tokens: Tokens, i: number): boolean {
  const length = tokens.end(i) - tokens.start(i);
  if (length !== 1) return false;
  const code = tokens.text.charCodeAt(tokens.start(i));
  return code === 0x3066 || code === 0x3067;
}
