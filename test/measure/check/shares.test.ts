import { describe, expect, test } from "vitest";
import { confusion } from "../../../src/measure/check/confusion.ts";
import { correctedShares } from "../../../src/measure/check/corrected-shares.ts";
import { predictionPowered } from "../../../src/measure/check/prediction-powered.ts";
import { roganGladen } from "../../../src/measure/check/rogan-gladen.ts";
import { sampleTable } from "../../../src/measure/check/sample-table.ts";
import { tally as tallyOf } from "../../../src/measure/check/strata.ts";
import { corpusOf, LABELS, labelled } from "./labeller.ts";

/** So many that chance moves a share of 95 % by less than 1.4 points. */
const SEEDS = 1000;

describe("corrected shares of a labeller with a known confusion, over 1000 corpora", () => {
  const size = 1000;
  const found = new Map(LABELS.map((label) => [label, { holds: 0, width: 0, byHand: 0, rawOutside: 0, classical: 0 }]));
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { comments, truth } = corpusOf(size, seed);
    const sheet = labelled(sampleTable(comments, { seed }), truth);
    const counts = tallyOf([...truth.values()]);
    for (const row of correctedShares(sheet, comments)) {
      const real = (counts.get(row.label) ?? 0) / size;
      const sums = found.get(row.label as (typeof LABELS)[number])!;
      if (real >= row.low && real <= row.high) sums.holds++;
      if (real >= row.roganGladenLow! && real <= row.roganGladenHigh!) sums.classical++;
      if (row.raw < row.low || row.raw > row.high) sums.rawOutside++;
      sums.width += row.high - row.low;
      sums.byHand += row.byHandHigh - row.byHandLow;
    }
  }

  test.each(
    LABELS,
  )("the interval of %s holds the truth in 93 to 97 of 100, and is narrower than the sample's own", (label) => {
    const { holds, width, byHand } = found.get(label)!;
    expect(holds / SEEDS).toBeGreaterThanOrEqual(0.93);
    expect(holds / SEEDS).toBeLessThanOrEqual(0.97);
    expect(width).toBeLessThan(byHand * 0.95);
  });

  test("the raw shares that the labeller errs in most fall outside", () => {
    expect(found.get("positive")!.rawOutside / SEEDS).toBeGreaterThan(0.9);
    expect(found.get("negative")!.rawOutside / SEEDS).toBeGreaterThan(0.9);
  });

  test("Rogan and Gladen's hold it, too", () => {
    for (const label of LABELS) expect(found.get(label)!.classical / SEEDS).toBeGreaterThan(0.9);
  });
});

describe("a corrected share", () => {
  const rows = (pairs: string) =>
    pairs.split(" ").map((pair) => ({ truth: Number(pair[0]), machine: Number(pair[1]) }));

  test("is λ times the machine's, and the mean of what is left", () => {
    const strata = [{ size: 100, rows: rows("11 11 10 01 00 00 00 00 00 00") }];
    // λ = cov / var = (0.2 - 0.3 * 0.3) / (0.3 - 0.09); 0.4 λ + 0.3 - 0.3 λ
    const { lambda, share } = predictionPowered(strata, 0.4);
    expect(lambda).toBeCloseTo(0.11 / 0.21, 10);
    expect(share).toBeCloseTo(0.3 + 0.1 * (0.11 / 0.21), 10);
    expect(predictionPowered(strata, 0.4, { lambda: 0 }).share).toBeCloseTo(0.3, 10);
    expect(predictionPowered(strata, 0.4, { lambda: 1 }).share).toBeCloseTo(0.4, 10);
  });

  test("weighs strata by their size", () => {
    const strata = [
      { size: 90, rows: rows("10 10 00 00") },
      { size: 10, rows: rows("10 10 10 10") },
    ];
    expect(predictionPowered(strata, 0, { lambda: 0 }).share).toBeCloseTo(0.55, 10);
  });

  test("has an interval also where the sample holds no such row, or no error", () => {
    const none = predictionPowered([{ size: 1000, rows: rows(Array(40).fill("00").join(" ")) }], 0);
    expect(none.share).toBe(0);
    expect(none.low).toBe(0);
    expect(none.high).toBeGreaterThan(0.03);
    const right = predictionPowered([{ size: 1000, rows: rows(Array(40).fill("11 00").join(" ")) }], 0.5);
    expect(right.high - right.low).toBeGreaterThan(0.04);
  });

  test("is the truth where all were labelled", () => {
    const all = predictionPowered([{ size: 4, rows: rows("11 10 01 00") }], 0.5);
    expect(all).toMatchObject({ share: 0.5, low: 0.5, high: 0.5 });
  });

  test("by Rogan and Gladen is that of their formula, and unknown where the machine knows nothing", () => {
    // sensitivity 4/5, specificity 9/10: (0.3 + 0.9 - 1) / 0.7
    const strata = [{ size: 1000, rows: rows("11 11 11 11 10 00 00 00 00 00 00 00 00 00 01") }];
    expect(roganGladen(strata, 0.3).share).toBeCloseTo(0.2 / 0.7, 10);
    expect(roganGladen([{ size: 9, rows: rows("11 10 01 00") }], 0.5).share).toBeNull();
    expect(roganGladen([{ size: 9, rows: rows("00 00") }], 0).share).toBeNull();
  });
});

