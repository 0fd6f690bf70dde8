import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseTsv } from "../../../src/text/tsv.ts";
import { datesIn } from "./helper.ts";

const COLUMNS = ["text", "expression", "anchor", "value", "precision"] as const;

describe.each([
  ["a part of the day fixes its half", "hours"],
  ["the second end of a range takes from the first what it leaves out", "ranges"],
  ["parts of years, decades, centuries and months", "parts"],
  ["weekdays", "weekdays"],
  ["ratings, fractions, scores and lengths are no dates", "numbers"],
  ["days that no calendar has, and other calendars", "calendar"],
  ["what no calendar bounds says so", "vague"],
  ["what is still to come", "ahead"],
])("%s", (_, name) => {
  const rows = parseTsv(readFileSync(new URL(`${name}.tsv`, import.meta.url), "utf8"), COLUMNS, `${name}.tsv`);
  test.each(rows)("$text $expression is $value", ({ text, expression, anchor, value, precision }) => {
    const found = datesIn(text, anchor);
    if (value === "!") {
      const start = text.indexOf(expression);
      const touching = found.filter((date) => date.start < start + expression.length && start < date.end);
      expect(touching.filter((date) => date.value !== null)).toEqual([]);
      return;
    }
    const date = found.find((one) => one.text === expression);
    expect(date, `${expression} is found among ${found.map((one) => one.text).join(" ")}`).toBeDefined();
    expect(date!.value ?? "-").toBe(value);
    if (precision !== "-") expect(date!.precision).toBe(precision);
  });
});
