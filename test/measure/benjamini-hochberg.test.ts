import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../src/measure/benjamini-hochberg.ts";
import { chanceOfLogLikelihood } from "../../src/measure/log-likelihood.ts";

/** The fifteen chances of the worked example in Benjamini & Hochberg (1995), section 4.1. */
const EXAMPLE = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe("chances adjusted for many comparisons", () => {
  test("the paper's example keeps its four smallest at 5 %", () => {
    expect(benjaminiHochberg(EXAMPLE).filter((chance) => chance < 0.05)).toHaveLength(4);
  });

  test("each is n · p / rank, or less where a larger one behind it is less", () => {
    const adjusted = benjaminiHochberg(EXAMPLE);
    expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 10);
    // 15 · 0.0278 / 6 = 0.0695, but 15 · 0.0298 / 7 = 0.0639.
    expect(adjusted[5]).toBeCloseTo((0.0298 * 15) / 7, 10);
    expect(adjusted[14]).toBe(1);
  });

  test("the order in which they are given says nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const there = benjaminiHochberg(chances);
        const back = [...benjaminiHochberg([...chances].reverse())].reverse();
        expect(back).toEqual(there);
        for (const [i, chance] of chances.entries()) expect(there[i]).toBeGreaterThanOrEqual(chance);
      }),
    );
  });
});

describe("chance of a log-likelihood", () => {
  test.each([
    [0, 1],
    [2.7055, 0.1],
    [3.8415, 0.05],
    [6.6349, 0.01],
    [10.8276, 0.001],
    [400, 0],
  ])("G² of %d: %d", (g2, chance) => {
    expect(chanceOfLogLikelihood(g2)).toBeCloseTo(chance, 5);
  });
});
