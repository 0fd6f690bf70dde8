import type { MentionPrecision } from "../../model/layers.ts";
import type { DateExpression } from "./expression.ts";

/** Returns how exact an expression is, whether or not anything anchors it. */
export function precisionOf(expression: DateExpression): MentionPrecision {
  if (expression.kind === "vague") return expression.exactness ?? "vague";
  if (isLunarDay(expression)) return "year";
  const { clock, day, weekday, week, half, month, distance } = expression;
  if (clock !== undefined) return clock.second !== null ? "second" : clock.minute !== null ? "minute" : "hour";
  if (expression.throughDay !== undefined) return "part";
  if (day !== undefined || (weekday !== undefined && half === undefined)) return "day";
  if (distance !== undefined && month === undefined) return distance.unit;
  if (week !== undefined) return half === undefined ? "week" : "part";
  return precisionWithoutDay(expression);
}

/** Whether an expression is of the old calendar, of which only the year can be told. */
export const isLunarDay = ({ isLunar, month }: DateExpression): boolean => isLunar === true && month !== undefined;

function precisionWithoutDay(expression: DateExpression): MentionPrecision {
  const { through, third, half, quarter, season, month, decade, century, year } = expression;
  if (through !== undefined || third !== undefined || half !== undefined || quarter !== undefined) return "part";
  if (season !== undefined) return "season";
  if (month !== undefined) return "month";
  if (decade !== undefined) return "decade";
  if (century !== undefined) return "century";
  return year === undefined ? "day" : "year";
}
