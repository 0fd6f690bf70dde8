import { describe, expect, it } from "vitest";
import { commentTable } from "../../src/tables/comments.ts";
import { concat, fromDataFrame, merge, toCSV, toDataFrame } from "../../src/tables/export/danfo.ts";
import type { TableSchema } from "../../src/tables/schema.ts";
import { sentimentTable } from "../../src/tables/sentiment.ts";
import { Table } from "../../src/tables/table.ts";
import { sample } from "../charts/sample.ts";

const comments = commentTable(sample);
const frame = toDataFrame(comments);
const known = toDataFrame(comments.filter(({ up, author }) => up !== null && author !== null));

describe("a table as a data frame", () => {
  it("has its columns and dtypes, and null as null", () => {
    expect(frame.columns).toEqual(comments.columns.map(({ name }) => name));
    expect(frame.shape).toEqual([15, comments.columns.length]);
    const dtype = (name: string) => frame.dtypes[frame.columns.indexOf(name)];
    expect(["id", "depth", "up", "sentiment", "posted"].map(dtype)).toEqual([
      "string",
      "int32",
      "int32",
      "float32",
      "string",
    ]);
    expect(frame.column("up").values).toEqual(comments.column("up"));
  });

  it.each([
    ["comments", comments],
    ["sentiment, with nested evidence", sentimentTable(sample)],
    ["a table without rows", Table.from(comments.schema, [])],
  ])("comes back as it was: %s", (_, table) => {
    const back = fromDataFrame(toDataFrame(table), table.schema);
    expect(back.toJSON()).toEqual(table.toJSON());
    expect(back.columns).toEqual(table.columns);
  });

  it("keeps integers beyond 2^53 as text", () => {
    // Outside of the types: what a query gives may be longer than a double is exact.
    const schema: TableSchema = { name: "t", description: "", columns: [{ name: "n", type: "integer", meaning: "" }] };
    const huge = Table.from(schema, [{ n: "9007199254740993" }, { n: 1 }, { n: null }]);
    const made = toDataFrame(huge);
    expect([made.dtypes, made.column("n").values]).toEqual([["string"], ["9007199254740993", "1", null]]);
  });
});

describe("what analysts do with it", () => {
  it("groups, counts and sorts", () => {
    const sums = known.groupby(["author"]).col(["up"]).sum().sortValues("up_sum", { ascending: false });
    expect(fromDataFrame(sums).row(0)).toEqual({ author: "みかん", up_sum: 73 });
  });

  it("merges; what one side lacks is null in the table again", () => {
    const people = toDataFrame(
      Table.from(
        {
          name: "people",
          description: "",
          columns: [
            { name: "author", type: "string", meaning: "" },
            { name: "town", type: "string", meaning: "" },
          ],
        },
        [{ author: "みかん", town: "北町" }],
      ),
    );
    const both = merge({ left: known.head(2), right: people, on: ["author"], how: "left" });
    expect(fromDataFrame(both).column("town")).toEqual(["北町", null]);
    expect(() => merge({ left: known, right: people, on: ["name"], how: "left" })).toThrow(
      /cannot merge on "name"; a frame has only: /,
    );
  });

  it("writes CSV, and puts frames under one another", () => {
    expect(toCSV(known.head(1).loc({ columns: ["id", "up"] }))).toBe("id,up\nc1,41\n");
    const told = Table.from(
      {
        name: "told",
        description: "",
        columns: [
          { name: "text", type: "string", meaning: "" },
          { name: "up", type: "integer", meaning: "" },
        ],
      },
      [
        { text: '「はい、"賛成"」\n以上', up: 1 },
        { text: "いいえ", up: null },
      ],
    );
    expect(toCSV(toDataFrame(told))).toBe('text,up\n"「はい、""賛成""」\n以上",1\nいいえ,\n');
    expect(concat([known, known]).shape[0]).toBe(2 * known.shape[0]!);
  });
});

describe("the traps of danfojs that docs/tables.md tells of are still there", () => {
  it("describe throws on null", () => {
    expect(() => frame.describe()).toThrow();
  });

  it("the mean of a group counts null as zero", () => {
    const mean = (rows: Table) =>
      fromDataFrame(toDataFrame(rows).groupby(["depth"]).col(["up"]).mean())
        .filter(({ depth }) => depth === 3)
        .row(0).up_mean;
    expect(mean(comments)).toBe(2);
    expect(mean(comments.filter(({ up }) => up !== null))).toBe(4);
  });
});
