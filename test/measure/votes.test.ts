import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approval, controversy } from "../../src/measure/approval.ts";
import { blankVotesAsZero } from "../../src/measure/blank-votes.ts";
import { gini, lorenzCurve, topShare } from "../../src/measure/lorenz.ts";
import { countPosition, countQuantile, fitCounts } from "../../src/measure/negative-binomial.ts";
import { seededRandom } from "../../src/measure/random.ts";
import { voteExpectation } from "../../src/measure/vote-expectation.ts";
import { voteSummary } from "../../src/measure/vote-summary.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { commentsOf } from "./comments.ts";

const votes = fc.array(fc.nat(500), { minLength: 1, maxLength: 40 });

describe("votes that are not shown", () => {
  const comments = commentsOf([{ up: 10 }, { up: null }, { up: 0 }, { up: 2 }]);

  test("are counted apart, not as zero", () => {
    const row = voteSummary(comments).row(0);
    expect(row).toMatchObject({ comments: 4, known: 3, unknown: 1, total: 12, mean: 4, median: 2, max: 10, half: 1 });
  });

  test("are zero only where that is asked for", () => {
    expect(voteSummary(blankVotesAsZero(comments)).row(0)).toMatchObject({ known: 4, unknown: 0, total: 12, mean: 3 });
  });

  test("leave every figure unknown when there are no others", () => {
    expect(voteSummary(commentsOf([{ up: null }])).row(0)).toMatchObject({
      known: 0,
      total: null,
      gini: null,
      median: null,
    });
  });
});

describe("inequality", () => {
  test.each([
    [[0, 0, 0, 8], 0.75],
    [[5, 5, 5], 0],
    [[1, 2, 3, 4], 0.25],
    [[7], 0],
    [[0, 0], null],
    [[], null],
  ])("Gini of %j is %s", (values, expected) => {
    if (expected === null) expect(gini(values)).toBeNull();
    else expect(gini(values)).toBeCloseTo(expected, 12);
  });

  test("Gini lies in [0, 1), does not mind order or unit, and is the area of the Lorenz curve", () => {
    fc.assert(
      fc.property(votes, (values) => {
        const g = gini(values);
        if (g === null) return;
        expect(g).toBeGreaterThanOrEqual(-1e-12);
        expect(g).toBeLessThan(1);
        expect(gini([...values].reverse().map((value) => value * 3))).toBeCloseTo(g, 9);
        const curve = lorenzCurve(values);
        let area = 0;
        for (let i = 1; i < curve.length; i++) {
          area += ((curve[i]!.share + curve[i - 1]!.share) / 2) * (curve[i]!.items - curve[i - 1]!.items);
        }
        expect(1 - 2 * area).toBeCloseTo(g, 9);
      }),
    );
  });

  test("the first k hold the largest share there is", () => {
    expect(topShare([1, 5, 4], 2)).toBeCloseTo(0.9);
    expect(topShare([0], 1)).toBeNull();
  });
});

describe("approval", () => {
  // Figures of Newcombe (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("Wilson's interval of %i in %i", (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test("likes alone are attention: no share and no controversy is claimed", () => {
    const rows = approval(commentsOf([{ up: 9 }, { up: 30, down: 30 }, { up: 60, down: 0 }, {}])).toJSON();
    expect(rows.map(({ measures }) => measures)).toEqual(["attention", "approval", "approval", "unknown"]);
    expect(rows.map(({ controversy }) => controversy)).toEqual([null, 60, 0, null]);
    expect(rows[0]!.share).toBeNull();
    expect(rows[3]!.attention).toBeNull();
  });

  test("controversy is greatest where as many are for as against", () => {
    expect(controversy(50, 50)).toBeGreaterThan(controversy(60, 40));
    expect(controversy(60, 40)).toBeGreaterThan(controversy(90, 10));
  });
});

describe("expected votes", () => {
  test("the model finds the effect and the overdispersion that counts were drawn with", () => {
    const random = seededRandom(7);
    const predictors = Array.from({ length: 1500 }, () => [random() * 3.4 - 1.7]);
    const counts = predictors.map(([x]) => drawCount(Math.exp(2 - 0.6 * x!), 1.5, random));
    const { coefficients, theta } = fitCounts(counts, predictors);
    expect(coefficients[0]).toBeCloseTo(2, 0.9);
    expect(Math.abs(coefficients[1]! + 0.6)).toBeLessThan(0.1);
    expect(Math.abs(theta - 1.5)).toBeLessThan(0.25);
  });

  test("without predictors the mean is fitted", () => {
    expect(fitCounts([1, 2, 3, 10], []).means[0]).toBeCloseTo(4, 6);
  });

  test("quantiles and positions agree with the distribution that they come from", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0.2, max: 50, noNaN: true }),
        (mean, theta) => {
          const median = countQuantile(mean, theta, 0.5);
          expect(countPosition(median, mean, theta)).toBeLessThanOrEqual(0.75 + 1e-9);
          expect(countPosition(median + 1, mean, theta)).toBeGreaterThanOrEqual(0.5 - 1e-9);
          expect(countQuantile(mean, theta, 0.975)).toBeGreaterThanOrEqual(countQuantile(mean, theta, 0.025));
        },
      ),
    );
  });

  test("what is read first is expected to have more; an outlier stands above its interval", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 60 }, (_, i) => ({
      up: drawCount(30 / (1 + i / 6), 6, random),
      text: "あ".repeat(20),
    }));
    rows[50] = { up: 90, text: "あ".repeat(20) };
    const table = voteExpectation(commentsOf(rows));
    const expected = table.column("expected");
    expect(expected[0]).toBeGreaterThan(expected[40]!);
    expect(table.row(50).up).toBeGreaterThan(Number(table.row(50).high));
    expect(table.column("small").every((small) => small === false)).toBe(true);
  });

  test("few comments are said to be few, and all have the same expectation", () => {
    const table = voteExpectation(commentsOf([{ up: 1 }, { up: 5 }, { up: null }, { up: 0 }]));
    expect(table.column("small")).toEqual([true, true, true]);
    expect(table.column("expected")[0]).toBeCloseTo(2, 4);
  });

  test.each([[[]], [[{ up: null }]], [[{ up: 0 }]], [[{ up: 0 }, { up: 0 }]]])("%j gives no NaN", (rows) => {
    for (const row of voteExpectation(commentsOf(rows))) {
      for (const cell of Object.values(row)) expect(cell).not.toBeNaN();
    }
  });
});

/** A negative binomial draw: Poisson with a gamma mean (Marsaglia & Tsang 2000 for the gamma, Knuth for the Poisson). */
function drawCount(mean: number, theta: number, random: () => number): number {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const d = theta - 1 / 3;
  let gamma = 0;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      gamma = d * v;
      break;
    }
  }
  const limit = Math.exp((-gamma * mean) / theta);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count++;
  }
  return count;
}
