import type { Tokens } from "../../model/tokens.ts";
import { dateExpressionsOf } from "../../text/dates/date-expressions-of.ts";
import type { DateGrammar } from "../../text/dates/date-grammar.ts";
import type { DateExpression } from "../../text/dates/expression.ts";
import type { EntitySpan } from "./span.ts";

const DURATION = /(?:時間|分間?|秒間?)(?:半|前|後|以内|以上)?$/;

const PARTS = /^[二三四五六七八]分$/;
const DIVIDES = /^(?:法|化|割|論|する|すれ|し[てたまよ、]|しな|さ[れせ]|の[一二三])/;

/** Whether 二分 are two halves (世論を二分する, 二分法), not two minutes. */
function isDivision(text: string, start: number, end: number): boolean {
  return end - start === 2 && PARTS.test(text.slice(start, end)) && DIVIDES.test(text.slice(end, end + 2));
}

/** Returns dates and times as entities: a day and an hour together are a DATE and a TIME. */
export function findTimes(tokens: Tokens, grammar: DateGrammar): EntitySpan[] {
  const { text } = tokens;
  return dateExpressionsOf(tokens, grammar)
    .filter(({ start, end }) => end - start > 1 && !isDivision(text, start, end))
    .flatMap((expression) => {
      const { start, end, kind, clock } = expression;
      const words = text.slice(start, end);
      const made = { by: "date-grammar", confidence: kind === "point" ? 0.9 : 0.75 } as const;
      const cut = clock === undefined || !hasDay(expression) ? 0 : clock.start - start;
      if (cut > 0) {
        const day = words.slice(0, cut).replace(/(?:の|[ 　]+)$/, "");
        return [
          { start, end: start + day.length, label: "DATE" as const, ...made },
          { start: start + cut, end, label: "TIME" as const, ...made },
        ];
      }
      const time = clock !== undefined || (kind !== "set" && DURATION.test(words));
      return [{ start, end, label: time ? ("TIME" as const) : ("DATE" as const), ...made }];
    });
}

function hasDay({ day, month, weekday, distance }: DateExpression): boolean {
  return day !== undefined || month !== undefined || weekday !== undefined || distance !== undefined;
}
