import type { Mention } from "../../model/layers.ts";
import type { FoundOpinions } from "./find-opinions.ts";
import { eachClause } from "./words/clauses.ts";
import { C } from "./words/content.ts";
import type { Salience } from "./words/salience.ts";
import { eachTerm } from "./words/terms.ts";

/** What a term weighs more where it is somebody's or something's name. */
const NAMED = 0.3;
/** What a clause weighs more or less where the claim asks for something, or only asks. */
const KINDS: Readonly<Record<string, number>> = { proposal: 1.25, claim: 1.1, question: 0.8 };
/** Candidates that stay in the running for an opinion. */
const KEPT = 60;
const LONGEST_CLAIM = 28;

interface Candidate {
  readonly text: string;
  readonly score: number;
  readonly terms: ReadonlySet<string>;
}

/**
 * Returns a label for each of some sets of claims: a noun phrase with its predicate, verbatim from one of them, the one
 * whose words set the set apart the most; no two are alike.
 */
export function labelsOf(
  found: FoundOpinions,
  sets: readonly (readonly number[])[],
  saliences: readonly Salience[],
): string[] {
  const named = namesOf(found);
  const taken: Candidate[] = [];
  return sets.map((members, k) => {
    const candidates = candidatesOf(found, members, saliences[k]!, named);
    const label =
      candidates.find((candidate) => !taken.some((other) => alike(candidate, other))) ??
      lastResort(found, members, taken);
    taken.push(label);
    return label.text;
  });
}

function candidatesOf(
  found: FoundOpinions,
  members: readonly number[],
  salience: Salience,
  named: ReadonlySet<string>,
): Candidate[] {
  const { sayings, content, original } = found;
  const best = new Map<string, Candidate>();
  for (const i of members) {
    const { voice, rows, claim } = sayings.items[i]!;
    if (original[voice] !== voice) continue;
    const { tokens, text } = sayings.voices[voice]!.unit;
    eachClause(tokens, rows, content, ([first, last]) => {
      const terms = new Set<string>();
      let weight = 0;
      eachTerm(tokens, [first, last], content, (term) => {
        if (terms.has(term)) return;
        terms.add(term);
        weight += (salience.get(term) ?? 0) * (named.has(term) ? 1 + NAMED : 1);
      });
      let words = 0;
      for (let row = first; row < last; row++) if (content.kind(tokens, row) !== C.none) words++;
      const score = (weight * (KINDS[claim.kind] ?? 1)) / Math.sqrt(2 + words);
      const label = text.slice(tokens.start(first), tokens.end(last - 1));
      const known = best.get(label);
      if (known === undefined || known.score < score) best.set(label, { text: label, score, terms });
    });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1)).slice(0, KEPT);
}

/** Whether two labels say the same: one is part of the other, or they share most of their words. */
function alike(a: Candidate, b: Candidate): boolean {
  if (a.text.includes(b.text) || b.text.includes(a.text)) return true;
  const both = [...a.terms].filter((term) => b.terms.has(term)).length;
  return both > 0 && both >= 0.6 * Math.min(a.terms.size, b.terms.size);
}

/** Returns the beginning of the first claim that no other label is the same as. */
function lastResort({ sayings }: FoundOpinions, members: readonly number[], taken: readonly Candidate[]): Candidate {
  const texts = members.map((i) => {
    const { rows, voice } = sayings.items[i]!;
    const { tokens, text } = sayings.voices[voice]!.unit;
    let last = rows[0] + 1;
    while (last < rows[1] && tokens.end(last) - tokens.start(rows[0]) <= LONGEST_CLAIM) last++;
    return text.slice(tokens.start(rows[0]), tokens.end(last - 1)).replace(/[。、．，!！?？\s]+$/u, "");
  });
  const text = texts.find((one) => one !== "" && !taken.some((other) => other.text === one)) ?? texts[0] ?? "";
  return { text, score: 0, terms: new Set() };
}

/** Returns the names of people, groups, places and things that claims speak of, in one form. */
function namesOf({ sayings }: FoundOpinions): ReadonlySet<string> {
  const mentions = new Set<readonly Mention[]>(sayings.voices.map(({ analysis }) => analysis.mentions));
  return new Set([...mentions].flatMap((some) => some.map(({ text }) => text.normalize("NFKC").toLowerCase())));
}
