import { groupBy } from "../../../words/group-by.ts";
import { evenly } from "../evenly.ts";
import type { Sayings } from "../items.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { joiner, LARGEST } from "./by-sample.ts";
import { consensusOf } from "./consensus.ts";
import type { Graph } from "./graph.ts";
import { withoutLoose } from "./loose.ts";
import { neighbourGraphs } from "./neighbours.ts";
import { pointsOf } from "./points.ts";
import { stabilityOf } from "./stability.ts";

/** Claims of fewer comments than these are ranked, not grouped. */
export const FEWEST_COMMENTS = 60;
/** A group of fewer claims, or of one comment, is none. */
const FEWEST_MEMBERS = 3;
const NEAREST = [10, 20] as const;
/** A claim speaks for a second opinion where that one has so much of what ties it, and so many ties. */
const SECOND = { share: 0.4, ties: 2 } as const;

/** Which group each claim is in, before groups have names. */
export interface ClaimGroups {
  /** Number of the group, -1 for a claim that fits none, -2 for one that is left out. */
  readonly labels: Int32Array;
  readonly seconds: Int32Array;
  /** By group; null where claims were ranked, not grouped. */
  readonly stability: readonly (number | null)[];
  /** What ties the groups to one another, by `one * groups + other`. */
  readonly ties: ReadonlyMap<number, number>;
}

/**
 * Returns the groups of the claims that speak, those of each matter (`fields`, by voice) by themselves, each text counting
 * once: a copy is where its original is, so that a campaign makes no group by its number.
 */
export function communitiesOfClaims(
  sayings: Sayings,
  likeness: Likeness,
  original: Int32Array,
  fields: Int32Array,
  seed: number,
): ClaimGroups {
  const { items } = sayings;
  const chosen = items.flatMap(({ voice, speaks }, i) => (speaks && original[voice] === voice ? [i] : []));
  const matters = groupBy(chosen, (i) => fields[items[i]!.voice]!);
  const groups = joined(
    items.length,
    [...matters.values()].map((own) => {
      const comments = new Set(own.map((i) => items[i]!.voice)).size;
      const isFew = comments < FEWEST_COMMENTS;
      return { own, ...(isFew ? ranked(sayings, likeness, own) : grouped(sayings, likeness, own, seed)) };
    }),
  );
  followOriginals(sayings, likeness, original, groups.labels);
  return groups;
}

/** Returns the groups of all matters, numbered one after the other. */
function joined(claims: number, matters: readonly (Local & { readonly own: readonly number[] })[]): Local {
  const stability = matters.flatMap((local) => local.stability);
  const labels = new Int32Array(claims).fill(-2);
  const seconds = new Int32Array(claims).fill(-1);
  const ties = new Map<number, number>();
  let first = 0;
  const numbered = (label: number) => (label < 0 ? label : first + label);
  for (const local of matters) {
    const count = local.stability.length;
    for (const [k, i] of local.own.entries()) {
      labels[i] = numbered(local.labels[k]!);
      seconds[i] = numbered(local.seconds[k]!);
    }
    for (const [pair, tie] of local.ties)
      ties.set(numbered(Math.floor(pair / count)) * stability.length + numbered(pair % count), tie);
    first += count;
  }
  return { labels, seconds, stability, ties };
}

type Local = ClaimGroups;

function ranked(sayings: Sayings, likeness: Likeness, chosen: readonly number[]): Local {
  const labels = pointsOf(sayings, likeness, chosen);
  const count = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  return {
    labels,
    seconds: new Int32Array(chosen.length).fill(-1),
    stability: new Array<null>(count).fill(null),
    ties: new Map(),
  };
}

