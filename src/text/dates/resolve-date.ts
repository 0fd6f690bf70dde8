import type { MentionPrecision } from "../../model/layers.ts";
import { type Anchor, dayIn } from "./anchor.ts";
import { weekdayOf } from "./calendar.ts";
import { dateValue } from "./date-value.ts";
import type { DateExpression, Part } from "./expression.ts";
import { precisionOf } from "./precision-of.ts";

/** What {@link resolveDate} may count from. */
export interface Surroundings {
  /** When the text was written. */
  readonly anchor: Anchor | null;
  /** Another date said before in the text. */
  readonly context: Anchor | null;
  /** Whether the sentence speaks of what is to come. */
  readonly future: boolean;
  /** Whether nothing tells that the sentence speaks of what was. */
  readonly isOpen?: boolean;
}

/** A date in ISO 8601, its precision and what it was counted from. */
export interface ResolvedDate {
  readonly value: string;
  readonly precision: MentionPrecision;
  readonly from: "text" | "anchor" | "context";
  /** The same as an anchor for dates that follow. */
  readonly anchor: Anchor | null;
  /** Whether something speaks against it: another weekday, a night that may be of the day before. */
  readonly isDoubtful: boolean;
}

/**
 * Returns what a date says as an ISO value or a closed interval `first/last`, or null where nothing anchors it.
 *
 * A month, or month and day, without a year is the nearest one not after the anchor, in a sentence about the future
 * the nearest not before it; a bare day lies in the anchor's month, or the nearest month that has it; weeks begin on Monday; a fiscal year on 1 April.
 *
 * @example
 * const anchor = { year: 2022, month: 9, day: 15 };
 * resolveDate({ start: 0, end: 3, kind: "point", month: { from: "text", value: 8 }, third: 2 }, { anchor, context: null, future: false });
 * // { value: "2022-08-21/2022-08-31", precision: "part", from: "anchor", … }
 */
export function resolveDate(expression: DateExpression, surroundings: Surroundings): ResolvedDate | null {
  if (expression.kind !== "point") return null;
  const precision = precisionOf(expression);
  const from = originOf(expression, surroundings);
  if (from === null) return null;
  const base = from === "anchor" ? surroundings.anchor : from === "context" ? surroundings.context : null;
  const value = dateValue(expression, { ...surroundings, base });
  return value === null ? null : { ...value, precision, from, isDoubtful: isDoubtful(expression, value.anchor) };
}

/** Whether a day is none of the weekday that is said, or its hour is one after midnight of 15日深夜1時. */
function isDoubtful({ day, weekday, clock }: DateExpression, anchor: Anchor | null): boolean {
  const known = anchor === null ? null : dayIn(anchor);
  const isOtherDay = day !== undefined && weekday !== undefined && known !== null && weekdayOf(known) !== weekday;
  return isOtherDay || (clock?.isNight === true && (day !== undefined || weekday !== undefined));
}

function originOf(expression: DateExpression, { anchor, context }: Surroundings): ResolvedDate["from"] | null {
  const { year, month, day, week, decade, century, distance, clock } = expression;
  const parts: readonly (Part | undefined)[] = [year, month, day, week, century];
  if (parts.some((part) => part?.from === "context")) return context === null ? null : "context";
  const absolute = decade !== undefined || year?.from === "text" || century?.from === "text";
  if (absolute && !parts.some((part) => part?.from === "anchor")) return "text";
  if (anchor !== null) return "anchor";
  const bare = distance === undefined && week === undefined && !parts.some((part) => part?.from === "anchor");
  return bare && context !== null && (month !== undefined || day !== undefined || clock !== undefined)
    ? "context"
    : null;
}
