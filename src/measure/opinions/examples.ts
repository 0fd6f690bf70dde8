import type { Claim } from "../../model/layers.ts";
import { centralityOf, chanceOf } from "./centrality.ts";
import { evenly } from "./evenly.ts";
import type { FoundOpinions } from "./find-opinions.ts";
import { C } from "./words/content.ts";
import { type Passage, passageOf } from "./words/passage.ts";
import type { Salience } from "./words/salience.ts";
import { eachTerm } from "./words/terms.ts";

/** How much being typical, having the opinion's words, being liked and being unlike the others weighs. */
const WEIGHTS = { central: 2, salient: 0.5, votes: 0.35, unlike: 0.6 } as const;
/** What is taken off for what cannot stand alone: more than all that speaks for it, but for leaning on what is before it. */
const FAULTS = { kind: 2.5, fewWords: 2, open: 2, length: 1.5, short: 0.2, leans: 0.4, again: 10 } as const;
const SHOWN_KINDS: ReadonlySet<Claim["kind"]> = new Set(["claim", "reason", "proposal", "experience"]);
/** Words that a shown claim has in common with its opinion, at least. */
const FEWEST_WORDS = 2;
/** Shorter sentences say little by themselves, and the shortest nothing. */
const SHORT = 12;
const SHORTEST = 8;
const LONGEST = 120;

/** Examples are chosen from so many claims of an opinion at most, evenly from all. */
const READ = 2000;

/** A claim shown for an opinion. */
export interface Example {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly votes: number | null;
}

/**
 * Returns three claims, by place, that show an opinion: such as can be read by themselves, typical, with the words that set
 * it apart, liked and unlike one another (maximal marginal relevance, Carbonell & Goldstein 1998), of different people
 * and no copies of one text while there are others; never one sentence twice.
 *
 * `who` names the writer of each voice; `salience` is null for what is no opinion.
 */
export function examplePlaces(
  found: FoundOpinions,
  claims: readonly number[],
  salience: Salience | null,
  who: readonly string[],
  most = 3,
): number[] {
  const pool = evenly(claims, READ);
  const { sayings, likeness, original } = found;
  const { items } = sayings;
  const worth = worthOf(found, pool, salience);
  const near = new Float64Array(pool.length);
  const chosen: number[] = [];
  const writers = new Set<string>();
  const texts = new Set<number>();
  // Two claims of one sentence are shown as that sentence, once.
  const sentenceOf = pool.map((i) => {
    const { voice } = items[i]!;
    return `${voice} ${passageOf(items[i]!, sayings.voices[voice]!.unit).start}`;
  });
  const sentences = new Set<string>();
  while (chosen.length < Math.min(most, pool.length)) {
    let [best, value] = [-1, Number.NEGATIVE_INFINITY];
    for (const [n, i] of pool.entries()) {
      if (sentences.has(sentenceOf[n]!)) continue;
      const { voice } = items[i]!;
      const again = (writers.has(who[voice]!) ? FAULTS.again : 0) + (texts.has(original[voice]!) ? FAULTS.again : 0);
      const own = worth[n]! - WEIGHTS.unlike * near[n]! - again;
      if (own > value + 1e-12) [best, value] = [i, own];
    }
    if (best < 0) break;
    chosen.push(best);
    sentences.add(sentenceOf[pool.indexOf(best)]!);
    writers.add(who[items[best]!.voice]!);
    texts.add(original[items[best]!.voice]!);
    for (const [n, i] of pool.entries()) near[n] = Math.max(near[n]!, chanceOf(likeness, i, best));
  }
  return chosen;
}

function worthOf(found: FoundOpinions, pool: readonly number[], salience: Salience | null): number[] {
  const { items, voices } = found.sayings;
  const central = centralityOf(found.likeness, pool, pool);
  const likes = pool.map((i) => Math.log1p(Math.max(0, voices[items[i]!.voice]!.comment.reactions.up ?? 0)));
  const mostLikes = Math.max(Math.log(2), ...likes);
  const passages = pool.map((i) => passageOf(items[i]!, voices[items[i]!.voice]!.unit));
  const words = pool.map((i, n) => wordsOf(found, i, passages[n]!, salience));
  const mostWeight = Math.max(1e-9, ...words.map(({ weight }) => weight));
  return pool.map((i, n) => {
    const { count, weight } = words[n]!;
    const { start, end, open, leans } = passages[n]!;
    const faults =
      (SHOWN_KINDS.has(items[i]!.claim.kind) ? 0 : FAULTS.kind) +
      (count >= FEWEST_WORDS ? 0 : FAULTS.fewWords * (1 - count / FEWEST_WORDS)) +
      (open ? FAULTS.open : 0) +
      (leans ? FAULTS.leans : 0) +
      (end - start < SHORTEST || end - start > LONGEST ? FAULTS.length : end - start < SHORT ? FAULTS.short : 0);
    const salient = (WEIGHTS.salient * weight) / mostWeight;
    return WEIGHTS.central * central[n]! + salient + (WEIGHTS.votes * likes[n]!) / mostLikes - faults;
  });
}

/**
 * Returns how many words of a passage the opinion is told by, and what they weigh; without an opinion all content words. A word
 * that no other comment of the opinion has counts half.
 */
function wordsOf({ sayings, content }: FoundOpinions, i: number, { rows }: Passage, salience: Salience | null) {
  const { tokens } = sayings.voices[sayings.items[i]!.voice]!.unit;
  const seen = new Set<string>();
  let [count, weight] = [0, 0];
  eachTerm(tokens, rows, content, (term, row) => {
    const own = salience === null ? 1 : (salience.weights.get(term) ?? 0);
    if (own <= 0 || seen.has(term)) return;
    seen.add(term);
    weight += own;
    // Runs of nouns and predicates with their argument are made of words that count already.
    if (term !== content.lemma(tokens, row) || content.kind(tokens, row) === C.adverb) return;
    count += salience === null || salience.size < 4 || salience.comments.get(term)! > 1 ? 1 : 0.5;
  });
  return { count, weight };
}

/** Returns claims as they are shown: with the whole sentence where it is short enough, or the claim breaks off. */
export function shown({ sayings: { items, voices } }: FoundOpinions, places: readonly number[]): Example[] {
  return places.map((i) => {
    const { voice, claim } = items[i]!;
    const { unit, comment } = voices[voice]!;
    const { start, end } = passageOf(items[i]!, unit);
    return { unit: claim.unit, start, end, text: unit.text.slice(start, end), votes: comment.reactions.up ?? null };
  });
}
