import { describe, expect, it } from "vitest";
import { need } from "../../src/tables/need.ts";
import { defineSchema } from "../../src/tables/schema.ts";
import { Table } from "../../src/tables/table.ts";

const SCHEMA = defineSchema({
  name: "comments",
  description: "",
  columns: [
    { name: "id", type: "string", nullable: false, meaning: "" },
    { name: "up", type: "integer", meaning: "" },
    { name: "posted", type: "timestamp", meaning: "" },
  ],
});

const column = (name: string, type: "string" | "number" | "integer") => ({ name, type, meaning: "" }) as const;
const given = (columns: Parameters<typeof Table.from>[0]["columns"], row: Record<string, string | number | null>) =>
  Table.from({ name: "query", description: "", columns }, [row]);

describe("a table from elsewhere", () => {
  it.each([
    ["the same types", given([column("id", "string"), column("up", "integer")], { id: "c1", up: 3 })],
    ["numbers for whole numbers", given([column("id", "string"), column("up", "number")], { id: "c1", up: 3.5 })],
    [
      "a column of another type in which nothing stands",
      given([column("id", "string"), column("up", "string")], { id: "c1", up: null }),
    ],
  ])("is taken with %s", (_, table) => {
    expect(need("the chart", table, SCHEMA, ["id", "up"])).toBe(table);
  });

  it.each([
    [
      "without a column",
      given([column("id", "string")], { id: "c1" }),
      'the chart needs a column "up"; the table "query" has: id',
    ],
    [
      "with texts for numbers",
      given([column("id", "string"), column("up", "string")], { id: "c1", up: "3" }),
      'the chart needs "up" to be of type integer, not "string"',
    ],
    [
      "with a null where there is none",
      given([column("id", "string"), column("up", "integer")], { id: null, up: 3 }),
      'the chart needs every row to have "id"; row 0 of "query" has null',
    ],
  ])("is refused %s", (_, table, message) => {
    expect(() => need("the chart", table, SCHEMA, ["id", "up"])).toThrow(message);
  });

  it("may be without what is optional, but not have it wrong", () => {
    const table = given([column("id", "string")], { id: "c1" });
    expect(need("the chart", table, SCHEMA, ["id"], ["up"])).toBe(table);
    expect(() =>
      need(
        "the chart",
        given([column("id", "string"), column("up", "string")], { id: "c1", up: "3" }),
        SCHEMA,
        ["id"],
        ["up"],
      ),
    ).toThrow('"up"');
  });
});
