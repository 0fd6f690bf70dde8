import type { Precision } from "./discussion.ts";

/** What is known of a precision of dates. */
interface PrecisionRow {
  /** Whether it tells a time of day. */
  readonly timed: boolean;
}

/** How exact a date may be, the most exact first; every set of precisions is a filter of these rows. */
const ROWS: Readonly<Record<Precision, PrecisionRow>> = {
  second: { timed: true },
  minute: { timed: true },
  hour: { timed: true },
  day: { timed: false },
  week: { timed: false },
  part: { timed: false },
  month: { timed: false },
  season: { timed: false },
  year: { timed: false },
  decade: { timed: false },
  century: { timed: false },
};

// The keys of a record of all precisions.
export const PRECISIONS = Object.keys(ROWS) as readonly Precision[];

/** Precisions that tell a time of day. */
export const TIMED: readonly Precision[] = PRECISIONS.filter((precision) => ROWS[precision].timed);
