import type { Day } from "./calendar.ts";

/** The date that others are counted from, as far as it is known. */
export interface Anchor {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** The day of an anchor, where it is known to the day. */
export const dayIn = ({ year, month, day }: Anchor): Day | null =>
  month === null || day === null ? null : { year, month, day };
