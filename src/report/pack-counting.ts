import type { Counting, RowCounting } from "../charts/recount.ts";
import { packSet, packTimes } from "./packed-numbers.ts";

/** What counting a row again takes, as it is written. */
export interface PackedCounting {
  /** {@link packTimes}: of the units that do not have one place each. */
  readonly times?: string;
  readonly of?: string;
  /** {@link packSet}. */
  readonly counted?: string;
  readonly side?: string;
  readonly estimate?: NonNullable<RowCounting["estimate"]>;
}

/** The units of two texts that are compared, and their numbers of content words, as they are written. */
export interface PackedCompared {
  readonly first: string;
  readonly second: string;
  readonly words: readonly number[];
}

/** Numbers of units and of discussions. */
interface Numbers {
  readonly numbers: ReadonlyMap<string, number>;
  readonly discussions: ReadonlyMap<string, number>;
}

/** Returns what counting a row again takes, as it is written; null for nothing. `places` are those that are counted. */
export function packCounting(
  units: readonly number[],
  places: readonly (readonly [unit: number, start: number, end: number])[] | null,
  { of, counted, side, estimate }: RowCounting,
  { numbers, discussions }: Numbers,
): PackedCounting | null {
  const times = places === null ? "" : timesOf(units, places);
  const [kind, name = ""] = (of ?? "").split(" ");
  const told = of === undefined || kind !== "in" ? of : `in ${discussions.get(name)}`;
  const packed: PackedCounting = {
    ...(times === "" ? {} : { times }),
    ...(told === undefined ? {} : { of: told }),
    ...(counted === undefined ? {} : { counted: packSet(counted.map((key) => numbers.get(key)!)) }),
    ...(side === undefined ? {} : { side }),
    ...(estimate === undefined ? {} : { estimate }),
  };
  return Object.keys(packed).length === 0 ? null : packed;
}

function timesOf(units: readonly number[], places: readonly (readonly [unit: number, ...rest: number[]])[]): string {
  const times = new Map(units.map((unit) => [unit, 0]));
  for (const [unit] of places) times.set(unit, (times.get(unit) ?? 0) + 1);
  return packTimes([...times].filter(([, count]) => count !== 1).sort(([a], [b]) => a - b));
}

/** Returns the two texts that a chart compares, as they are written. */
export function packCompared(
  { first, second, words }: NonNullable<Counting["compared"]>,
  numbers: ReadonlyMap<string, number>,
): PackedCompared {
  const counts = new Array<number>(numbers.size).fill(0);
  for (const [unit, count] of words) counts[numbers.get(unit)!] = count;
  const packed = (units: readonly string[]) => packSet(units.map((unit) => numbers.get(unit)!));
  return { first: packed(first), second: packed(second), words: counts };
}
