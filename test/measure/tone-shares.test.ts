import { describe, expect, it } from "vitest";
import { loadToneConfusion, type ToneConfusion, toneShares } from "../../src/measure/tone-shares.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { pick } from "../../src/tables/schema.ts";
import { Table } from "../../src/tables/table.ts";
import { randomNumbers } from "../read/render/random-page.ts";

const LABELS = ["positive", "neutral", "negative", "mixed"] as const;
type Label = (typeof LABELS)[number];

const labelled = (labels: readonly (Label | null)[]): Table =>
  Table.from(
    pick(commentTable.schema, ["sentimentLabel"]),
    labels.map((sentimentLabel) => ({ sentimentLabel })),
  );

const times = <T>(count: number, value: T): T[] => Array(count).fill(value);

describe("shares of tone", () => {
  it("are told as counted, with an interval that holds the adjusted share", () => {
    const table = toneShares(labelled([...times(60, "negative" as const), ...times(40, "neutral" as const)]));
    for (const { share, low, high } of table) {
      if (share === null || low === null || high === null) continue;
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    }
    expect(table.toRows().map(({ label, comments, raw }) => [label, comments, raw])).toEqual([
      ["negative", 60, 0.6],
      ["positive", 0, 0],
      ["neutral", 40, 0.4],
      ["mixed", 0, 0],
    ]);
  });

  it.each([
    ["no comments", [], 0],
    ["no labels", [null, null], 0],
    ["one comment", ["negative" as const], 4],
  ])("of %s", (_, labels, rows) => {
    const table = toneShares(labelled(labels));
    expect(table.length).toBe(rows);
    for (const { low, high } of table) if (low !== null && high !== null) expect(high - low).toBeGreaterThan(0.2);
  });

  it("of a perfect machine are those that it counts", () => {
    const perfect: ToneConfusion = new Map(LABELS.map((label) => [`${label}\t${label}`, 1000]));
    const table = toneShares(labelled([...times(300, "negative" as const), ...times(700, "positive" as const)]), {
      confusion: perfect,
    });
    expect(table.toRows().map(({ raw, share }) => Math.abs(raw - (share ?? 9)) < 1e-12)).toEqual(times(4, true));
  });

  it("are unsure where the machine says nothing of a label", () => {
    const blind: ToneConfusion = new Map([
      ["mixed\tmixed", 1],
      ["mixed\tneutral", 9],
      ["neutral\tneutral", 90],
      ["neutral\tmixed", 10],
    ]);
    const mixed = toneShares(labelled(["mixed", "neutral"]), { confusion: blind }).toRows()[3];
    expect(mixed).toMatchObject({ label: "mixed", share: null, low: null, high: null });
  });

  it("hold the truth in nineteen of twenty pages where the machine errs as it did on the set", () => {
    const confusion = loadToneConfusion();
    const of = (people: Label) => LABELS.map((machine) => confusion.get(`${people}\t${machine}`) ?? 0);
    const next = randomNumbers(20261129);
    const draw = (weights: readonly number[]): number => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      let rest = next(1_000_000) * (total / 1_000_000);
      return Math.max(
        0,
        weights.findIndex((weight) => {
          rest -= weight;
          return rest < 0;
        }),
      );
    };
    const truth = [0.2, 0.35, 0.4, 0.05];
    const sizes = LABELS.map((label) => of(label).reduce((sum, count) => sum + count, 0));
    let [held, outside, asked] = [0, 0, 0];
    for (let page = 0; page < 300; page++) {
      // Each time another labelled set, so that its own error is in the count.
      const set = new Map<string, number>();
      LABELS.forEach((people, i) => {
        for (let k = 0; k < (sizes[i] ?? 0); k++) {
          const key = `${people}\t${LABELS[draw(of(people))]}`;
          set.set(key, (set.get(key) ?? 0) + 1);
        }
      });
      const people = Array.from({ length: 400 }, () => LABELS[draw(truth)] ?? "neutral");
      const said = people.map((label) => LABELS[draw(of(label))] ?? "neutral");
      for (const { label, raw, low, high } of toneShares(labelled(said), { confusion: set })) {
        if (label === "mixed" || low === null || high === null) continue;
        const share = people.filter((other) => other === label).length / people.length;
        asked++;
        if (low <= share && share <= high) held++;
        if (raw < low || raw > high) outside++;
      }
    }
    expect(held / asked).toBeGreaterThan(0.93);
    expect(outside).toBeGreaterThan(0);
  });
});
