import type { DateExpression } from "../../text/dates/expression.ts";

const SHORT = /^([0-9０-９]{1,2})年$/;
/** 1943〜, 昭和60〜: the first end of a range without its 年. */
const FIRST_END = /(?:(?<![0-9０-９])([0-9]{4})|([一-龠]{2})([0-9０-９]{1,2}))[~〜～–-]$/;

/** The year that a text wrote out before, and the first year less one of its era. */
export interface YearBefore {
  readonly year: number;
  readonly era: number | undefined;
}

/**
 * Returns a year of one or two digits in the century or era of the one before it: 45年 after 1943年 or in 1943〜45年 is
 * 1945, 10年 in 平成5年から10年 is 1998. `eras` gives the first year less one of an era.
 */
export function longYear(
  expression: DateExpression,
  near: YearBefore | null,
  isRange: boolean,
  text: string,
  eras: Readonly<Record<string, number>>,
): DateExpression {
  if (expression.kind === "point" && expression.year?.from !== "text") return expression;
  const short = /^[0-9０-９]{1,2}年/.exec(text.slice(expression.start, expression.start + 3));
  if (short === null) return expression;
  const count = Number(short[0].slice(0, -1).normalize("NFKC"));
  const first = FIRST_END.exec(text.slice(Math.max(0, expression.start - 6), expression.start));
  const era = first === null ? near?.era : eras[first[2] ?? ""];
  const isAmount = expression.kind === "duration";
  if (isAmount && !((isRange || first !== null) && SHORT.test(text.slice(expression.start, expression.end))))
    return expression;
  const from = { ...expression, kind: "point" } as const;
  if (era !== undefined) return { ...from, year: { from: "text", value: era + count }, era };
  const year = first?.[1] === undefined ? near?.year : Number(first[1]);
  if (year === undefined || short[0].length < 3) return expression;
  return { ...from, year: { from: "text", value: Math.floor(year / 100) * 100 + (count % 100) } };
}
