import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as xlsx from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-excel-"));
const SURVEY = "data/pages/survey-library.csv";
const start = (path: string) => readFileSync(path).subarray(0, 3).toString("hex");

describe("yoron analyze for Excel", () => {
  it("writes the tables that are asked for, with a byte order mark, and reads them back", () => {
    const out = join(folder, "csv");
    expect(yoron(["analyze", SURVEY, "-o", out, "--tables", "comments,authors", "--no-charts"]).status).toBe(0);
    expect(readdirSync(join(out, "tables")).sort()).toEqual(["authors.csv", "comments.csv"]);
    expect(start(join(out, "tables/comments.csv"))).toBe("efbbbf");
    expect(existsSync(join(out, "charts"))).toBe(false);
    expect(existsSync(join(out, "report.html"))).toBe(true);
    expect(yoron(["query", "SELECT count(*) AS n FROM comments WHERE discussion <> ''", out]).stdout).toBe(
      "n\r\n48\r\n",
    );
    const idle = yoron(["query", "SELECT 1", out, "--encoding", "utf-8"]);
    expect(idle).toMatchObject({ status: 2 });
    expect(idle.stderr).toContain("--encoding does nothing for a folder of tables");
  });

  it("leaves the mark out with --no-bom, and the report with --no-report", () => {
    const out = join(folder, "plain");
    const args = ["analyze", SURVEY, "-o", out, "--tables", "comments", "--no-charts", "--no-report", "--no-bom"];
    expect(yoron(args)).toMatchObject({ status: 0, stderr: `all is written: ${out} (1 table, 0 charts)\n` });
    expect(start(join(out, "tables/comments.csv"))).not.toBe("efbbbf");
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "tables"]);
  });

  it("makes one workbook with a sheet a table, in Japanese with --lang ja", () => {
    const out = join(folder, "book");
    const args = ["analyze", SURVEY, "-o", out, "--format", "xlsx", "--tables", "comments,opinions", "--lang", "ja"];
    expect(yoron([...args, "--no-charts", "--no-report"]).status).toBe(0);
    const book = xlsx.read(readFileSync(join(out, "tables.xlsx")));
    expect(book.SheetNames).toEqual(["コメント", "意見"]);
    expect(book.Sheets.コメント!.Q1?.v).toBe("本文");
  });
});

describe("what Yoron wrote is a source again, and nothing is doubled", () => {
  const source = join(folder, "式.csv");
  writeFileSync(
    source,
    '名前,本文,いいね\nみかん,=SUM(A1)だと思う,3\nほたる,"ー1+1, では?",1\nゆず,＝反対,2\nかき,\'=引用,0\n',
  );
  const told = (path: string) =>
    JSON.parse(yoron(["read", path, "-q"]).stdout).comments.map(
      ({ author, text, reactions, attributes }: Record<string, unknown>) => ({ author, text, reactions, attributes }),
    );
  const original = told(source);

  it.each(["csv", "tsv", "parquet", "arrow", "xlsx"])("as %s", (format) => {
    const path = join(folder, `back.${format}`);
    expect(yoron(["table", "comments", source, "-o", path]).status).toBe(0);
    expect(told(path)).toEqual(original);
    expect(yoron(["chart", "votes", path, "-o", join(folder, `${format}.svg`)]).status).toBe(0);
  });
});

describe("usual headers of a survey in Excel are known", () => {
  it.each([
    ["ご意見", "ハンドルネーム", "投稿日", "賛同数"],
    ["自由記述", "ニックネーム", "日時", "いいね"],
    ["コメント", "回答者名", "投稿日時", "いいね数"],
    ["回答", "ペンネーム", "記入日", "共感数"],
  ])("%s, %s, %s, %s", (text, author, date, up) => {
    const path = join(folder, `${text}.csv`);
    writeFileSync(
      path,
      `${text},${author},${date},${up}\n夜も開けてほしい。,みかん,2024/5/1,3\n今のままでよい。,ほたる,2024/5/2,0\n`,
    );
    const { comments } = JSON.parse(yoron(["read", path, "-q"]).stdout);
    expect(comments[0]).toMatchObject({
      text: "夜も開けてほしい。",
      author: "みかん",
      posted: { value: "2024-05-01" },
      reactions: { up: 3 },
    });
  });
});
