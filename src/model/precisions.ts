/** What is known of a precision of dates. */
interface PrecisionRow {
  readonly precision: string;
  /** Whether it tells a time of day. */
  readonly timed: boolean;
}

/** How exact a date may be, the most exact first; every set of precisions is a filter of these rows. */
const ROWS = [
  { precision: "second", timed: true },
  { precision: "minute", timed: true },
  { precision: "hour", timed: true },
  { precision: "day", timed: false },
  { precision: "week", timed: false },
  { precision: "part", timed: false },
  { precision: "month", timed: false },
  { precision: "season", timed: false },
  { precision: "year", timed: false },
  { precision: "decade", timed: false },
  { precision: "century", timed: false },
] as const satisfies readonly PrecisionRow[];

/** How exact a date is. `part` is a part of a month (上旬, 末). */
export type Precision = (typeof ROWS)[number]["precision"];

export const PRECISIONS: readonly Precision[] = ROWS.map(({ precision }) => precision);

/** Precisions that tell a time of day. */
export const TIMED: readonly Precision[] = ROWS.filter(({ timed }) => timed).map(({ precision }) => precision);
