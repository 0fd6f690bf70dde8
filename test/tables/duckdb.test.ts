import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/tables/export/duckdb.ts";
import { writeTable } from "../../src/tables/export/write-table.ts";
import { Table } from "../../src/tables/table.ts";
import { tables } from "../../src/tables/tables.ts";
import { sample } from "../charts/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-database-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = async (source: Parameters<typeof openDatabase>[0], sql: string, file?: string) => {
  const database = await openDatabase(source, file === undefined ? {} : { file });
  try {
    return (await database.query(sql)).toJSON();
  } finally {
    await database.close();
  }
};

describe("a database of an analysis", () => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    database = await openDatabase(sample);
  });
  afterAll(() => database.close());

  it("has every table with every row", async () => {
    expect(database.tables).toEqual(tables.map(({ name }) => name));
    for (const { name, project } of tables) {
      const [row] = await database.query(`SELECT count(*) AS n FROM "${name}"`);
      expect([name, row?.n]).toEqual([name, project(sample).length]);
    }
  });

  it("keeps null apart from zero", async () => {
    const [row] = await database.query(
      "SELECT count(*) AS all_, count(up) AS shown, count(*) FILTER (up = 0) AS zero FROM comments",
    );
    expect(row).toEqual({ all_: 15, shown: 14, zero: 1 });
  });

  it("has primary keys, and the meaning of a column as its comment", async () => {
    const keys = await database.query(
      "SELECT table_name AS t, constraint_column_names AS c FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY' ORDER BY t",
    );
    expect(keys.toJSON()).toEqual([
      { t: "authors", c: ["discussion", "author"] },
      { t: "claims", c: ["discussion", "id"] },
      { t: "comments", c: ["discussion", "id"] },
      { t: "entities", c: ["discussion", "id"] },
    ]);
    const [row] = await database.query(
      "SELECT comment FROM duckdb_columns() WHERE table_name = 'mentions' AND column_name = 'entity'",
    );
    expect(row?.comment).toBe("the entity (entities.id)");
  });

  it.each([
    ["comment_overview", "SELECT id, entities FROM comment_overview LIMIT 1", { id: "c1" }],
    [
      "votes_by_depth",
      "SELECT depth, comments, votesShown, up FROM votes_by_depth WHERE depth = 3",
      { depth: 3, comments: 2, votesShown: 1, up: 4 },
    ],
    [
      "replies",
      "SELECT author, parentAuthor FROM replies WHERE id = 'c2'",
      { author: "名無し", parentAuthor: "みかん" },
    ],
    ["entity_votes", "SELECT name, comments, up FROM entity_votes LIMIT 1", { name: "商工会" }],
  ])("has the view %s", async (_, sql, expected) => {
    expect((await database.query(sql)).row(0)).toMatchObject(expected);
  });

  it.each([
    [
      "a day",
      "SELECT posted, postedText FROM comments LIMIT 1",
      { posted: "2023-04-01T00:00:00", postedText: "2023-04-01" },
    ],
    ["a huge integer", "SELECT 9007199254740993 AS n, (2::HUGEINT ** 100)::HUGEINT AS m", { n: "9007199254740993" }],
    [
      "a decimal, a date, a list, a struct",
      "SELECT 1.50 AS d, DATE '2022-09-15' AS t, [1, NULL] AS l, {'a': '世論'} AS s",
      { d: 1.5, t: "2022-09-15", l: [1, null], s: { a: "世論" } },
    ],
    ["nothing", "SELECT NULL AS n", { n: null }],
  ])("answers with %s", async (_, sql, expected) => {
    expect((await database.query(sql)).row(0)).toMatchObject(expected);
  });

  it("answers without rows by a table without rows, columns all there", async () => {
    const none = await database.query("SELECT id, up FROM comments WHERE false");
    expect([none.length, none.columns.map(({ name, type }) => [name, type])]).toEqual([
      0,
      [
        ["id", "string"],
        ["up", "integer"],
      ],
    ]);
  });

  it.each([
    [
      "SELECT likes FROM comments",
      /^DuckDB: Binder Error: .*"likes".*\n[\s\S]*LINE 1: SELECT likes FROM comments\n\s+\^/,
    ],
    ["SELECT * FORM comments", /^DuckDB: Parser Error: syntax error at or near "comments"\n[\s\S]*LINE 1: /],
  ])("bad SQL gives DuckDB's message with the position: %s", async (sql, message) => {
    await expect(database.query(sql)).rejects.toThrow(message);
    await expect(database.query(sql)).rejects.toMatchObject({ code: "bad-query" });
  });

  it.each([
    "SELECT count(*) AS n FROM references",
    'SELECT count(*) AS n FROM "references"',
    "select count(r.unit) as n from References r -- references\n",
    "SELECT count(references.unit) AS n FROM references WHERE 'references' <> ''",
  ])("the table whose name is a keyword needs no quotes: %s", async (sql) => {
    const [quoted] = await database.query('SELECT count(*) AS n FROM "references"');
    expect([...(await database.query(sql))]).toEqual([quoted]);
  });

  it.each([
    ["SELECT start, end FROM mentions", "end"],
    ["SELECT order, author FROM comments", "order"],
    ["SELECT author FROM comments ORDER BY order", "order"],
  ])("a column whose name is a keyword is told: %s", async (sql, column) => {
    await expect(database.query(sql)).rejects.toThrow(`the column ${column} has a keyword's name: write "${column}"`);
    const quoted = sql.replace(new RegExp(`\\b${column}\\b(?! BY)`, "u"), `"${column}"`);
    await expect(database.query(quoted)).resolves.toBeDefined();
  });

  it("loads no extension from elsewhere", async () => {
    await expect(database.query("INSTALL spatial FROM 'http://127.0.0.1:9'; LOAD spatial")).rejects.toThrow();
    const [row] = await database.query("SELECT current_setting('autoinstall_known_extensions') AS auto");
    expect(row).toEqual({ auto: false });
  });
});

