import { clauseAt } from "../rules/clause.ts";
import { countBefore } from "../rules/sorted.ts";
import type { ReadSentence } from "../unit.ts";

/** Words on either side of a target that may speak of it. A sentence is hardly ever so long. */
const REACH = 200;

/**
 * Returns a sentence as far as it may speak of the target in tokens `[first, last)`: the sentence itself unless it is very
 * long, as where somebody writes a list of hundreds of names without a full stop.
 */
export function nearTarget(read: ReadSentence, first: number, last: number): ReadSentence {
  const { sentence, clauses, matches, evidence } = read;
  if (sentence.lastToken - sentence.firstToken <= 2 * REACH) return read;
  const from = Math.max(sentence.firstToken, first - REACH);
  const to = Math.min(sentence.lastToken, last + REACH);
  return {
    ...read,
    sentence: { ...sentence, firstToken: from, lastToken: to },
    clauses: clauses.slice(clauseAt(clauses, from), clauseAt(clauses, to - 1) + 1).map((clause) => ({
      ...clause,
      first: Math.max(clause.first, from),
      last: Math.min(clause.last, to),
    })),
    matches: matches.slice(countBefore(matches, from), countBefore(matches, to)),
    evidence: evidence.slice(countBefore(evidence, from), countBefore(evidence, to)),
  };
}
