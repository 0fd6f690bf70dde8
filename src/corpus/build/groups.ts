import { createHash } from "node:crypto";
import { ANALYSES } from "./item-file.ts";

/** Rows that a part may have: one row group of Parquet. */
export const MOST_ROWS = 122_880;

/** Some comments of a source, the least that goes into a part as a whole. */
export interface Item {
  /** Hash of the source. */
  readonly sha256: string;
  /** Which item of it, from 0. */
  readonly item: number;
  /** What tells this item from what another reading of the same bytes made: the first path, what was left out. */
  readonly as: string;
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of its packed analyses. */
  readonly bytes: number;
}

/**
 * Returns items in the groups whose rows stand in the same parts.
 *
 * What is grouped hangs on the set of items alone: they stand by the bits of their hashes, and a group that is too large is
 * parted by the next bit. So a source that comes or goes changes the parts of its own group, and the order of inputs
 * changes none.
 */
export function groupsOf(items: readonly Item[], most = MOST_ROWS): readonly (readonly Item[])[] {
  const keyed = items.map((item) => ({ item, bits: bitsOf(item), weight: weightOf(item) }));
  keyed.sort((a, b) => (a.bits < b.bits ? -1 : a.bits > b.bits ? 1 : 0));
  const groups: (readonly Item[])[] = [];
  // Depth first, and by a list instead of recursion: a source of many items is parted a hundred bits deep.
  const open: { from: number; to: number; bit: number }[] = [{ from: 0, to: keyed.length, bit: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from, to, bit } = next;
    if (from === to) continue;
    let weight = 0;
    for (let at = from; at < to && weight <= most; at++) weight += keyed[at]!.weight;
    if (weight <= most || to - from === 1) {
      groups.push(keyed.slice(from, to).map(({ item }) => item));
      continue;
    }
    let middle = from;
    while (middle < to && keyed[middle]!.bits[bit] === "0") middle++;
    open.push({ from: middle, to, bit: bit + 1 }, { from, to: middle, bit: bit + 1 });
  }
  return groups;
}

/** Returns what a group is known by: all that is in it. */
export function groupHash(items: readonly Item[], settings: string): string {
  const hash = createHash("sha256").update(settings);
  for (const { sha256, item, as } of items) hash.update(JSON.stringify([sha256, item, as]));
  return hash.digest("hex").slice(0, 32);
}

function weightOf({ rows }: Item): number {
  return Object.entries(rows).reduce((most, [name, count]) => (name === ANALYSES ? most : Math.max(most, count)), 1);
}

const HASH_DIGITS = 16;
const ITEM_BITS = 24;

/** Bits of the hash, then those of the item's number, so that the items of one source stand together. */
function bitsOf({ sha256, item }: Item): string {
  const hash = BigInt(`0x${sha256.slice(0, HASH_DIGITS)}`)
    .toString(2)
    .padStart(HASH_DIGITS * 4, "0");
  return hash + item.toString(2).padStart(ITEM_BITS, "0");
}