function grouped(sayings: Sayings, likeness: Likeness, chosen: readonly number[], seed: number): Local {
  if (chosen.length > LARGEST) return groupedBySample(sayings, likeness, chosen, seed);
  const graphs = neighbourGraphs(sayings, likeness, chosen, { nearest: NEAREST, seed });
  const { labels: all, resolution } = consensusOf(graphs, seed);
  const voiceOf = (claim: number) => sayings.items[claim]!.voice;
  const labels = withoutSmall(withoutLoose(all, chosen, likeness, voiceOf), (k) => voiceOf(chosen[k]!));
  const widest = graphs.at(-1)!;
  const stability = stabilityOf(widest, labels, { resolution, seed });
  return { labels, ...secondsOf(widest, labels, stability.length), stability };
}

/** Returns the groups of an even sample, which the other claims join. */
function groupedBySample(sayings: Sayings, likeness: Likeness, chosen: readonly number[], seed: number): Local {
  const sample = evenly(chosen, LARGEST);
  const local = grouped(sayings, likeness, sample, seed);
  const join = joiner({ claims: sample, labels: local.labels }, likeness, (i) => sayings.items[i]!.voice, seed);
  const labels = new Int32Array(chosen.length).fill(-1);
  const seconds = new Int32Array(chosen.length).fill(-1);
  for (let k = 0, next = 0; k < chosen.length; k++) {
    const isDrawn = sample[next] === chosen[k];
    [labels[k], seconds[k]] = isDrawn ? [local.labels[next]!, local.seconds[next]!] : join(chosen[k]!);
    if (isDrawn) next++;
  }
  return { ...local, labels, seconds };
}

/** Returns the labels numbered anew, -1 for those of groups that are too small to be one. */
function withoutSmall(labels: Int32Array, voiceOf: (k: number) => number): Int32Array {
  const members = new Map<number, { claims: number; voices: Set<number> }>();
  for (const [k, label] of labels.entries()) {
    if (label < 0) continue;
    const group = members.get(label) ?? { claims: 0, voices: new Set<number>() };
    members.set(label, group);
    group.claims++;
    group.voices.add(voiceOf(k));
  }
  const numbers = new Map<number, number>();
  for (const [label, { claims, voices }] of members)
    if (claims >= FEWEST_MEMBERS && voices.size > 1) numbers.set(label, numbers.size);
  return labels.map((label) => numbers.get(label) ?? -1);
}

/** Returns the second group of each node by its ties, and what ties the groups. */
function secondsOf({ nodes, from, to, weights }: Graph, labels: Int32Array, count: number) {
  const seconds = new Int32Array(nodes).fill(-1);
  const ties = new Map<number, number>();
  for (let a = 0; a < nodes; a++) {
    const toward = new Map<number, { weight: number; ties: number }>();
    let total = 0;
    for (let k = from[a]!; k < from[a + 1]!; k++) {
      const label = labels[to[k]!]!;
      total += weights[k]!;
      if (label < 0) continue;
      const row = toward.get(label) ?? { weight: 0, ties: 0 };
      toward.set(label, row);
      row.weight += weights[k]!;
      row.ties++;
      if (labels[a]! >= 0 && labels[a] !== label) {
        const key = labels[a]! * count + label;
        ties.set(key, (ties.get(key) ?? 0) + weights[k]!);
      }
    }
    if (labels[a]! < 0) continue;
    for (const [label, { weight, ties: number }] of toward)
      if (label !== labels[a] && number >= SECOND.ties && weight >= SECOND.share * total) seconds[a] = label;
  }
  return { seconds, ties };
}

/** Writes for each claim of a copy the label of the claim of the original that is most like it. */
function followOriginals(
  { items, voices }: Sayings,
  likeness: Likeness,
  original: Int32Array,
  labels: Int32Array,
): void {
  const own = voices.map((): number[] => []);
  for (const [i, { voice }] of items.entries()) own[voice]!.push(i);
  for (const [i, { voice, speaks }] of items.entries()) {
    if (!speaks || original[voice] === voice) continue;
    let [label, most] = [-1, Number.NEGATIVE_INFINITY];
    for (const other of own[original[voice]!]!) {
      const value = likeness.of(i, other);
      if (labels[other]! >= -1 && value > most) [label, most] = [labels[other]!, value];
    }
    labels[i] = label;
  }
}
