import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCsv, fromSafe, fromTsv, toCsv, toSafe, toTsv } from "../../src/tables/export/delimited.ts";
import { fromJson, fromJsonLines, toJson, toJsonLines } from "../../src/tables/export/json.ts";
import type { TableSchema } from "../../src/tables/schema.ts";
import { Table } from "../../src/tables/table.ts";

const schema: TableSchema = {
  name: "sample",
  description: "all types",
  columns: [
    { name: "text", type: "string", meaning: "" },
    { name: "count", type: "integer", meaning: "" },
    { name: "score", type: "number", meaning: "" },
    { name: "shown", type: "boolean", meaning: "" },
    { name: "evidence", type: "list", meaning: "" },
  ],
};

describe("a cell that a spreadsheet would take for a formula", () => {
  it.each([
    ["=SUM(A1:A9)", "'=SUM(A1:A9)"],
    ["＝1+1", "'＝1+1"],
    ["@みかん さん", "'@みかん さん"],
    ["-(´・ω・`)-", "'-(´・ω・`)-"],
    ["＋１２", "'＋１２"],
    ["ー1+1でしょう", "'ー1+1でしょう"],
    ["ー（笑）", "'ー（笑）"],
    ["ーーって感じ", "ーーって感じ"],
    ["−3度", "'−3度"],
    ["'=already", "''=already"],
    ["'90年代", "'90年代"],
    ["賛成です", "賛成です"],
  ])("%s is written %s and read back", (text, safe) => {
    expect(toSafe(text)).toBe(safe);
    expect(fromSafe(safe)).toBe(text);
  });
});

describe("CSV", () => {
  it("quotes where RFC 4180 asks for it, and tells null from an empty text", () => {
    const table = Table.from(schema, [
      { text: 'そう言った。"本当に"、\n改行', count: 3, score: -0.5, shown: true, evidence: [{ why: "例" }] },
      { text: "", count: null, score: 0, shown: false, evidence: [] },
      { text: null },
    ]);
    expect(toCsv(table)).toBe(
      `text,count,score,shown,evidence\r\n"そう言った。""本当に""、\n改行",3,-0.5,true,"[{""why"":""例""}]"\r\n"",,0,false,[]\r\n,,,,\r\n`,
    );
    expect(toCsv(table, { bom: true }).charCodeAt(0)).toBe(0xfeff);
  });
});

describe("a table comes back as it was", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "=1",
      "'＝",
      "''@",
      "a\r\nb",
      '"',
      ",",
      "\t",
      " 前後 ",
      "👨‍👩‍👧‍👦",
      "9007199254740993",
      "\uFEFF",
      "null",
      "",
    ),
  );
  const row = fc.record({
    text: fc.option(text),
    count: fc.option(fc.oneof(fc.integer(), fc.constant("9007199254740993"))),
    score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0)),
    shown: fc.option(fc.boolean()),
    evidence: fc.option(fc.array(fc.record({ start: fc.nat(), text, score: fc.integer() }))),
  });
  it.each([
    ["CSV", toCsv, fromCsv],
    ["TSV", toTsv, fromTsv],
    ["JSON Lines", toJsonLines, fromJsonLines],
    ["JSON", toJson, fromJson],
  ] as const)("from %s", (_, write, read) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const table = Table.from(schema, rows);
        expect(read(write(table), schema).toJSON()).toEqual(table.toJSON());
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
