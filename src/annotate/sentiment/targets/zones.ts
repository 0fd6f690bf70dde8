import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import type { ReadSentence } from "../unit.ts";

/** Where a token of the sentence stands, seen from a target. */
export const Zone = {
  /** The target itself. */
  target: 0,
  /** After it, to the end of the clause that has its predicate. */
  predicate: 1,
  /** Later clauses up to the next subject or topic. */
  later: 2,
  /** Clauses after that, up to the next topic は. */
  beyond: 3,
  /** Before it in its clause. */
  before: 4,
  /** Anywhere else in the sentence. */
  elsewhere: 5,
} as const;

/** How many zones there are. */
export const ZONES = 6;

/** Borders of the zones after a target, as token rows, each zone ending where the next begins. */
export interface Zones {
  readonly clauseFirst: number;
  readonly first: number;
  readonly last: number;
  readonly predicateEnd: number;
  readonly laterEnd: number;
  readonly beyondEnd: number;
}

/** Divides a sentence into zones around the target in tokens `[first, last)`. */
export function zonesAround(
  tokens: Tokens,
  bits: Int32Array,
  { clauses, sentence }: ReadSentence,
  first: number,
  last: number,
): Zones {
  let home = 0;
  while (home + 1 < clauses.length && clauses[home + 1]!.first <= first) home++;
  let at = home;
  while (at + 1 < clauses.length && !hasPredicate(bits, Math.max(last, clauses[at]!.first), clauses[at]!.last)) at++;
  const predicateEnd = Math.max(last, clauses[at]?.last ?? sentence.lastToken);
  let laterEnd = predicateEnd;
  let beyondEnd = predicateEnd;
  let open = true;
  for (at++; at < clauses.length; at++) {
    const clause = clauses[at]!;
    const subject = subjectOf(tokens, bits, clause.first, clause.last);
    if (subject === "は") break;
    if (subject !== null) open = false;
    beyondEnd = clause.last;
    if (open) laterEnd = clause.last;
  }
  return { clauseFirst: clauses[home]?.first ?? first, first, last, predicateEnd, laterEnd, beyondEnd };
}

/** The zone of a token. */
export function zoneOf({ clauseFirst, first, last, predicateEnd, laterEnd, beyondEnd }: Zones, token: number): number {
  if (token < clauseFirst) return Zone.elsewhere;
  if (token < first) return Zone.before;
  if (token < last) return Zone.target;
  if (token < predicateEnd) return Zone.predicate;
  if (token < laterEnd) return Zone.later;
  return token < beyondEnd ? Zone.beyond : Zone.elsewhere;
}

function hasPredicate(bits: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const own = bits[i]!;
    if ((own & (Is.verb | Is.adjective | Is.auxiliary | Is.number)) !== 0) return true;
    if ((own & (Is.sahen | Is.na)) !== 0 && (own & Is.symbol) === 0) return true;
  }
  return false;
}

/** The particle that marks the clause's subject or topic. */
function subjectOf(tokens: Tokens, bits: Int32Array, from: number, to: number): string | null {
  for (let i = from + 1; i < to; i++) {
    if ((bits[i]! & (Is.case | Is.topic)) === 0 || (bits[i - 1]! & Is.noun) === 0) continue;
    const surface = tokens.surface(i);
    if (surface === "は" || surface === "が" || surface === "も") return surface;
  }
  return null;
}
