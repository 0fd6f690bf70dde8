import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../src/model/error.ts";
import {
  collect,
  count,
  countDistinct,
  countKnown,
  first,
  max,
  mean,
  median,
  min,
  sum,
} from "../../src/tables/aggregates.ts";
import { defineSchema } from "../../src/tables/schema.ts";
import { Table } from "../../src/tables/table.ts";

const SCHEMA = defineSchema({
  name: "remarks",
  description: "A remark on the night opening of a library.",
  columns: [
    { name: "id", type: "string", nullable: false, meaning: "the remark" },
    { name: "author", type: "string", meaning: "who wrote it" },
    { name: "up", type: "integer", meaning: "likes" },
    { name: "tone", type: "number", meaning: "how it sounds" },
  ],
});

const remarks = Table.from(SCHEMA, [
  { id: "c1", author: "みかん", up: 3, tone: 0.5 },
  { id: "c2", author: "りんご", up: null, tone: -0.5 },
  { id: "c3", author: null, up: 8, tone: null },
  { id: "c4", author: "みかん", up: 5, tone: -0.1 },
  { id: "c5", author: null, up: 0, tone: 0 },
]);

const wards = Table.from(
  {
    name: "wards",
    description: "",
    columns: [
      { name: "author", type: "string", meaning: "" },
      { name: "ward", type: "string", nullable: false, meaning: "" },
    ],
  },
  [
    { author: "みかん", ward: "東" },
    { author: "みかん", ward: "西" },
    { author: null, ward: "北" },
    { author: "ぶどう", ward: "南" },
  ],
);

describe("rows and columns", () => {
  it("a computed column stands behind the others, with the type of its cells; NaN and undefined are null", () => {
    const made = remarks.derive({
      loud: (row) => Math.abs(row.tone ?? 0) > 0.3,
      perLike: (row) => (row.tone ?? Number.NaN) / (row.up ?? Number.NaN),
      up: (row) => row.up ?? undefined,
    });
    expect(made.columns.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ["id", "string", false],
      ["author", "string", undefined],
      ["up", "integer", undefined],
      ["tone", "number", undefined],
      ["loud", "boolean", false],
      ["perLike", "number", undefined],
    ]);
    expect(made.column("loud")).toEqual([true, true, false, false, false]);
    expect(made.column("perLike")[1]).toBeNull();
    expect(remarks.has("loud")).toBe(false);
  });

  it("a renamed column keeps its cells and its place", () => {
    const made = remarks.rename({ up: "likes" });
    expect(made.columns.map(({ name }) => name)).toEqual(["id", "author", "likes", "tone"]);
    expect(made.column("likes")).toBe(remarks.column("up"));
  });

  it.each([
    [["up"], false, ["c5", "c1", "c4", "c3", "c2"]],
    [["up"], true, ["c3", "c4", "c1", "c5", "c2"]],
    [["author", "up"], false, ["c1", "c4", "c2", "c5", "c3"]],
  ] as const)("sorted by %j (descending: %j), null comes last", (names, descending, ids) => {
    expect(remarks.sortBy([...names], { descending }).column("id")).toEqual(ids);
  });

  it.each([
    ["author", ["c1", "c2", "c3"]],
    [
      ["author", "up"],
      ["c1", "c2", "c3", "c4", "c5"],
    ],
  ] as const)("of rows with the same %j the first is kept", (names, ids) => {
    expect(remarks.unique(names).column("id")).toEqual(ids);
  });

  it("a number and the text that is written alike are not the same", () => {
    const mixed = Table.from({ name: "t", description: "", columns: [{ name: "a", type: "list", meaning: "" }] }, [
      { a: [1] },
      { a: ["1"] },
      { a: [1] },
    ]);
    expect(mixed.unique().length).toBe(2);
  });

  it("tables of the same columns follow one another, in whatever order the columns stand", () => {
    const other = remarks.select(["tone", "up", "author", "id"]).slice(0, 1);
    expect(remarks.concat(other).column("id")).toEqual(["c1", "c2", "c3", "c4", "c5", "c1"]);
  });
});

