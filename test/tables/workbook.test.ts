import * as xlsx from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { tables } from "../../src/measure/tables.ts";
import { readPage } from "../../src/read/read.ts";
import { MOST_ROWS } from "../../src/tables/export/workbook.ts";
import { writeTable } from "../../src/tables/export/write-table.ts";
import { writeWorkbook } from "../../src/tables/export/write-workbook.ts";
import type { Column, TableSchema } from "../../src/tables/schema.ts";
import { Table } from "../../src/tables/table.ts";
import { loadTableWords } from "../../src/text/table-words.ts";
import { sample } from "../charts/sample.ts";

const column = (name: string, type: Column["type"]): Column => ({ name, type, meaning: "" });
const schema: TableSchema = {
  name: "sample",
  description: "",
  columns: [
    column("text", "string"),
    column("up", "integer"),
    column("posted", "timestamp"),
    column("day", "date"),
    column("shown", "boolean"),
    column("evidence", "list"),
  ],
};
const row = { text: null, up: null, posted: null, day: null, shown: null, evidence: null };

async function cellsOf(...rows: readonly object[]): Promise<Record<string, xlsx.CellObject>> {
  const table = Table.from(
    schema,
    rows.map((given) => ({ ...row, ...given })),
  );
  const { bytes } = await writeWorkbook([table]);
  return xlsx.read(bytes, { type: "array", cellNF: true }).Sheets.sample as Record<string, xlsx.CellObject>;
}

describe("a workbook", () => {
  it("keeps the header of every sheet in sight, and is the same bytes each time", async () => {
    const table = Table.from(schema, [{ ...row, text: '<sheetView workbookViewId="0"/>' }]);
    const tables = [table, Table.from({ ...schema, name: "second" }, [row])];
    const { bytes } = await writeWorkbook(tables);
    const archive: { FullPaths: string[]; FileIndex: { content: ArrayLike<number> }[] } = xlsx.CFB.read(bytes, {
      type: "buffer",
    });
    const sheets = archive.FileIndex.filter((_, index) => /worksheets\/sheet\d/.test(archive.FullPaths[index]!)).map(
      ({ content }) => new TextDecoder().decode(Uint8Array.from(content)),
    );
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) expect(sheet.match(/<pane [^>]*ySplit="1"[^>]*state="frozen"\/>/g)).toHaveLength(1);
    expect((await cellsOf({ text: '<sheetView workbookViewId="0"/>' })).A2?.v).toBe('<sheetView workbookViewId="0"/>');
    expect(Buffer.compare(Buffer.from((await writeWorkbook(tables)).bytes), Buffer.from(bytes))).toBe(0);
  });

  it("keeps texts as texts, whatever they begin with, and null as no cell", async () => {
    const cells = await cellsOf({ text: "=SUM(A1)でしょう" }, { text: "-3" }, { text: "0120" });
    expect([cells.A2, cells.A3, cells.A4].map((cell) => [cell?.t, cell?.v, cell?.f])).toEqual([
      ["s", "=SUM(A1)でしょう", undefined],
      ["s", "-3", undefined],
      ["s", "0120", undefined],
    ]);
    expect(cells.B2).toBeUndefined();
  });

  it.each([
    ["2024-02-29", "C2", "2024-02-29", "yyyy-mm-dd"],
    ["2022-09-15T12:34", "C2", "2022-09-15 12:34", "yyyy-mm-dd hh:mm"],
    ["2022-09-15T12:34:56+09:00", "C2", "2022-09-15 12:34:56", "yyyy-mm-dd hh:mm:ss"],
  ])("holds %s as a date that Excel can sort", async (posted, at, shown, format) => {
    const cell = (await cellsOf({ posted }))[at]!;
    expect([cell.t, cell.w, cell.z]).toEqual(["n", shown, format]);
  });

  it.each([
    "2022-09",
    "2022",
    "2022-02-30",
    "1868-01-25",
  ])("leaves %s, which is no day of Excel, a text", async (posted) => {
    expect((await cellsOf({ posted })).C2).toMatchObject({ t: "s", v: posted });
  });

  it("holds lists as JSON, numbers and booleans as such", async () => {
    const cells = await cellsOf({ up: 3, shown: false, evidence: [{ why: "例" }] });
    expect([cells.B2?.v, cells.E2?.v, cells.F2?.v]).toEqual([3, false, '[{"why":"例"}]']);
  });

  it("counts texts that are longer than a cell holds, and cuts no character in two", async () => {
    const long = `${"あ".repeat(32_765)}😀あ`;
    const table = Table.from(schema, [
      { ...row, text: long },
      { ...row, text: "短い" },
    ]);
    const { bytes, cut } = await writeWorkbook([table]);
    expect(cut).toEqual([{ table: "sample", cells: 1 }]);
    const cell = xlsx.read(bytes, { type: "array" }).Sheets.sample!.A2 as xlsx.CellObject;
    expect(cell.v).toBe(`${"あ".repeat(32_765)}…`);
  });

  it("refuses a table that is longer than a sheet", async () => {
    const long = Table.fromColumns(
      { name: "long", description: "", columns: [column("n", "integer")] },
      { n: Array.from({ length: MOST_ROWS + 1 }, () => 1) },
    );
    await expect(writeTable(long, "xlsx")).rejects.toThrow(/a sheet of Excel holds 1048575 rows/);
  });

  it("gives the same bytes twice", async () => {
    const table = Table.from(schema, [{ ...row, text: "同じ", posted: "2024-01-01" }]);
    expect(Buffer.from(await writeTable(table, "xlsx")).equals(Buffer.from(await writeTable(table, "xlsx")))).toBe(
      true,
    );
  });
});

describe("Japanese words of tables", () => {
  const words = loadTableWords();
  const rows = tables.flatMap(({ name, schema: { columns } }) => [
    [name, ""],
    ...columns.flatMap((one) => [
      [name, one.name],
      ...(one.fields ?? []).map((field) => [name, `${one.name}.${field.name}`]),
    ]),
  ]);

  it.each(rows)("are there for %s %s", (table, column) => {
    expect(words(table!, column!)?.title).toMatch(/\S/);
  });

  it("name no two columns of a table alike", () => {
    for (const { name, schema } of tables) {
      const titles = schema.columns.map((one) => words(name, one.name)?.title);
      expect(new Set(titles).size, `${name}: ${titles.join(" ")}`).toBe(titles.length);
    }
  });
});

describe("a workbook with Japanese headers is a source again", () => {
  let back: ReturnType<typeof readPage>;
  const { discussion: page } = sample;
  beforeAll(async () => {
    const { bytes } = await writeWorkbook([tables[0]!.project(sample)], { lang: "ja" });
    expect(xlsx.read(bytes, { type: "array" }).SheetNames).toEqual(["コメント"]);
    back = readPage(bytes);
  });

  it("with the same comments, answers, dates and votes, and nothing added", () => {
    const told = ({ comments }: typeof page) =>
      comments.map(({ text, author, replyTo, posted, reactions, attributes }) => ({
        text,
        author,
        replyTo,
        posted: posted?.value,
        up: reactions.up,
        attributes,
      }));
    expect(told(back)).toEqual(told(page));
  });
});
