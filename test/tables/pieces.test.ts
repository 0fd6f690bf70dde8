import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze, LAYERS, layersOf, loadResources, piecesOf, readPage, Table, tables } from "../../src/index.ts";
import { tableFormats, writeTable, writeTablePieces } from "../../src/tables/export/write-table.ts";
import { defineSchema } from "../../src/tables/schema.ts";

const resources = await loadResources();
const pages = ["harbour.txt", "survey-library.csv"].map((name) => readPage(readFileSync(`data/pages/${name}`)));
const options = { propositions: ["岸壁を広げること"] };
const analyses = pages.map((page) => analyze(page, resources, options));

async function joined(parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(all);
}

const schema = defineSchema({
  name: "votes",
  description: "Votes of a comment.",
  columns: [
    { name: "id", type: "string", nullable: false, meaning: "the comment" },
    { name: "up", type: "integer", meaning: "likes" },
    { name: "on", type: "date", meaning: "day" },
    { name: "posted", type: "timestamp", meaning: "when" },
    { name: "words", type: "list", items: "string", meaning: "words" },
  ],
});
const rows = Array.from({ length: 20_000 }, (_, i) => ({
  id: `c${i + 1}`,
  up: i % 7 === 0 ? null : i,
  on: "2024-05-01",
  posted: `2024-05-01T12:${String(i % 60).padStart(2, "0")}`,
  words: i % 3 === 0 ? ["賛成", `"${i}",\n`] : [],
}));

describe("a table in pieces", () => {
  it.each(tables.map((table) => [table.name, table] as const))("is the table: %s", (_, { project }) => {
    const whole = project(analyses);
    const pieces = [...project.pieces(analyses).pieces(7)];
    expect(pieces.every(({ length }) => length > 0 && length <= 7)).toBe(true);
    expect(pieces.flatMap((piece) => piece.toRows())).toEqual(whole.toRows());
    expect(project.pieces(analyses).schema).toEqual(whole.schema);
  });

  it("keeps the columns that are asked for", () => {
    const { project } = tables[0]!;
    const pieces = project.pieces(analyses, { columns: ["up", "id"] as never });
    expect(pieces.schema.columns.map(({ name }) => name)).toEqual(["up", "id"]);
    expect([...pieces.pieces()].map(({ columns }) => columns.length)).toEqual([2]);
  });

  it.each(tableFormats.filter((format) => format !== "convokit"))("is written as the whole is: %s", async (format) => {
    const table = Table.from(schema, rows);
    const whole = await writeTable(table, format, { bom: true });
    const asked: number[] = [];
    const watched = {
      schema,
      *pieces(most?: number) {
        for (const piece of piecesOf(table as unknown as Table).pieces(most)) {
          asked.push(piece.length);
          yield piece;
        }
      },
    };
    expect(
      (await joined(writeTablePieces(watched, format, { bom: true }))).equals(Buffer.from(whole as Uint8Array)),
    ).toBe(true);
    // Arrow's batches are as long as Parquet's row groups; no writer asks for all there is.
    expect(Math.max(...asked)).toBeLessThanOrEqual(format === "arrow" ? 122_880 : 8_192);
  });

  it("is JSON as JavaScript writes it", async () => {
    const table = Table.from(schema, rows);
    expect(await writeTable(table, "json")).toBe(`${JSON.stringify(table.toRows(), null, 1)}\n`);
    expect(await writeTable(table.slice(0, 0), "json")).toBe("[]\n");
  });

  it.each(["parquet", "arrow"])("is text where a late piece has what fits no number: %s", async (format) => {
    const odd = [...rows, { id: "c0", up: "123456789012345678901234567890" as unknown as number }];
    const bytes = await joined(writeTablePieces(piecesOf(Table.from(schema, odd) as unknown as Table), format));
    const { readTable } = await import("../../src/tables/export/read-table.ts");
    expect((await readTable(bytes, format)).column("up").at(-1)).toBe("123456789012345678901234567890");
  });
});

describe("layersOf", () => {
  it.each(tables.map((table) => [table.name, table] as const))("names all that a table is made of: %s", (name, {
    project,
  }) => {
    const few = pages.map((page) => analyze(page, resources, { ...options, layers: layersOf([name]) }));
    expect(project(few).toRows()).toEqual(project(analyses).toRows());
  });

  it("leaves out what no table asks for", () => {
    expect(layersOf([])).toEqual([]);
    expect(layersOf(["tokens", "dates", "stances"])).toEqual(["dates", "stance"]);
    expect(layersOf(["comments", "opinions"])).toEqual(LAYERS);
  });
});
