import { describe, expect, test } from "vitest";
import { groupDifference } from "../../src/measure/permutation.ts";
import { seededRandom } from "../../src/measure/random.ts";
import { rankCorrelation } from "../../src/measure/rank-correlation.ts";
import { sentimentVotes } from "../../src/measure/sentiment-votes.ts";
import { commentsOf } from "./comments.ts";

describe("rank correlation", () => {
  test.each([
    [
      "rising",
      [
        [1, 2],
        [2, 4],
        [3, 5],
        [4, 9],
      ],
      1,
    ],
    [
      "falling",
      [
        [1, 9],
        [2, 5],
        [3, 4],
        [4, 2],
      ],
      -1,
    ],
    // By hand: ranks of y are 1.5, 1.5, 3, 4; Pearson's r of the ranks.
    [
      "with ties",
      [
        [1, 0],
        [2, 0],
        [3, 5],
        [4, 7],
      ],
      0.9486832980505138,
    ],
  ] as const)("%s", (_, pairs, rho) => {
    const found = rankCorrelation(pairs);
    expect(found.rho).toBeCloseTo(rho, 12);
    expect(found.low).toBeLessThanOrEqual(rho + 1e-9);
    expect(found.small).toBe(true);
  });

  test.each([
    [
      "too few",
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      "no spread",
      [
        [1, 5],
        [2, 5],
        [3, 5],
        [4, 5],
      ],
    ],
    ["nothing", []],
  ] as const)("%s is unknown, not zero", (_, pairs) => {
    expect(rankCorrelation(pairs)).toMatchObject({ rho: null, low: null, high: null });
  });

  test("the interval holds zero where there is nothing, and narrows with more pairs", () => {
    const random = seededRandom(5);
    const pairs = Array.from({ length: 400 }, () => [random(), random()] as const);
    const [few, many] = [rankCorrelation(pairs.slice(0, 40)), rankCorrelation(pairs)];
    expect(many.low! < 0 && many.high! > 0).toBe(true);
    expect(many.high! - many.low!).toBeLessThan(few.high! - few.low!);
    expect(many.small).toBe(false);
  });

  test("comments with unknown votes or sentiment are left out", () => {
    const comments = commentsOf([
      { up: 1, sentiment: 0.1 },
      { up: null, sentiment: 1 },
      { up: 9, sentiment: null },
    ]);
    expect(sentimentVotes(comments)).toMatchObject({ n: 1, rho: null, small: true });
  });

  test("the same seed gives the same interval", () => {
    const pairs = [
      [1, 3],
      [2, 1],
      [3, 4],
      [4, 2],
      [5, 9],
    ] as const;
    expect(rankCorrelation(pairs)).toEqual(rankCorrelation(pairs));
    expect(rankCorrelation(pairs, { seed: 2 }).rho).toBe(rankCorrelation(pairs).rho);
  });
});

describe("difference of groups", () => {
  test("groups that differ have a small p, groups that do not a large one", () => {
    const high = Array.from({ length: 40 }, (_, i) => 20 + (i % 7));
    const low = Array.from({ length: 35 }, (_, i) => 5 + (i % 7));
    expect(groupDifference(high, low)).toMatchObject({ sizes: [40, 35], small: false });
    expect(groupDifference(high, low).p).toBeLessThan(0.002);
    expect(groupDifference(high, [...high].reverse()).p).toBeGreaterThan(0.9);
  });

  test("p is never zero, and unknown for a group of one or none", () => {
    expect(groupDifference([100, 101, 102, 103, 104, 105], [1, 2, 3, 4, 5, 6]).p).toBeGreaterThan(0);
    expect(groupDifference([1], [2, 3])).toMatchObject({ difference: -1.5, p: null, small: true });
    expect(groupDifference([], [2, 3])).toMatchObject({ difference: null, p: null });
  });
});
