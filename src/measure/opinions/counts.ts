import { wilsonInterval } from "../wilson-interval.ts";
import type { FoundOpinions } from "./find-opinions.ts";

/** What stands behind an opinion in a discussion. */
export interface Standing {
  readonly comments: number;
  readonly people: number;
  readonly nameless: number;
  readonly texts: number;
  readonly votes: number | null;
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  readonly designEffect: number;
}

/** An opinion's share of the likes, with its interval; null where no likes are shown. */
export interface VoteShare {
  readonly voteShare: number | null;
  readonly voteShareLow: number | null;
  readonly voteShareHigh: number | null;
}

/** Who wrote each voice: a name, or null for nobody in particular. */
export type Writers = readonly (string | null)[];

/** All the comments of a discussion, as their shares need them: counted once, whatever the number of opinions. */
export interface Population {
  readonly comments: number;
  /** How many comments each name wrote. */
  readonly written: ReadonlyMap<string, number>;
  /** Sum of the squares of how many comments stand under a name, or alone. */
  readonly clusterSquares: number;
  readonly votes: { readonly comments: number; readonly sum: number; readonly squares: number };
}

/** Returns what is counted of all the comments of a discussion. */
export function populationOf(
  { sayings: { voices } }: FoundOpinions,
  writers: Writers,
  all: readonly number[],
): Population {
  const written = new Map<string, number>();
  let clusterSquares = 0;
  let [comments, sum, squares] = [0, 0, 0];
  for (const voice of all) {
    const name = writers[voice];
    if (name == null) clusterSquares++;
    else written.set(name, (written.get(name) ?? 0) + 1);
    const { up } = voices[voice]!.comment.reactions;
    if (up == null) continue;
    comments++;
    sum += up;
    squares += up * up;
  }
  for (const count of written.values()) clusterSquares += count * count;
  return { comments: all.length, written, clusterSquares, votes: { comments, sum, squares } };
}

/**
 * Returns how many stand behind some comments, of all the comments of a discussion.
 *
 * The interval is Wilson's for as many comments as count: their number over the design effect (Kish 1965), which is how
 * much more a share varies where names write several comments and hold to what they say (the variance of a share over
 * clusters, of names, over that of a share of single comments). It is 1 where everybody writes once.
 */
export function standingOf(
  { sayings: { voices }, original }: FoundOpinions,
  writers: Writers,
  behind: ReadonlySet<number>,
  population: Population,
): Standing {
  const names = new Map<string, number>();
  const texts = new Set<number>();
  let [nameless, votes, counted] = [0, 0, 0];
  for (const voice of behind) {
    const name = writers[voice];
    if (name == null) nameless++;
    else names.set(name, (names.get(name) ?? 0) + 1);
    texts.add(original[voice]!);
    const { up } = voices[voice]!.comment.reactions;
    if (up == null) continue;
    votes += up;
    counted++;
  }
  const share = population.comments === 0 ? 0 : behind.size / population.comments;
  const designEffect = designEffectOf(population, names, nameless, share);
  const { low, high } = wilsonInterval(behind.size / designEffect, population.comments / designEffect);
  return {
    comments: behind.size,
    people: names.size,
    nameless,
    texts: texts.size,
    votes: counted === 0 ? null : votes,
    share,
    shareLow: Math.max(0, low),
    shareHigh: Math.min(1, high),
    designEffect,
  };
}

/** Returns the sum of (own − share · written)² over names and nameless comments, over that of single comments. */
function designEffectOf(
  { comments, written, clusterSquares }: Population,
  names: ReadonlyMap<string, number>,
  nameless: number,
  share: number,
): number {
  if (share === 0 || share === 1) return 1;
  let sum = share * share * clusterSquares + nameless * (1 - 2 * share);
  for (const [name, own] of names) sum += own * own - 2 * share * own * written.get(name)!;
  return Math.max(1, sum / (comments * share * (1 - share)));
}

/**
 * Returns the share of a discussion's likes that some comments have. A like hangs on its comment: the interval is that of
 * a ratio over comments (Cochran 1977, 6.3), wide where few comments hold most likes.
 */
export function voteShareOf(
  { sayings: { voices } }: FoundOpinions,
  behind: ReadonlySet<number>,
  { votes: { comments, sum, squares } }: Population,
): VoteShare {
  if (sum <= 0) return { voteShare: null, voteShareLow: null, voteShareHigh: null };
  let [own, ownSquares] = [0, 0];
  for (const voice of behind) {
    const up = voices[voice]!.comment.reactions.up ?? 0;
    own += up;
    ownSquares += up * up;
  }
  const share = own / sum;
  // Σ (up · (own − share))² of all comments, those behind having own = 1.
  const residuals = share * share * squares + ownSquares * (1 - 2 * share);
  const error = comments < 2 ? 1 : Math.sqrt((comments / (comments - 1)) * Math.max(0, residuals)) / sum;
  return {
    voteShare: share,
    voteShareLow: Math.max(0, share - Z95 * error),
    voteShareHigh: Math.min(1, share + Z95 * error),
  };
}

const Z95 = 1.959964;
