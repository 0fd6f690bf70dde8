import type { Counted, KeynessFigure } from "../../charts/recount.ts";
import { estimatedShare } from "../../measure/estimated-share.ts";
import { wilsonInterval } from "../../measure/wilson-interval.ts";
import type { Columns } from "../columns.ts";
import { shareAt } from "../packed-numbers.ts";
import type { PayloadRow } from "../payload.ts";
import { type Compared, keynessAgain, type Texts, textsOf } from "./keyness-again.ts";
import type { Values } from "./labels.ts";

/** The comments that were chosen, and what all rows of a chart need of them. */
export interface Chosen {
  readonly passing: Uint8Array;
  readonly columns: Columns;
  /** How many comments there are of a name such as `in 3` or `at 2024-05-01`; of all without one. */
  readonly among: (of: string | null) => number;
  readonly votes: number;
  /** What stands below in the stack of the same value of a field. */
  readonly stack: (key: string) => { readonly below: number; add(height: number): void };
  /** The two texts that are compared; null where none are. */
  readonly texts: Texts | null;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Returns what all rows of a chart need of the units that pass. */
export function chosenOf(passing: Uint8Array, columns: Columns, compared: Compared | null): Chosen {
  const counts = new Map<string | null, number>();
  const among = (of: string | null) => {
    const known =
      counts.get(of) ??
      columns.place.reduce(
        (sum, place, unit) => sum + (place !== 0 && passing[unit] === 1 && isOf(of, unit, columns) ? 1 : 0),
        0,
      );
    counts.set(of, known);
    return known;
  };
  const stacks = new Map<string, number>();
  return {
    passing,
    columns,
    among,
    votes: columns.up.reduce<number>((sum, up, unit) => sum + (passing[unit] === 1 ? (up ?? 0) : 0), 0),
    stack: (key) => ({
      below: stacks.get(key) ?? 0,
      add: (height) => void stacks.set(key, (stacks.get(key) ?? 0) + height),
    }),
    texts: compared === null ? null : textsOf(compared, passing, columns),
  };
}

function isOf(of: string | null, unit: number, { discussion, posted }: Columns): boolean {
  if (of === null) return true;
  if (of.startsWith("in ")) return discussion[unit] === Number(of.slice(3));
  const [at, time] = [of.slice(3), posted[unit]];
  if (time == null) return false;
  const from = Date.parse(at.length > 10 ? `${at}:00Z` : at) / 60_000;
  return time >= from && time < from + (at.length > 10 ? HOUR : DAY);
}

/** What is told of one row. */
export interface Told {
  /** The chosen comments behind it that are counted. */
  readonly units: readonly number[];
  /** Those that the mark leads to. */
  readonly behind: readonly number[];
  /** Places in the chosen texts. */
  readonly spans: number;
  /** Those among whom its share is. */
  readonly of: number;
  readonly row: PayloadRow;
  readonly chosen: Chosen;
}

/** Returns what is told of a row; null for one of which nothing was chosen. */
export function toldOf(row: PayloadRow, chosen: Chosen): Told | null {
  const { passing, columns } = chosen;
  const isChosen = (unit: number) => columns.place[unit] !== 0 && passing[unit] === 1;
  const behind = row.units.filter(isChosen);
  const counted = row.counted === null ? behind : row.counted.filter(isChosen);
  const spans = row.units.reduce((sum, unit) => sum + (passing[unit] === 1 ? row.times(unit) : 0), 0);
  const of = chosen.among(row.of);
  // Of a stretch of time that was chosen, nothing said is a share as well.
  if (row.of?.startsWith("at ") ? of === 0 : behind.length + counted.length + spans === 0) return null;
  const units = row.side === null ? counted : counted.filter((unit) => sideOf(unit, columns) === row.side);
  return { units, behind, spans, of, row, chosen };
}

function sideOf(unit: number, { sides: [first] }: Columns): string {
  return first?.names[first.of[unit]!] ?? "none";
}

/** What is told without words of its own. */
const FIGURES: Readonly<Record<string, (told: Told) => unknown>> = {
  count: ({ units }) => units.length,
  "count told": ({ units }) => String(units.length),
  people: ({ units, chosen }) => namesOf(units, chosen.columns),
  "count behind": ({ behind }) => behind.length,
  "people behind": ({ behind, chosen }) => namesOf(behind, chosen.columns),
  "count besides": ({ behind, units }) => behind.filter((unit) => !units.includes(unit)).length,
  spans: ({ spans }) => spans,
  "spans told": ({ spans }) => String(spans),
  "sum up": votesOf,
  "vote share": (told) => (told.chosen.votes === 0 ? null : round(votesOf(told) / told.chosen.votes)),
  "vote share told": (told) => (told.chosen.votes === 0 ? null : percent(votesOf(told) / told.chosen.votes)),
  share: (told) => round(shareOf(told)),
  "wilson low": ({ units, of }) => round(wilsonInterval(units.length, of).low),
  "wilson high": ({ units, of }) => round(wilsonInterval(units.length, of).high),
  interval: ({ units, of }) => {
    const { low, high } = wilsonInterval(units.length, of);
    return `${percent(low)}–${percent(high)}`;
  },
  of: ({ of }) => of,
  estimate: (told) => round(estimateOf(told).estimate),
  "estimate low": (told) => round(estimateOf(told).estimateLow),
  "estimate high": (told) => round(estimateOf(told).estimateHigh),
  none: () => null,
};

/** Returns a field of a row, counted again. */
export function counts(how: Counted, told: Told, value: Values): unknown {
  const figure = FIGURES[how];
  return figure === undefined ? worded(how, told, value) : figure(told);
}

function votesOf({ units, chosen: { columns } }: Told): number {
  return units.reduce((sum, unit) => sum + (columns.up[unit] ?? 0), 0);
}

function shareOf({ units, of }: Told): number {
  return of === 0 ? 0 : units.length / of;
}

function namesOf(units: readonly number[], { author }: Columns): number {
  return new Set(units.map((unit) => author.of[unit]!).filter((name) => name >= 0)).size;
}

/** What is told by words of its own: `told …`, `estimate interval …`, `keyness …`, the ends of stacks. */
function worded(how: Counted, told: Told, value: Values): unknown {
  const { units, spans, of, chosen, row } = told;
  const filled = (text: string, parts: Readonly<Record<string, string | number>>) =>
    text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(parts[name] ?? whole));
  if (how.startsWith("told ")) return filled(how.slice(5), { n: units.length, of });
  if (how.startsWith("estimate interval ")) {
    const { estimateLow, estimateHigh } = estimateOf(told);
    return filled(how.slice(18), { low: whole(estimateLow), high: whole(estimateHigh) });
  }
  if (how.startsWith("keyness ")) {
    const figures = keynessAgain(row, chosen.texts!);
    const what = how.slice(8);
    if (what.startsWith("side ")) return what.slice(5).split("|")[figures.logRatio >= 0 ? 0 : 1];
    if (what.startsWith("told ")) return filled(what.slice(5), figures);
    // The type of `how` leaves these alone.
    return figures[what as KeynessFigure];
  }
  const [, what, end, by] = /^(count|spans|share) (from|to) (.+)$/.exec(how)!;
  const stack = chosen.stack(`${by}:${value[by!]}`);
  if (end === "from") return stack.below;
  const height = what === "count" ? units.length : what === "spans" ? spans : shareOf(told);
  stack.add(height);
  return what === "share" ? round(stack.below + height) : stack.below + height;
}

function estimateOf({ units, row, chosen }: Told) {
  const { proposition, side, rates } = row.estimate!;
  const [taken, other, between, within] = rates;
  const { probabilities } = chosen.columns.sides.find((one) => one.proposition === proposition)!;
  const packed = probabilities[side]!;
  const sum = units.reduce((sum, unit) => sum + shareAt(packed, unit), 0);
  return estimatedShare(sum / Math.max(1, units.length), units.length, { taken, other, between, within });
}

const round = (value: number): number => Math.round(10_000 * value) / 10_000;
const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
const whole = (value: number): string => `${Math.round(100 * value)}%`;
