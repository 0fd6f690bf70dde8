import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commentTable, Table } from "../../src/index.ts";
import { openDatabase } from "../../src/tables/export/duckdb.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-query-"));
const file = (name: string, text = ""): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const many = file(
  "many.csv",
  `本文,名前\n${Array.from({ length: 25 }, (_, i) => `${i}番目の意見はとても長いので途中で切られると困ります,人${i}`).join("\n")}\n`,
);

describe("yoron query", () => {
  it("gives whole CSV where nobody looks: every row, every text to its end", () => {
    const { stdout, status } = yoron(["query", "SELECT text FROM comments ORDER BY id", many]);
    expect(status).toBe(0);
    const lines = stdout.trim().split(/\r?\n/);
    expect(lines).toHaveLength(26);
    expect(lines).toContain("24番目の意見はとても長いので途中で切られると困ります");
  });

  it("says what to ask where the folder holds a book for Excel", () => {
    const book = join(folder, "book");
    yoron(["analyze", many, "-o", book, "--format", "xlsx", "--tables", "comments", "--no-charts", "--no-report"]);
    const { stdout, stderr, status } = yoron(["query", "SELECT 1", book]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("holds a book for Excel");
    expect(stderr).toContain("--format parquet");
    const own = mkdtempSync(join(folder, "own-"));
    renameSync(join(book, "tables.xlsx"), join(own, "tables.xlsx"));
    expect(yoron(["query", "SELECT count(*) AS n FROM comments", own]).stdout).toContain("25");
  });

  it("refuses a number of rows that is none", () => {
    expect(yoron(["query", "SELECT 1", many, "--rows", "few"]).stderr).toContain("--rows takes a count");
  });

  it.each([
    ["COPY comments TO 'OUT'"],
    ["SELECT * FROM read_csv('OUT')"],
    ["SELECT * FROM read_text('OUT')"],
    ["SELECT * FROM 'OUT'"],
    ["SELECT * FROM glob('/*')"],
    ["ATTACH 'OUT.db' AS other"],
    ["EXPORT DATABASE 'OUT'"],
    ["INSTALL httpfs"],
    ["LOAD httpfs"],
    ["SET enable_external_access = true"],
    ["SET lock_configuration = false"],
    ["RESET lock_configuration"],
    ["PRAGMA enable_profiling; PRAGMA profiling_output='OUT'"],
    ["SELECT getenv('HOME')"],
  ])("%s does nothing and is told", (sql) => {
    const { status, stdout, stderr } = yoron(["query", sql.replaceAll("OUT", file("secret.csv", "a\n1\n")), many]);
    expect([status === 0, stdout]).toEqual([false, ""]);
    expect(stderr).toMatch(/^yoron: /);
  });

  it.each([
    "CALL enable_logging(storage='file', storage_path='OUT')",
    "SELECT * FROM enable_logging(storage='file', storage_path='OUT')",
    "SELECT * FROM query('SELECT * FROM enable_logging(storage=''file'', storage_path=''OUT'')')",
    "CALL enable_profiling(format='json', save_location='OUT'); SELECT 1",
  ])("%s is told, and neither writes nor ends the process", (sql) => {
    const { status, stdout, stderr } = yoron(["query", sql.replaceAll("OUT", join(folder, "logged")), many]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^yoron: DuckDB: Permission Error: SQL writes no log and no profile to a file; .*\n$/);
    expect(existsSync(join(folder, "logged"))).toBe(false);
  });

  it("reads files where that is allowed", () => {
    const other = file("ward.csv", "name,ward\n人3,中央区\n");
    const sql = `SELECT ward FROM comments JOIN read_csv('${other}') ON author = name`;
    expect(yoron(["query", sql, many, "--allow-files"]).stdout).toBe("ward\r\n中央区\r\n");
  });
});

describe("SQL over a corpus, whose parts lie open to be read", () => {
  const corpus = join(folder, "corpus");
  const bytes = () =>
    readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .sort()
      .map((name) => [
        name,
        statSync(join(corpus, name)).isFile() ? readFileSync(join(corpus, name), "base64") : "a folder",
      ]);
  let before: ReturnType<typeof bytes>;
  beforeAll(() => {
    expect(yoron(["corpus", "build", many, "-o", corpus, "-q"]).status).toBe(0);
    before = bytes();
  });

  it.each([
    "COPY (SELECT 1) TO 'OUT/new.csv'",
    "COPY (SELECT 1) TO 'OUT/manifest.json'",
    "COPY (SELECT 1) TO 'PART' (FORMAT parquet, USE_TMP_FILE false)",
    "/* */ copy (SELECT 1) TO 'OUT/new.csv'",
    "/* /* */ ' */ COPY (SELECT 1) TO 'OUT/new.csv'; SELECT ''",
    "SELECT e'\\''; COPY (SELECT 1) TO 'OUT/new.csv'; SELECT ''",
    "SELECT $$ ' $$; COPY (SELECT 1) TO 'OUT/new.csv'; SELECT ''",
    "SELECT 1 -- '\n; COPY (SELECT 1) TO 'OUT/new.csv'; SELECT ''",
    "PREPARE p AS COPY (SELECT 1) TO 'OUT/new.csv'; EXECUTE p",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO 'OUT/new.csv'",
    "CREATE TABLE t AS SELECT 1; EXPLAIN ANALYZE COPY t TO 'OUT/new.csv'",
    "EXPORT DATABASE 'OUT/new'",
    "ATTACH 'OUT/new.db' AS o; CREATE TABLE o.t AS SELECT 1",
    "CALL enable_logging(storage='file', storage_path='OUT/new'); SELECT 1",
    "SELECT * FROM query('SELECT * FROM enable_' || 'logging(storage=''file'', storage_path=''OUT/new'')')",
    "CALL enable_profiling(format='json', save_location='OUT/new.json'); SELECT 1",
    "SET temp_directory = 'OUT/new'",
    "SELECT * FROM read_text('OUT/../many.csv')",
    "SELECT * FROM glob('/etc/*')",
  ])("%s writes and reads nothing, and is told", (sql) => {
    const part = before.find(([name]) => /^comments\/.+\.parquet$/.test(name!))![0]!;
    const asked = sql.replaceAll("OUT", corpus).replaceAll("PART", join(corpus, part));
    const { status, stdout, stderr } = yoron(["query", asked, corpus]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^yoron: DuckDB: /);
    expect(bytes()).toEqual(before);
  });

  it.each([
    ["SELECT count(*) AS n FROM comments WHERE text NOT LIKE '%copy export attach%'", "25"],
    ['SELECT count(*) AS "copy" FROM comments', "25"],
    ["CREATE TABLE t AS SELECT author FROM comments; SELECT count(*) AS n FROM t", "25"],
    ["EXPLAIN ANALYZE SELECT count(*) FROM comments", "analyzed_plan"],
  ])("%s is answered", (sql, answer) => {
    const { status, stdout } = yoron(["query", sql, corpus]);
    expect([status, stdout]).toEqual([0, expect.stringContaining(answer)]);
  });
});

describe("a plain table", () => {
  it.each([
    ["\u001b[2J消えた", "\\u001b[2J消えた"],
    ["右\u202eから左", "右\\u202eから左"],
    ["鈴\u0007木", "鈴\\u0007木"],
    ["見え\u200bない", "見え\\u200bない"],
    ["か\u3099の", "か\u3099の"],
  ])("shows %j as %s", (name, shown) => {
    const table = Table.fromColumns(
      {
        name: "people",
        description: "",
        columns: [{ name: "name", type: "string", nullable: false, meaning: "a name" }],
      },
      { name: [name, "佐藤"] },
    );
    expect(table.toString()).toContain(shown);
  });
});

describe("a database", () => {
  it("may use files unless told otherwise", async () => {
    for (const [allowFiles, works] of [
      [true, true],
      [false, false],
    ] as const) {
      const database = await openDatabase(Table.fromColumns({ name: "t", description: "", columns: [] }, {}), {
        allowFiles,
      }).catch(() => null);
      const asked = database ?? (await openDatabase([commentTable([])], { allowFiles }));
      const answer = asked.query(`SELECT * FROM read_text('${many}')`).then(
        () => true,
        () => false,
      );
      expect(await answer).toBe(works);
      await asked.close();
    }
  });
});
