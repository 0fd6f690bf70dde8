import { describe, expect, it } from "vitest";
import { sideShares } from "../../src/measure/side-shares.ts";
import { SIDES } from "../../src/model/layers.ts";
import { sideTable } from "../../src/tables/sides.ts";
import { Table } from "../../src/tables/table.ts";

const COLUMN: Readonly<Record<string, string>> = {
  for: "pFor",
  against: "pAgainst",
  conditional: "pConditional",
  unsure: "pUnsure",
  none: "pNone",
};
const row = (unit: string, side: string, author: string | null = null, proposition = "閉館する") => ({
  discussion: "d",
  unit,
  proposition,
  side,
  evidence: [],
  confidence: 0.5,
  by: "model",
  author,
  text: unit,
  ...{ pFor: 0.1, pAgainst: 0.1, pConditional: 0.1, pUnsure: 0.1, pNone: 0.1, [COLUMN[side]!]: 0.6 },
});
const tableOf = (rows: readonly ReturnType<typeof row>[]) => Table.from(sideTable.schema, rows) as unknown as Table;

describe("shares of sides", () => {
  const shares = sideShares(
    tableOf([row("c1", "for", "甲"), row("c2", "against", "甲"), row("c3", "against", "乙"), row("c4", "none")]),
  );

  it.each([
    ["for", 1, 1, 0.25],
    ["against", 2, 2, 0.5],
    ["conditional", 0, 0, 0],
    ["unsure", 0, 0, 0],
    ["none", 1, 0, 0.25],
  ])("count comments and names, those without a side too: %s", (side, comments, names, share) => {
    expect([...shares].find((one) => one.side === side)).toMatchObject({ comments, names, share, of: 4, ofNames: 2 });
  });

  it("have Wilson's intervals: two of four", () => {
    const { low, high } = [...shares].find(({ side }) => side === "against")!;
    expect(low).toBeCloseTo(0.15, 2);
    expect(high).toBeCloseTo(0.85, 2);
  });

  it.each([
    // Of four, one says .6 and three .1: a mean of .225, where .6 means all and .1 none.
    [0.6, 0.1, 0, 0.1, 0.25],
    [0.5, 0.1, 0, 0.1, 0.3125],
    [0.2, 0.1, 0, 0.1, 1],
    [0.6, 0.3, 0, 0.1, 0],
  ])("are estimated by what probabilities were elsewhere: %d where taken, %d where not", (taken, other, between, within, estimate) => {
    const rates = new Map(SIDES.map((side) => [side, { taken, other, between, within }]));
    const table = tableOf([row("c1", "for"), row("c2", "against"), row("c3", "none"), row("c4", "none")]);
    const found = [...sideShares(table, { rates })].find(({ side }) => side === "for")!;
    expect(found.estimate).toBeCloseTo(estimate, 6);
    expect(found.estimateLow).toBeLessThanOrEqual(found.estimate);
    expect(found.estimateHigh).toBeGreaterThanOrEqual(found.estimate);
  });

  it("have wider intervals where the machine errs differently from measure to measure", () => {
    const width = (between: number) => {
      const rates = new Map(SIDES.map((side) => [side, { taken: 0.6, other: 0.1, between, within: 0.1 }]));
      const { estimateLow, estimateHigh } = [
        ...sideShares(tableOf([row("c1", "for"), row("c2", "none")]), { rates }),
      ][0]!;
      return estimateHigh - estimateLow;
    };
    expect(width(0.1)).toBeGreaterThan(width(0));
  });

  it("are told for each proposition, in the order given; none without one", () => {
    const two = sideShares(tableOf([row("c1", "for", null, "乙を作る"), row("c1", "none", null, "甲を作る")]));
    expect([...new Set(two.column("proposition"))]).toEqual(["乙を作る", "甲を作る"]);
    expect(sideShares(tableOf([])).length).toBe(0);
  });
});
