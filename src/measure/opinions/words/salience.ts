import type { FoundOpinions } from "../find-opinions.ts";
import { eachTerm } from "./terms.ts";

/** What the words of an opinion are to it. */
export interface Salience {
  /** How much a term sets the opinion's claims apart, by term; what is as common elsewhere has none. */
  readonly weights: ReadonlyMap<string, number>;
  /** How many of the opinion's comments have a term. Copies count once. */
  readonly comments: ReadonlyMap<string, number>;
  /** How many comments the opinion has. Copies count once. */
  readonly size: number;
}

/** What a term that only one comment of the opinion has counts. */
const ALONE = 0.3;

/**
 * Returns for each of some sets of claims that have none in common what its terms weigh: the root of the share of the comments that have the term, times the
 * logarithm of how much more that is than among all comments. Copies count once.
 */
export function salienceOf(
  { sayings, original, content }: FoundOpinions,
  sets: readonly (readonly number[])[],
): readonly Salience[] {
  const { items, voices } = sayings;
  const setOf = new Int32Array(items.length).fill(-1);
  for (const [k, members] of sets.entries()) for (const i of members) setOf[i] = k;
  const all = new Map<string, Set<number>>();
  const inside = sets.map(() => new Map<string, Set<number>>());
  const sizes = sets.map(() => new Set<number>());
  const every = new Set<number>();
  for (const [i, { voice, rows }] of items.entries()) {
    if (original[voice] !== voice) continue;
    every.add(voice);
    const set = setOf[i]!;
    if (set >= 0) sizes[set]!.add(voice);
    eachTerm(voices[voice]!.unit.tokens, rows, content, (term) => {
      add(all, term, voice);
      if (set >= 0) add(inside[set]!, term, voice);
    });
  }
  return inside.map((terms, k) => {
    const weights = new Map<string, number>();
    const { size } = sizes[k]!;
    for (const [term, comments] of terms) {
      const own = comments.size / Math.max(1, size);
      const usual = all.get(term)!.size / Math.max(1, every.size);
      const weight = Math.sqrt(own) * Math.log(own / usual) * (comments.size === 1 && size > 2 ? ALONE : 1);
      if (weight > 0) weights.set(term, weight);
    }
    return { weights, comments: new Map([...terms].map(([term, comments]) => [term, comments.size])), size };
  });
}

function add(terms: Map<string, Set<number>>, term: string, voice: number): void {
  const comments = terms.get(term);
  if (comments === undefined) terms.set(term, new Set([voice]));
  else comments.add(voice);
}

/** Returns the terms that weigh most, whole words alone, none a part of one before it. */
export function phrasesOf({ weights }: Salience, most = 5): string[] {
  const ranked = [...weights].filter(([term]) => !term.includes("・") && term.length > 1);
  ranked.sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const chosen: string[] = [];
  for (const [term] of ranked) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => other.includes(term) || term.includes(other))) chosen.push(term);
  }
  return chosen;
}
