import { describe, expect, it } from "vitest";
import { YoronError } from "../../src/model/error.ts";
import { Table } from "../../src/tables/table.ts";
import { tableNamed, tables } from "../../src/tables/tables.ts";

const votes = Table.from(
  {
    name: "votes",
    description: "a row a comment",
    columns: [
      { name: "id", type: "string", meaning: "comment" },
      { name: "up", type: "integer", meaning: "likes" },
    ],
  },
  [{ id: "c1", up: 3 }, { id: "c2" }],
);

/** As it comes from a query: TypeScript knows no names. */
const plain: Table = votes;

describe("a table", () => {
  it("keeps what is unknown apart from zero", () => {
    expect(votes.column("up")).toEqual([3, null]);
  });

  it.each([
    ["an unknown column", () => plain.column("likes"), 'table "votes" has no column "likes"; the table has: id, up'],
    [
      "an unknown selection",
      () => plain.select(["up", "text"]),
      'table "votes" has no column "text"; the table has: id, up',
    ],
    ["an unknown name among several", () => plain.select("up", "text"), 'table "votes" has no column "text"'],
    ["an unknown name alone", () => plain.select("text"), 'table "votes" has no column "text"'],
    [
      "an undeclared field",
      () => Table.from(votes.schema, [{ name: "c1" }]),
      'table "votes" has no column "name"; the table has: id, up',
    ],
    ["a row beyond the end", () => votes.row(2), 'table "votes" has 2 rows, no row 2'],
    ["an unknown table", () => tableNamed("coments"), /^there is no table "coments"; known tables: comments, tokens, /],
  ])("tells of %s", (_, act, message) => {
    expect(act).toThrow(YoronError);
    expect(act).toThrow(message);
  });

  it.each([
    ["a list", () => plain.select(["up", "id"]), ["up", "id"]],
    ["names", () => plain.select("up", "id"), ["up", "id"]],
    ["one name", () => plain.select("up"), ["up"]],
    ["no name", () => plain.select([]), []],
  ])("is narrowed by %s", (_, act, names) => {
    expect(act().columns.map(({ name }) => name)).toEqual(names);
  });

  it("makes an array of its rows, each with its number", () => {
    expect(votes.map(({ id, up }, row) => [row, id, up])).toEqual([
      [0, "c1", 3],
      [1, "c2", null],
    ]);
    expect(votes.slice(0, 0).map(({ up }) => up)).toEqual([]);
  });

  it("cannot be changed", () => {
    expect(() => (votes.column("up") as number[]).push(1)).toThrow(TypeError);
    expect(() => Object.assign(votes, { length: 5 })).toThrow(TypeError);
  });

  it("has the columns that the plan promises", () => {
    const promised: Record<string, string> = {
      comments: "id, order, replyTo, depth, author, posted, up, down, replies, sentiment, text",
      entities: "id, name, label, role, mentions, sentiment",
      mentions: "entity, label",
      citations: "role, title, outlet, holder, licence, language, url",
      quotations: "text, kind, speaker, entity, verb, outlet, confidence",
      references: "text, target, targetStart, targetEnd, similarity, change",
      sentiment: "target, score, label, confidence",
      reactions: "unit, name, count",
      attributes: "unit, name, value",
    };
    for (const { name, schema } of tables) {
      const columns = schema.columns.map((column) => column.name);
      expect(columns).toContain("discussion");
      expect(columns).toEqual(expect.arrayContaining((promised[name] ?? "discussion").split(", ")));
    }
  });
});
