import { logLikelihood } from "../../measure/log-likelihood.ts";
import type { Columns } from "../columns.ts";
import type { PayloadRow } from "../payload.ts";

/** The units of the two texts whose words are compared, and how many content words each unit has, by its number. */
export interface Compared {
  readonly first: ReadonlySet<number>;
  readonly second: ReadonlySet<number>;
  readonly words: readonly number[];
}

/** The two texts as they were chosen: how many content words each has, and which text a unit is part of. */
export interface Texts {
  readonly sizes: readonly [first: number, second: number];
  readonly sideOf: (unit: number) => 0 | 1 | null;
}

/** Chance gives a difference so large in one of twenty tables (χ², one degree of freedom). */
const SURE = 3.841;

/** Returns the two texts for the units that pass; what is no comment is compared with wherever comments of its page pass. */
export function textsOf(
  { first, second, words }: Compared,
  passing: Uint8Array,
  { place, discussion }: Columns,
): Texts {
  const pages = new Set<number>();
  for (const [unit, page] of discussion.entries()) if (place[unit] !== 0 && passing[unit] === 1) pages.add(page);
  const sideOf = (unit: number) => {
    if (place[unit] === 0 ? !pages.has(discussion[unit]!) : passing[unit] !== 1) return null;
    return first.has(unit) ? 0 : second.has(unit) ? 1 : null;
  };
  const sizes: [number, number] = [0, 0];
  for (const unit of place.keys()) {
    const side = sideOf(unit);
    if (side !== null) sizes[side] += words[unit] ?? 0;
  }
  return { sizes, sideOf };
}

/** Returns how much more often one of the texts has the word of a row: the figures of `keyness`, over what was chosen. */
export function keynessAgain(row: PayloadRow, { sizes, sideOf }: Texts) {
  const times: [number, number] = [0, 0];
  const units: [number, number] = [0, 0];
  for (const unit of row.units) {
    const side = sideOf(unit);
    if (side === null) continue;
    times[side] += row.times(unit);
    units[side]++;
  }
  const [count, otherCount] = times;
  const [size, otherSize] = sizes;
  const logRatio = Math.log2((count + 0.5) / (size + 0.5)) - Math.log2((otherCount + 0.5) / (otherSize + 0.5));
  const g2 = logLikelihood(count, Math.max(0, size - count), otherCount, Math.max(0, otherSize - otherCount));
  const often = 2 ** Math.abs(logRatio);
  const side = logRatio >= 0 ? 0 : 1;
  return {
    count,
    otherCount,
    perThousand: per(count, size),
    otherPerThousand: per(otherCount, otherSize),
    logRatio: Math.round(100 * logRatio) / 100,
    logLikelihood: Math.round(10 * g2) / 10,
    sure: size > 0 && otherSize > 0 && g2 > SURE ? 1 : 0,
    often: often < 10 ? often.toFixed(1) : String(Math.round(often)),
    own: times[side],
    range: units[side],
  };
}

const per = (count: number, size: number): number => (size === 0 ? 0 : Math.round((10_000 * count) / size) / 10);
