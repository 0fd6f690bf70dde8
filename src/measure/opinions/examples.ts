import type { FoundOpinions } from "./find-opinions.ts";

/** How much being typical, being liked and being unlike the others weighs. */
const WEIGHTS = { central: 1, votes: 0.35, unlike: 0.6 } as const;
/** Claims that centrality is told by, evenly from all. */
const COMPARED = 60;
/** Shorter claims say little by themselves. */
const SHORTEST = 10;

/** A claim shown for an opinion. */
export interface Example {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly votes: number | null;
}

/**
 * Returns three claims, by place, that show an opinion: typical, liked and unlike one another (maximal marginal relevance, Carbonell &
 * Goldstein 1998), of different people and no copies of one text while there are others.
 *
 * `who` names the writer of each voice.
 */
export function examplePlaces(
  found: FoundOpinions,
  members: readonly number[],
  who: readonly string[],
  most = 3,
): number[] {
  const { sayings, likeness, original } = found;
  const { items, voices } = sayings;
  const long = members.filter((i) => items[i]!.claim.text.length >= SHORTEST);
  const pool = long.length >= most ? long : members;
  const step = Math.max(1, Math.floor(members.length / COMPARED));
  const compared = members.filter((_, n) => n % step === 0);
  const chance = (a: number, b: number) => 1 / (1 + Math.exp(-likeness.of(a, b)));
  const central = pool.map((a) => compared.reduce((sum, b) => sum + (a === b ? 0 : chance(a, b)), 0));
  const [mostCentral, mostVotes] = [
    Math.max(1e-9, ...central),
    Math.max(1, ...pool.map((i) => voices[items[i]!.voice]!.comment.reactions.up ?? 0)),
  ];
  const worth = pool.map((i, n) => {
    const votes = Math.log1p(Math.max(0, voices[items[i]!.voice]!.comment.reactions.up ?? 0)) / Math.log1p(mostVotes);
    return (WEIGHTS.central * central[n]!) / mostCentral + WEIGHTS.votes * votes;
  });
  const chosen: number[] = [];
  const writers = new Set<string>();
  const texts = new Set<number>();
  while (chosen.length < Math.min(most, pool.length)) {
    let [best, value] = [-1, Number.NEGATIVE_INFINITY];
    for (const [n, i] of pool.entries()) {
      if (chosen.includes(i)) continue;
      const { voice } = items[i]!;
      const near = chosen.reduce((sum, other) => Math.max(sum, chance(i, other)), 0);
      const again = (writers.has(who[voice]!) ? 10 : 0) + (texts.has(original[voice]!) ? 10 : 0);
      const own = worth[n]! - WEIGHTS.unlike * near - again;
      if (own > value + 1e-12) [best, value] = [i, own];
    }
    chosen.push(best);
    writers.add(who[items[best]!.voice]!);
    texts.add(original[items[best]!.voice]!);
  }
  return chosen;
}

/** Returns claims as they are shown. */
export function shown({ sayings: { items, voices } }: FoundOpinions, places: readonly number[]): Example[] {
  return places.map((i) => {
    const { claim, voice } = items[i]!;
    const { unit, start, end, text } = claim;
    return { unit, start, end, text, votes: voices[voice]!.comment.reactions.up ?? null };
  });
}
