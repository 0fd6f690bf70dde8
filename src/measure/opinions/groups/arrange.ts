import type { Sayings } from "../items.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { Rows } from "../likeness/rows.ts";
import type { ClaimGroups } from "./claim-groups.ts";
import { type Edge, graphOf } from "./graph.ts";
import { communitiesOf } from "./louvain.ts";

/** An opinion: claims that say the like. */
export interface FoundOpinion {
  /** `o1`, `o2`, … */
  readonly id: string;
  readonly parent: string | null;
  /** Places of the claims that speak for it first. */
  readonly members: readonly number[];
  /** Places of those that speak for another first, and for it too. */
  readonly also: readonly number[];
  readonly stability: number | null;
  readonly x: number;
  readonly y: number;
}

/** Fewer opinions are not grouped again. */
const FEWEST_FOR_PARENTS = 6;

/** Returns the groups as opinions: ordered and numbered by their comments, grouped again, placed on a map. */
export function arrange({ items }: Sayings, likeness: Likeness, { labels, seconds, stability, ties }: ClaimGroups) {
  const count = stability.length;
  const members = Array.from({ length: count }, (): number[] => []);
  const also = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < items.length; i++) {
    if (labels[i]! >= 0) members[labels[i]!]!.push(i);
    if (seconds[i]! >= 0) also[seconds[i]!]!.push(i);
  }
  const comments = members.map((own, g) => new Set([...own, ...also[g]!].map((i) => items[i]!.voice)).size);
  const order = Array.from({ length: count }, (_, g) => g).sort(
    (a, b) => comments[b]! - comments[a]! || members[a]![0]! - members[b]![0]!,
  );
  const place = new Map(order.map((g, k) => [g, k]));
  const parents = parentsOf(
    order,
    ties,
    members.map((own) => own.length),
  );
  const places = placesOf(
    order.map((g) => members[g]!),
    likeness.vectors,
  );
  const opinions = order.map(
    (g, k): FoundOpinion => ({
      id: `o${k + 1}`,
      parent: parents[k] ?? null,
      members: members[g]!,
      also: also[g]!,
      stability: stability[g]!,
      x: places[k]!.x,
      y: places[k]!.y,
    }),
  );
  return {
    opinions,
    opinionOf: labels.map((label) => (label < 0 ? label : place.get(label)!)),
    alsoOf: seconds.map((label) => (label < 0 ? -1 : place.get(label)!)),
  };
}

/** Returns the name of the group of each opinion, null for one that is alone: Louvain over what ties the opinions. */
function parentsOf(
  order: readonly number[],
  ties: ReadonlyMap<number, number>,
  sizes: readonly number[],
): (string | null)[] {
  if (order.length < FEWEST_FOR_PARENTS) return order.map(() => null);
  const edges: Edge[] = [];
  for (const [a, one] of order.entries()) {
    for (const [b, other] of order.slice(0, a).entries()) {
      const weight = (ties.get(one * order.length + other) ?? 0) / Math.sqrt(sizes[one]! * sizes[other]!);
      if (weight > 0) edges.push([b, a, weight]);
    }
  }
  const labels = communitiesOf(graphOf(order.length, edges), { resolution: 1.2 });
  const names = new Map<number, string>();
  return order.map((_, k) => {
    const label = labels[k]!;
    if (labels.filter((other) => other === label).length < 2) return null;
    if (!names.has(label)) names.set(label, `g${names.size + 1}`);
    return names.get(label)!;
  });
}

/** Returns where groups lie on a map: their middles along the two directions in which these differ most. */
function placesOf(groups: readonly (readonly number[])[], vectors: Rows): { readonly x: number; readonly y: number }[] {
  const middles = new Rows(groups.length, vectors.width);
  for (const [k, members] of groups.entries()) for (const i of members) middles.add(k, vectors.row(i), 1);
  middles.normalise();
  middles.subtract(middles.mean());
  const [xs, ys] = [0, 1].map(() => {
    const direction = middles.firstDirection(60);
    const along = groups.map((_, k) => middles.row(k).reduce((sum, value, d) => sum + value * direction[d]!, 0));
    middles.without(direction);
    const [low, high] = [Math.min(...along), Math.max(...along)];
    return along.map((value) => (high - low < 1e-9 ? 0.5 : Number(((value - low) / (high - low)).toFixed(4))));
  });
  return groups.map((_, k) => ({ x: xs![k]!, y: ys![k]! }));
}
