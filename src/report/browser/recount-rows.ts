import type { Counted, Recount } from "../../charts/recount.ts";
import type { Columns } from "../columns.ts";
import type { PayloadRow } from "../payload.ts";
import type { Values } from "./labels.ts";

/** How the rows of a chart are for some comments alone: counted again, kept or left out, or as they were. */
export interface Selected {
  readonly how: "recounted" | "kept" | "whole";
  readonly values: readonly Values[];
}

interface Told {
  readonly rows: readonly PayloadRow[];
  readonly recount: Recount | null;
}

const Z95 = 1.959963984540054;

/** Returns the rows of a chart for the units that pass. */
export function selectedRows(
  values: readonly Values[],
  { rows, recount }: Told,
  passing: Uint8Array,
  columns: Columns,
): Selected {
  const behind = rows.map(({ units }) => units.filter((unit) => passing[unit] === 1));
  if (recount !== null) {
    const comments = columns.place.reduce((sum, place, unit) => sum + (place !== 0 && passing[unit] === 1 ? 1 : 0), 0);
    const votes = columns.up.reduce<number>((sum, up, unit) => sum + (passing[unit] === 1 ? (up ?? 0) : 0), 0);
    const stacks = new Map<string, number>();
    const counted = values.flatMap((value, row) => {
      const units = behind[row]!.filter((unit) => columns.place[unit] !== 0);
      const spans = spansIn(rows[row]!, passing);
      if (units.length === 0 && spans === 0) return [];
      const stackBy = (by: string) => stack(stacks, `${by}:${value[by]}`);
      const told = { units, spans, comments, votes, columns, stackBy };
      const fields = Object.entries(recount).map(([field, how]) => [field, counts(how, told)] as const);
      return [{ ...value, ...Object.fromEntries(fields) }];
    });
    return { how: "recounted", values: counted };
  }
  if (rows.every(({ units }) => units.length <= 1)) {
    return { how: "kept", values: values.filter((_, row) => behind[row]!.length > 0) };
  }
  return { how: "whole", values };
}

interface Counts {
  readonly units: readonly number[];
  readonly spans: number;
  /** All comments and votes that were chosen. */
  readonly comments: number;
  readonly votes: number;
  readonly columns: Columns;
  /** What stands below in the stack of the same value of a field. */
  readonly stackBy: (by: string) => { below: number; add(height: number): void };
}

function counts(how: Counted, { units, spans, comments, votes, columns, stackBy }: Counts): number | string | null {
  const count = units.length;
  const share = comments === 0 ? 0 : count / comments;
  const up = units.reduce((sum, unit) => sum + (columns.up[unit] ?? 0), 0);
  switch (how) {
    case "count":
      return count;
    case "count told":
      return String(count);
    case "spans":
      return spans;
    case "spans told":
      return String(spans);
    case "people":
      return new Set(units.map((unit) => columns.author.of[unit]!).filter((author) => author >= 0)).size;
    case "sum up":
      return up;
    case "vote share":
      return votes === 0 ? null : round(up / votes);
    case "vote share told":
      return votes === 0 ? null : percent(up / votes);
    case "share":
      return round(share);
    case "wilson low":
      return round(wilson(count, comments)[0]);
    case "wilson high":
      return round(wilson(count, comments)[1]);
    case "interval":
      return wilson(count, comments).map(percent).join("–");
    case "none":
      return null;
    default: {
      // The type of `how` leaves these alone.
      const [, what, end, by] = /^(count|spans) (from|to) (.+)$/.exec(how)!;
      const own = stackBy(by!);
      if (end === "from") return own.below;
      own.add(what === "count" ? count : spans);
      return own.below;
    }
  }
}

function stack(stacks: Map<string, number>, key: string) {
  return {
    get below() {
      return stacks.get(key) ?? 0;
    },
    add: (height: number) => void stacks.set(key, (stacks.get(key) ?? 0) + height),
  };
}

function spansIn({ spans }: PayloadRow, passing: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < spans.length; i += 3) if (passing[spans[i]!] === 1) count++;
  return count;
}

/** Wilson's score interval of a share. */
export function wilson(successes: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 1];
  const share = successes / trials;
  const square = Z95 * Z95;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half =
    (Z95 * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials))) / (1 + square / trials);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const round = (value: number): number => Math.round(10_000 * value) / 10_000;
const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
