import type { FoundOpinions } from "./find-opinions.ts";
import { eachNounPhrase } from "./words/noun-phrases.ts";
import type { Salience } from "./words/salience.ts";

/** Noun phrases of which pairs are made. */
const MOST = 8;

/** A label that an opinion may have. */
export interface Candidate {
  readonly text: string;
  readonly score: number;
  readonly terms: ReadonlySet<string>;
}

interface Phrase {
  readonly text: string;
  readonly weight: number;
  readonly voices: Set<number>;
}

/**
 * Returns pairs of noun phrases that set some claims apart, joined (西分館・公民館), the commonest first, each
 * followed by the first alone; only nouns that stand in two comments.
 */
export function joinedNouns(
  { sayings: { items, voices }, original, content }: FoundOpinions,
  members: readonly number[],
  { weights }: Salience,
  empty: ReadonlySet<string>,
): Candidate[] {
  const phrases = new Map<string, Phrase>();
  for (const i of members) {
    const { voice, rows } = items[i]!;
    if (original[voice] !== voice) continue;
    const { tokens } = voices[voice]!.unit;
    eachNounPhrase(tokens, rows, content, (text, [first, last]) => {
      let weight = 0;
      for (let row = first; row < last; row++) {
        const lemma = content.lemma(tokens, row);
        if (empty.has(lemma)) return;
        weight = Math.max(weight, weights.get(lemma) ?? 0);
      }
      if (weight === 0 || text.length < 2) return;
      const known = phrases.get(text);
      if (known === undefined) phrases.set(text, { text, weight, voices: new Set([voice]) });
      else known.voices.add(voice);
    });
  }
  const ranked = [...phrases.values()]
    .sort((a, b) => b.voices.size - a.voices.size || b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, MOST);
  const shared = ranked.filter(({ voices: said }) => said.size > 1);
  const labelled = (...parts: readonly Phrase[]): Candidate => ({
    text: parts.map(({ text }) => text).join("・"),
    score: parts.reduce((sum, { weight }) => sum + weight, 0),
    terms: new Set(parts.map(({ text }) => text.normalize("NFKC").toLowerCase())),
  });
  return shared.flatMap((one, n) => [
    ...shared
      .slice(n + 1)
      .filter(({ text }) => !one.text.includes(text) && !text.includes(one.text))
      .map((other) => labelled(one, other)),
    labelled(one),
  ]);
}
