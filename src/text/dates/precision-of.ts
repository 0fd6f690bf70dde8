import type { Precision } from "../../model/discussion.ts";
import type { DateExpression } from "./expression.ts";

/** Tells the precision of an expression whether or not anything anchors it. */
export function precisionOf(expression: DateExpression): Precision {
  const { clock, day, weekday, week, third, season, month, half, quarter, decade, century, distance, year } =
    expression;
  if (clock !== undefined) return clock.second !== null ? "second" : clock.minute !== null ? "minute" : "hour";
  if (day !== undefined || (weekday !== undefined && half === undefined)) return "day";
  if (distance !== undefined && month === undefined) return distance.unit === "hour" ? "hour" : distance.unit;
  if (week !== undefined) return half === undefined ? "week" : "part";
  if (expression.through !== undefined) return "part";
  if (third !== undefined || half !== undefined || quarter !== undefined) return "part";
  if (season !== undefined) return "season";
  if (month !== undefined) return "month";
  if (decade !== undefined) return "decade";
  if (century !== undefined) return "century";
  return year === undefined ? "day" : "year";
}
