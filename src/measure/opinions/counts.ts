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
