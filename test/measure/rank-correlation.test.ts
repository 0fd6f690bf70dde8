import { quantileSorted, sampleRankCorrelation } from "simple-statistics";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/measure/random.ts";
import { rankCorrelation } from "../../src/measure/rank-correlation.ts";

/** Pairs of which many tie, some in one side alone. */
function tied(count: number): [number, number][] {
  const random = seededRandom(count);
  return Array.from({ length: count }, () => [Math.floor(random() * 6) - 2, Math.round(random() * 40) / 8]);
}

test.each([4, 5, 31, 200])("of %i pairs with ties is that of draws ranked one by one, to the last bit", (count) => {
  const pairs = tied(count);
  const rankOf = (some: readonly (readonly [number, number])[]) =>
    sampleRankCorrelation(
      some.map(([x]) => x),
      some.map(([, y]) => y),
    );
  const random = seededRandom(3);
  const found = Array.from({ length: 100 }, () => rankOf(pairs.map(() => pairs[Math.floor(random() * count)]!)))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  expect(rankCorrelation(pairs, { resamples: 100, seed: 3 })).toEqual({
    rho: rankOf(pairs),
    low: quantileSorted(found, 0.025),
    high: quantileSorted(found, 0.975),
    n: count,
    small: count < 30,
  });
});

test("of pairs that do not vary on one side is unknown", () => {
  const pairs = [1, 2, 3, 4, 5].map((x) => [x, 7] as const);
  expect(rankCorrelation(pairs)).toEqual({ rho: null, low: null, high: null, n: 5, small: true });
});
