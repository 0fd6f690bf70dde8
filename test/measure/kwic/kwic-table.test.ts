import { describe, expect, test } from "vitest";
import { type KwicOptions, kwicTable } from "../../../src/measure/kwic/kwic-table.ts";
import { kwicText } from "../../../src/measure/kwic/kwic-text.ts";
import type { Table } from "../../../src/tables/table.ts";
import { analysisOf } from "../codes/analysis-of.ts";

const analysis = analysisOf([
  "給食の値上げは困る。",
  "水道の値上げに反対だ。\n値上げしないでほしい。",
  "また値上げか。家計が困った😀。",
]);

const linesOf = (word: string, options: KwicOptions = {}) =>
  [...kwicTable(analysis, word, { width: 4, ...options })]
    .filter(({ unit }) => unit !== "article")
    .map(({ unit, left, text, right }) => `${unit}: ${left}[${text}]${right}`);

describe("a concordance", () => {
  test.each<[NonNullable<KwicOptions["sort"]>, readonly string[]]>([
    [
      "place",
      [
        "c1: 給食の[値上げ]は困る。",
        "c2: 水道の[値上げ]に反対だ",
        "c2: 対だ。 [値上げ]しないで",
        "c3: また[値上げ]か。家計",
      ],
    ],
    [
      "right",
      [
        "c3: また[値上げ]か。家計",
        "c2: 対だ。 [値上げ]しないで",
        "c2: 水道の[値上げ]に反対だ",
        "c1: 給食の[値上げ]は困る。",
      ],
    ],
    [
      "left",
      [
        "c2: 対だ。 [値上げ]しないで",
        "c2: 水道の[値上げ]に反対だ",
        "c1: 給食の[値上げ]は困る。",
        "c3: また[値上げ]か。家計",
      ],
    ],
  ])("is sorted by %s", (sort, lines) => {
    expect(linesOf("値上げ", { sort })).toEqual(lines);
  });

  test.each<[string, readonly string[]]>([
    ["困る", ["c1: げは[困る]。", "c3: 計が[困っ]た😀"]],
    ["'計が'", ["c3: 。家[計が]困っ"]],
    ["near(家計-困る)[2]", ["c3: か。[家計]が困", "c3: 計が[困っ]た😀"]],
    ["値下げ", []],
  ])("of %s has its places, in any inflection, and cuts no character", (word, lines) => {
    expect(linesOf(word, { sort: "place", width: 2 })).toEqual(lines);
  });

  test("points to the words as they are written", () => {
    for (const { unit, start, end, text } of kwicTable(analysis, "困る or 値上げ"))
      expect(analysis.units.find(({ id }) => id === unit)!.text.slice(start, end)).toBe(text);
  });

  test("is read in lines, one word under the other", () => {
    const comments = kwicTable(analysis, "値上げ", { width: 3 }).filter(({ unit }) => unit !== "article");
    expect(kwicText(comments as unknown as Table)).toBe(
      "c3    また [値上げ] か。家\nc2   だ。  [値上げ] しない\nc2  水道の [値上げ] に反対\nc1  給食の [値上げ] は困る\n",
    );
    expect(kwicText(kwicTable(analysis, "値下げ") as unknown as Table)).toBe("");
  });

  test.each<[string, string, object, RegExp]>([
    [
      "two words",
      "値上げ 反対",
      {},
      /the words to look for, line 1: and or or is missing before 反対 in "値上げ 反対"/,
    ],
    ["no word", "", {}, /line 1: there is no word: ""; as in/],
    ["a code", "*負担", {}, /there is no code of the name "負担"/],
    ["a sort there is not", "値上げ", { sort: "up" }, /sort takes right, left or place, not "up"/],
    ["no width", "値上げ", { width: 0 }, /width takes a count of characters up to 1000, not 0/],
  ])("of %s is an error", (_, word, options, message) => {
    expect(() => kwicTable(analysis, word, options)).toThrow(message);
  });
});