describe("the labelled rows", () => {
  const { comments, truth } = corpusOf(600, 1);

  test("are the sheet's with the machine shown as with the table behind it", () => {
    const sheet = labelled(sampleTable(comments, { n: 100, showMachine: true }), truth);
    expect(correctedShares(sheet).toRows()).toEqual(correctedShares(sheet, comments).toRows());
    expect(confusion(sheet).toRows()).toEqual(confusion(sheet, comments).toRows());
  });

  test("count without those that nobody labelled, whole strata too", () => {
    const sheet = labelled(sampleTable(comments, { n: 100 }), truth, (row) => row >= 60);
    expect(correctedShares(sheet, comments).column("labelled")).toEqual([60, 60, 60, 60]);
    const half = sheet.derive({ label: ({ stratum, label }) => (stratum === "d1" ? null : label) });
    const [first] = correctedShares(half, comments).toRows();
    expect(first!.labelled).toBe(half.column("label").filter((label) => label !== null).length);
  });

  test("of coders who differ count in equal parts, until a settled label says which", () => {
    const two = sampleTable(comments, { n: 40, coders: 2 }).derive({
      label1: () => "positive",
      label2: () => "暗い",
    });
    expect(correctedShares(two, comments).column("byHand")).toEqual([0.5, 0, 0, 0.5]);
    const settled = two.derive({ label: (_, i) => (i === 0 ? null : "mixed") });
    expect(correctedShares(settled, comments).column("byHand")[2]).toBeGreaterThan(0.9);
  });

  test("in a confusion of the machine against people", () => {
    const found = confusion(labelled(sampleTable(comments, { n: 600 }), truth), comments).toRows();
    const bright = found.find(({ machine }) => machine === "positive")!;
    const hits = [...comments].filter(
      ({ id, sentimentLabel }) => sentimentLabel === "positive" && truth.get(String(id)) === "positive",
    );
    expect(bright.positive).toBe(hits.length);
    expect(bright.recall).toBeCloseTo(
      hits.length / [...truth.values()].filter((label) => label === "positive").length,
      10,
    );
  });

  test.each([
    ["too few of them", (row: number) => row >= 29, /fewer than 30 labelled rows; of 100 are labelled 29; label more/],
    ["none of them", () => true, /labelled 0; label more/],
  ])("are refused: %s", (_, skip, message) => {
    expect(() => correctedShares(labelled(sampleTable(comments, { n: 100 }), truth, skip), comments)).toThrow(message);
  });

  test("are refused with labels that there are not, of other pages, and without the machine's answers", () => {
    const sheet = labelled(sampleTable(comments, { n: 100 }), truth);
    const wrong = sheet.derive({ label: ({ label }, i) => (i < 3 ? "positiv" : label) });
    expect(() => correctedShares(wrong, comments)).toThrow(
      /has in label what is no label of tone: "positiv"; labels: positive \(明るい\).*2 other rows/,
    );
    expect(() => correctedShares(sheet, comments.slice(0, 300))).toThrow(
      /of 100 rows of the sheet are not of these pages, as "d\d\/c\d+"; give the very files/,
    );
    expect(() =>
      correctedShares(sheet, comments.concat(corpusOf(5, 2).comments.derive({ id: ({ id }) => `x${id}` }))),
    ).toThrow(/strata of the sheet hold 600 units, and there are 605/);
    const altered = sheet.derive({ stratumSize: ({ stratum }) => (stratum === "d1" ? 5 : 595) });
    expect(() => correctedShares(altered, comments)).toThrow(
      /stratum d1 of the sheet has 3\d labelled rows, more than its stratumSize of 5;/,
    );
    expect(() => correctedShares(sheet)).toThrow(/does not show the machine's answers; its columns are/);
    expect(() => correctedShares(sheet, comments, { level: 95 })).toThrow(/between 0 and 1, not 95/);
  });
});
