import { wilsonInterval } from "../approval.ts";
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
  all: readonly number[],
): Standing {
  const names = new Set<string>();
  const texts = new Set<number>();
  let [nameless, votes, counted] = [0, 0, 0];
  for (const voice of behind) {
    const name = writers[voice];
    if (name == null) nameless++;
    else names.add(name);
    texts.add(original[voice]!);
    const { up } = voices[voice]!.comment.reactions;
    if (up == null) continue;
    votes += up;
    counted++;
  }
  const share = all.length === 0 ? 0 : behind.size / all.length;
  const designEffect = designEffectOf(writers, behind, all, share);
  const { low, high } = wilsonInterval(behind.size / designEffect, all.length / designEffect);
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

function designEffectOf(writers: Writers, behind: ReadonlySet<number>, all: readonly number[], share: number): number {
  if (share === 0 || share === 1) return 1;
  const clusters = new Map<string, { written: number; behind: number }>();
  let single = 0;
  for (const voice of all) {
    const name = writers[voice];
    const own = behind.has(voice) ? 1 : 0;
    if (name == null) {
      single += (own - share) ** 2;
      continue;
    }
    const cluster = clusters.get(name) ?? { written: 0, behind: 0 };
    clusters.set(name, cluster);
    cluster.written++;
    cluster.behind += own;
  }
  for (const { written, behind: own } of clusters.values()) single += (own - share * written) ** 2;
  return Math.max(1, single / (all.length * share * (1 - share)));
}

/**
 * Returns the share of a discussion's likes that some comments have. A like hangs on its comment: the interval is that of
 * a ratio over comments (Cochran 1977, 6.3), wide where few comments hold most likes.
 */
export function voteShareOf(
  { sayings: { voices } }: FoundOpinions,
  behind: ReadonlySet<number>,
  all: readonly number[],
): VoteShare {
  const known = all.flatMap((voice) => {
    const { up } = voices[voice]!.comment.reactions;
    return up == null ? [] : [{ up, own: behind.has(voice) ? 1 : 0 }];
  });
  const total = known.reduce((sum, { up }) => sum + up, 0);
  if (total <= 0) return { voteShare: null, voteShareLow: null, voteShareHigh: null };
  const share = known.reduce((sum, { up, own }) => sum + up * own, 0) / total;
  const squares = known.reduce((sum, { up, own }) => sum + (up * (own - share)) ** 2, 0);
  const n = known.length;
  const error = n < 2 ? 1 : Math.sqrt((n / (n - 1)) * squares) / total;
  return {
    voteShare: share,
    voteShareLow: Math.max(0, share - Z95 * error),
    voteShareHigh: Math.min(1, share + Z95 * error),
  };
}

const Z95 = 1.959964;
