import { expect, test } from "vitest";
import { isIsoDate } from "../../src/text/iso-date.ts";

test.each([
  ["2024", true],
  ["2024-02", true],
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2024-02-30", false],
  ["2024-13", false],
  ["2024-00-10", false],
  ["2024-04-31", false],
  ["20240430", false],
  ["2024-4-3", false],
  ["", false],
])("%s is a date of the calendar: %s", (text, is) => {
  expect(isIsoDate(text)).toBe(is);
});