describe("groups", () => {
  it("each value is computed of a group; null is a group of its own, and unknown is not zero", () => {
    const made = remarks.groupBy("author").rollup({
      n: count(),
      shown: countKnown("up"),
      votes: sum("up"),
      tone: mean("tone"),
      middle: median("up"),
      least: min("up"),
      most: max("id"),
      best: first("id"),
      ids: collect("id"),
      tones: countDistinct("tone"),
    });
    expect(made.toRows()).toEqual([
      {
        author: "みかん",
        n: 2,
        shown: 2,
        votes: 8,
        tone: 0.2,
        middle: 4,
        least: 3,
        most: "c4",
        best: "c1",
        ids: ["c1", "c4"],
        tones: 2,
      },
      {
        author: "りんご",
        n: 1,
        shown: 0,
        votes: null,
        tone: -0.5,
        middle: null,
        least: null,
        most: "c2",
        best: "c2",
        ids: ["c2"],
        tones: 1,
      },
      {
        author: null,
        n: 2,
        shown: 2,
        votes: 8,
        tone: 0,
        middle: 4,
        least: 0,
        most: "c5",
        best: "c3",
        ids: ["c3", "c5"],
        tones: 1,
      },
    ]);
    expect(made.columns.find(({ name }) => name === "votes")).toMatchObject({ type: "integer", meaning: "sum of up" });
    expect(made.columns.find(({ name }) => name === "tone")).toMatchObject({ type: "number" });
  });

  it("without keys all rows are one group, and of no rows there is one too", () => {
    expect(remarks.groupBy([]).rollup({ n: count() }).toRows()).toEqual([{ n: 5 }]);
    expect(
      remarks
        .slice(0, 0)
        .groupBy([])
        .rollup({ n: count(), votes: sum("up") })
        .toRows(),
    ).toEqual([{ n: 0, votes: null }]);
  });

  it("a pivot has a column for each value, null where nothing stands", () => {
    const made = remarks
      .derive({ sounds: ({ tone }) => (tone === null ? null : tone > 0 ? "明るい" : "暗い") })
      .pivot({ rows: "author", across: "sounds", value: count() });
    expect(made.toRows()).toEqual([
      { author: "みかん", null: null, 明るい: 1, 暗い: 1 },
      { author: "りんご", null: null, 明るい: null, 暗い: 1 },
      { author: null, null: 1, 明るい: null, 暗い: 1 },
    ]);
  });

  it("group sizes add up to the table, whatever the cells", () => {
    const rows = fc.array(fc.record({ id: fc.string(), author: fc.option(fc.constantFrom("a", "b", "null", '"a"')) }));
    fc.assert(
      fc.property(rows, (given) => {
        const table = Table.from(SCHEMA, given);
        const sizes = table.groupBy("author").rollup({ n: count() });
        expect(sizes.column("n").reduce((total, n) => total + n, 0)).toBe(given.length);
        expect(sizes.length).toBe(new Set(given.map(({ author }) => author)).size);
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});

describe("joins", () => {
  it("each pair of equal rows is one; null equals nothing", () => {
    expect(remarks.join(wards, "author").select(["id", "ward"]).toRows()).toEqual([
      { id: "c1", ward: "東" },
      { id: "c1", ward: "西" },
      { id: "c4", ward: "東" },
      { id: "c4", ward: "西" },
    ]);
  });

  it("a left join keeps what meets nothing, with nulls", () => {
    const made = remarks.leftJoin(wards.rename({ author: "who" }), { author: "who" });
    expect(made.column("id")).toEqual(["c1", "c1", "c2", "c3", "c4", "c4", "c5"]);
    expect(made.column("ward")).toEqual(["東", "西", null, null, "東", "西", null]);
    expect(made.columns.find(({ name }) => name === "ward")?.nullable).toBe(true);
  });
});

describe("what cannot be done is told", () => {
  const plain: Table = remarks;
  it.each([
    [
      "a misspelt key",
      () => plain.groupBy("autor"),
      /^table "remarks" has no column "autor"; the table has: id, author/,
    ],
    ["a misspelt column of an aggregate", () => plain.groupBy("author").rollup({ n: sum("upp") }), /no column "upp"/],
    ["a column that both tables have", () => plain.join(remarks, "author"), /both have a column "id"; join on it too/],
    ["a join on a column of one", () => plain.join(wards as Table, "id"), /table "wards" has no column "id"/],
    ["two columns of one name", () => plain.rename({ up: "tone" }), /two columns would have the name "tone"/],
    ["tables of differing columns", () => plain.concat(wards), /not in all of them: "wards.ward, id, up, tone"/],
  ])("%s", (_, act, message) => {
    const run = () => {
      const made = act();
      return "rollup" in made ? made.rollup({ n: count() }) : made;
    };
    expect(run).toThrow(YoronError);
    expect(run).toThrow(message);
  });
});

it("every verb gives a table that cannot be changed", () => {
  const made = remarks
    .derive({ n: () => 1 })
    .groupBy("author")
    .rollup({ n: sum("n") })
    .sortBy("n");
  expect(() => (made.column("n") as number[]).push(1)).toThrow(TypeError);
  expect(() => Object.assign(made.schema.columns[0]!, { name: "x" })).toThrow(TypeError);
});
