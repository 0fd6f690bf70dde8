import { describe, expect, test } from "vitest";
import { cohenKappa } from "../../../src/measure/check/cohen-kappa.ts";
import { krippendorffAlpha } from "../../../src/measure/check/krippendorff-alpha.ts";

/** A coder's ratings, a character a unit; a full stop is none. */
const ratings = (line: string) => [...line].map((one) => (one === "." ? null : /\d/.test(one) ? Number(one) : one));

const FOUR = ["123321412...", "1233224125.3", ".3332342251.", "1233244125 1.".replace(" ", "")].map(ratings);

describe("Krippendorff's α", () => {
  test.each([
    ["two observers, binary data", ["0100000010", "1110010000"], "nominal", 0.095],
    ["two observers, nominal data", ["aabbdcccedda", "babbbccceddd"], "nominal", 0.692],
  ] as const)("equals the worked example of 2011: %s", (_, lines, scale, expected) => {
    expect(krippendorffAlpha(lines.map(ratings), { scale }).alpha).toBeCloseTo(expected, 3);
  });

  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("equals the worked example of 2011: four observers with missing data, %s", (scale, expected) => {
    const found = krippendorffAlpha(FOUR, { scale });
    expect(found.alpha).toBeCloseTo(expected, 3);
    expect(found).toMatchObject({ n: 11, small: true });
    expect(found.low!).toBeLessThan(found.alpha!);
    expect(found.high!).toBeGreaterThan(found.alpha!);
  });

  test("of words with an order is that of their ranks", () => {
    const words = FOUR.map((row) => row.map((value) => (value === null ? null : `w${value}`)));
    const order = ["w1", "w2", "w3", "w4", "w5"];
    expect(krippendorffAlpha(words, { scale: "ordinal", order }).alpha).toBeCloseTo(0.815, 3);
  });

  test("is the same for the same seed, and unknown where all say one thing or nobody says two", () => {
    expect(krippendorffAlpha(FOUR)).toEqual(krippendorffAlpha(FOUR));
    const wide = krippendorffAlpha(FOUR, { level: 0.99 });
    expect(wide.low!).toBeLessThan(krippendorffAlpha(FOUR, { level: 0.8 }).low!);
    expect(() => krippendorffAlpha(FOUR, { weight: 1 } as object)).toThrow(
      /no option "weight"; it takes: scale, order/,
    );
    expect(krippendorffAlpha(FOUR, { seed: 2 }).low).not.toBe(krippendorffAlpha(FOUR).low);
    expect(krippendorffAlpha([ratings("aaa"), ratings("aaa")])).toMatchObject({ alpha: null, low: null, n: 3 });
    expect(krippendorffAlpha([ratings("ab."), ratings("..a")])).toMatchObject({ alpha: null, n: 0 });
    expect(krippendorffAlpha([])).toMatchObject({ alpha: null, n: 0 });
  });

  test("says what it cannot measure", () => {
    expect(() => krippendorffAlpha([[1, 2], [1]])).toThrow(/one order and length.*\[2,1\]/);
    expect(() => krippendorffAlpha([["a"], ["b"]], { scale: "ordinal" })).toThrow(/needs numbers, or the order.*"a"/);
    expect(() => krippendorffAlpha([["a"], ["b"]], { order: ["a"] })).toThrow(/does not hold "b"/);
  });
});

describe("Cohen's κ", () => {
  /** Ratings that make up a table of counts. */
  const pairsOf = (counts: readonly (readonly number[])[]) =>
    counts.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a, b] as const)));

  test.each([
    [
      "Cohen 1960, table 2",
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.7,
      0.492,
    ],
    [
      "Cohen 1960, table 1, in per cent",
      [
        [25, 13, 12],
        [12, 2, 16],
        [3, 15, 2],
      ],
      0.29,
      -0.092,
    ],
    [
      "yes and no",
      [
        [20, 5],
        [10, 15],
      ],
      0.7,
      0.4,
    ],
  ])("equals %s", (_, counts, agreement, kappa) => {
    const pairs = pairsOf(counts);
    const found = cohenKappa(
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
    );
    expect(found.agreement).toBeCloseTo(agreement, 3);
    expect(found.kappa).toBeCloseTo(kappa, 3);
    expect(found.low!).toBeLessThan(found.kappa!);
    expect(found.high!).toBeGreaterThan(found.kappa!);
  });

  test("leaves out what one coder left out, and is unknown where there is nothing to tell apart", () => {
    expect(cohenKappa(ratings("aabb."), ratings("abbba"))).toMatchObject({ kappa: 0.5, n: 4, small: true });
    expect(cohenKappa(ratings("aaa"), ratings("aaa"))).toMatchObject({ kappa: null, agreement: 1 });
    expect(cohenKappa([], [])).toMatchObject({ kappa: null, agreement: null, n: 0 });
    expect(() => cohenKappa(["a"], [])).toThrow(/one order and length/);
  });
});
