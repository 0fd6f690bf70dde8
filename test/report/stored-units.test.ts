import { describe, expect, test } from "vitest";
import {
  packNumbers,
  packSet,
  packSpans,
  unpackNumbers,
  unpackSet,
  unpackSpans,
} from "../../src/report/packed-numbers.ts";
import { readingSection } from "../../src/report/reading.ts";
import { MOST_STORED, storedUnits } from "../../src/report/stored-units.ts";
import { analysisOf } from "./sample-analysis.ts";

/** Pages of 34 comments; the votes of each run from 0 to 33. */
const pages = Array.from({ length: 40 }, (_, page) =>
  analysisOf({
    id: page.toString(16).padStart(12, "0"),
    title: `値上げの話 その${page + 1}`,
    text: "小麦が値上がりした。",
    comments: Array.from({ length: 34 }, (_, i) => ({
      author: `読者${i}`,
      up: (i * 7) % 34,
      text: `値上げはつらい（${page}の${i}）`,
      score: 0,
    })),
  }),
);

describe("storedUnits", () => {
  test("of few comments all stand in the report", () => {
    expect(storedUnits(pages)).toBeNull();
    expect(MOST_STORED).toBe(5000);
  });

  test("of more, every article, the loudest, and as many of each page as it has by its size", () => {
    const stored = storedUnits(pages, 680)!;
    expect(stored).toHaveLength(40 + 680);
    expect(stored).toEqual(storedUnits(pages, 680));
    const kept = new Set(stored);
    const loud = Array.from({ length: 40 * 35 }, (_, unit) => unit)
      .filter((unit) => unit % 35 !== 0)
      .sort((a, b) => upOf(b) - upOf(a) || a - b)
      .slice(0, 136);
    expect(loud.filter((unit) => !kept.has(unit))).toEqual([]);
    for (let page = 0; page < 40; page++) {
      expect(kept.has(page * 35)).toBe(true);
      const count = stored.filter((unit) => Math.floor(unit / 35) === page).length - 1;
      expect(count).toBeGreaterThanOrEqual(15);
      expect(count).toBeLessThanOrEqual(19);
    }
  });

  test("the report writes those alone, and says by what rule", () => {
    const stored = storedUnits(pages, 680)!;
    const pane = readingSection(pages, { lang: "ja", stored }).toString();
    expect(pane.match(/<article class="unit comment/gu)).toHaveLength(680);
    expect(pane.match(/<article class="unit article/gu)).toHaveLength(40);
    expect(pane).toContain("1,360件のうち680件の本文を載せた");
  });
});

const upOf = (unit: number) => (((unit % 35) - 1) * 7) % 34;

describe("packed numbers", () => {
  test.each([[[]], [[0]], [[3, 17, 20]], [[900, 2, 2, 10_200]]])("%j comes back", (numbers) => {
    expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
  });

  test.each([
    ["none", []],
    ["few, far apart", [10_200, 3, 900]],
    ["most of many", Array.from({ length: 999 }, (_, i) => 2 * i + (i % 3))],
  ])("a set of %s comes back in order", (_, numbers) => {
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    const packed = packSet(numbers);
    expect(unpackSet(packed)).toEqual(sorted);
    expect(packed.length).toBeLessThanOrEqual(packNumbers(sorted).length);
  });

  test.each([
    [[]],
    [[[4, 0, 3]]],
    [
      [
        [4, 0, 3],
        [4, 9, 12],
        [2, 1, 2],
        [700, 36, 80],
      ],
    ],
  ] as const)("places %j come back", (spans) => {
    expect(unpackSpans(packSpans(spans as never))).toEqual(spans.flat());
  });
});