describe("a database of other things", () => {
  const [comments] = tables.map(({ project }) => project(sample));

  it("one table makes its own views only", async () => {
    const database = await openDatabase(comments!);
    expect(database.views.map(({ name }) => name)).toEqual(["votes_by_depth", "replies"]);
    await database.close();
  });

  it.each([
    "csv",
    "jsonl",
    "json",
    "tsv",
    "parquet",
    "arrow",
  ])("a folder of %s gives the same answers", async (format) => {
    const place = join(folder, format, "tables");
    await mkdir(place, { recursive: true });
    for (const name of ["comments", "mentions", "sentiment"]) {
      const table = tables.find((one) => one.name === name)!.project(sample);
      writeFileSync(join(place, `${name}.${format}`), await writeTable(table, format));
    }
    const sql =
      "SELECT c.id, c.up, c.postedText, s.evidence FROM comments c JOIN sentiment s ON s.unit = c.id AND s.scope = 'unit' ORDER BY c.\"order\"";
    expect(await rowsOf(join(folder, format), sql)).toEqual(await rowsOf(sample, sql));
  });

  it("a folder of parts is one table", async () => {
    const place = join(folder, "parts/comments");
    await mkdir(place, { recursive: true });
    for (const [index, part] of [comments!.slice(0, 6), comments!.slice(6)].entries())
      writeFileSync(join(place, `part-${index}.parquet`), await writeTable(part, "parquet"));
    expect(await rowsOf(join(folder, "parts"), "SELECT count(*) AS n FROM comments")).toEqual([{ n: 15 }]);
  });

  it("a file keeps it", async () => {
    const file = join(folder, "kept.duckdb");
    expect(await rowsOf(sample, "SELECT count(*) AS n FROM comments", file)).toEqual([{ n: 15 }]);
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    ["a folder that is not there", () => openDatabase(join(folder, "nowhere")), /cannot open the folder .*nowhere/],
    ["a folder without tables", () => openDatabase(resolve(import.meta.dirname)), /there are no tables in the folder/],
    [
      "the same page twice",
      () => openDatabase([sample, sample]),
      /"comments" does not fit.*was the same page given twice\?/,
    ],
    [
      "an unknown option",
      () => openDatabase(sample, { path: "x" } as never),
      /openDatabase has no option "path"; it takes: file/,
    ],
  ])("tells of %s", async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
  });

  it("no analyses at all: empty tables", async () => {
    expect(await rowsOf([], "SELECT count(*) AS n FROM comments")).toEqual([{ n: 0 }]);
    expect(await rowsOf(Table.from(comments!.schema, []), "SELECT * FROM votes_by_depth")).toEqual([]);
  });
});
