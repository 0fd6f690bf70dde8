import { mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

  it("reads files where that is allowed", () => {
    const other = file("ward.csv", "name,ward\n人3,中央区\n");
    const sql = `SELECT ward FROM comments JOIN read_csv('${other}') ON author = name`;
    expect(yoron(["query", sql, many, "--allow-files"]).stdout).toBe("ward\r\n中央区\r\n");
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
