import { describe, expect, it } from "vitest";
import { sideShares } from "../../src/measure/side-shares.ts";
import { sideTable } from "../../src/tables/sides.ts";
import { Table } from "../../src/tables/table.ts";

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

  it("are told for each proposition, in the order given; none without one", () => {
    const two = sideShares(tableOf([row("c1", "for", null, "乙を作る"), row("c1", "none", null, "甲を作る")]));
    expect([...new Set(two.column("proposition"))]).toEqual(["乙を作る", "甲を作る"]);
    expect(sideShares(tableOf([])).length).toBe(0);
  });
});
