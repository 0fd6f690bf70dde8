import { expect, it } from "vitest";
import { isCountLine, parseCount } from "../../src/read/count.ts";

it.each([
  ["25", 25],
  ["0", 0],
  ["1,234", 1234],
  ["1.2K", 1200],
  ["3M", 3_000_000],
  ["1.5万", 15_000],
  ["+12", 12],
  ["-3", -3],
  ["３", 3],
  ["共感！12件", 12],
  ["いいね 5", 5],
  ["(7)", 7],
  ["12 likes", 12],
  ["", null],
  ["たくさん", null],
  ["1.5", null],
  ["12,34", null],
  ["5 3", null],
])("the count %s", (text, count) => expect(parseCount(text)).toBe(count));

it.each([
  ["25", true],
  ["1,234", true],
  ["1.2K", true],
  ["共感！12件", true],
  ["25人", false],
  ["+5", false],
  ["2022/09/15", false],
  ["12,34", false],
])("a line that is only %s", (text, only) => expect(isCountLine(text)).toBe(only));
