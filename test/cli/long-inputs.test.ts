import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Run, yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-longer-"));
afterAll(() => rmSync(folder, { recursive: true }));
/** Where what is made on the way lies, so that what is left of it is seen. */
const scratch = join(folder, "tmp");
mkdirSync(scratch);

const texts = [
  "図書館の開館時間を延ばすより、駐車場を広げてほしいです。",
  "市長の説明は納得できません。2024年4月から値上げというのは急すぎます。",
  "「地域の足を守る」と言っていたのに、バスは1時間に1本です。",
];
const comments = Array.from({ length: 24 }, (_, i) => ({
  id: `n${i + 1}`,
  parent_id: i % 4 === 1 ? `n${i}` : null,
  author: i % 5 === 4 ? null : `読者${i % 7}`,
  created_at: `2024-05-01T09:${String(i).padStart(2, "0")}:00+09:00`,
  likes: i % 6 === 5 ? null : i * 3,
  text: texts[i % 3],
}));
const pageOf = (padding: number) =>
  JSON.stringify({ title: "公共施設の見直し", text: "市が案をまとめた。", banner: "x".repeat(padding), comments });
/** A page that is long because of what is no comment: it takes as long to analyse as a short one. */
const long = join(folder, "long.json");
writeFileSync(long, pageOf(16_000_000));
const short = join(folder, "short.json");
writeFileSync(short, pageOf(0));

const run = (...args: string[]): Run => yoron(args, "", { env: { TMPDIR: scratch } });
const NOTE = "is longer than 16 MB: it is analysed in pieces of 2,000 comments";

describe("a long input", () => {
  it.each([
    ["comments", "csv"],
    ["comments", "json"],
    ["comments", "parquet"],
    ["authors", "tsv"],
    ["sentiment", "jsonl"],
    ["tokens", "csv"],
    ["sentences", "arrow"],
    ["quotations", "csv"],
    ["sides", "csv"],
  ])("gives the table that is made in memory: %s as %s", (table, format) => {
    const [a, b] = [join(folder, `pieces.${format}`), join(folder, `whole.${format}`)];
    expect(run("table", table, long, "-q", "-o", a)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(run("table", table, long, "--whole", "-q", "-o", b)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it("says that it is analysed in pieces, and a short one does not", () => {
    const args = ["--columns", "id,up", "-o", join(folder, "told.csv")];
    expect(run("table", "comments", long, ...args).stderr).toContain(NOTE);
    expect(run("table", "comments", long, ...args, "--whole").stderr).not.toContain(NOTE);
    expect(run("table", "comments", short, ...args).stderr).not.toContain(NOTE);
    expect(readFileSync(join(folder, "told.csv"), "utf8")).toMatch(/^id,up\r\nc1,0\r\nc2,3\r\n/);
  });

  it.each([
    ["SELECT count(*) AS n FROM comments", "n\r\n24\r\n"],
    ["SELECT count(DISTINCT author) AS n FROM comments WHERE up > 20", "n\r\n7\r\n"],
    ["SELECT text FROM tokens WHERE unit = 'c1' LIMIT 2", "text\r\n図書館\r\nの\r\n"],
  ])("answers SQL: %s", (sql, answer) => {
    expect(run("query", sql, long, "-q")).toEqual({ status: 0, stdout: answer, stderr: "" });
    expect(readdirSync(scratch)).toEqual([]);
  });

  it("keeps in memory what is measured over the whole, and says so", () => {
    const { status, stderr } = run("query", "SELECT count(*) AS n FROM copies", long);
    expect([status, stderr]).toEqual([0, expect.stringContaining("copies is measured over the whole")]);
  });

  it("has the report of a corpus, under the title of its article", () => {
    const output = join(folder, "report.html");
    const { status } = run("report", long, "-o", output, "--date", "2026-11-30");
    expect(status).toBe(0);
    const html = readFileSync(output, "utf8");
    expect(html).toContain('<h1 dir="auto">公共施設の見直し</h1>');
    expect(html).toContain("コメント24件");
    expect(html).toContain("yoron report ");
    expect(html).not.toContain("yoron-long-");
    expect(readdirSync(scratch)).toEqual([]);
  });

  it.each([
    ["report", "--charts", "votes"],
    ["report", "--print"],
    ["analyze", "--codes", "codes.txt"],
    ["analyze", "--system-fonts"],
    ["table", "--vectors", "vectors.txt"],
  ])("refuses what would do nothing, before it is read: %s %s", (verb, ...option) => {
    writeFileSync(join(folder, "codes.txt"), "*駐車場\n駐車場\n");
    writeFileSync(join(folder, "vectors.txt"), `{"id": "c1.1", "vector": [0.1, 0.2]}\n`);
    const given = option.map((word) => (word.endsWith(".txt") ? join(folder, word) : word));
    const { status, stderr } = run(
      verb,
      ...(verb === "table" ? ["opinions"] : []),
      long,
      ...given,
      "-o",
      join(folder, "none"),
    );
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^yoron: --\S+ does nothing since long inputs/)]);
    expect(existsSync(join(folder, "none", "tables"))).toBe(false);
  });

  it("is analysed into a folder: tables, report and manifest, and what is left out is told", () => {
    const out = join(folder, "out");
    const { status, stderr } = run("analyze", long, "-o", out);
    expect([status, stderr]).toEqual([0, expect.stringContaining("there are none of: copies, charts")]);
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "report.html", "tables"]);
    const whole = join(folder, "whole");
    expect(run("analyze", long, "-o", whole, "--whole", "--no-charts", "--no-report", "-q").status).toBe(0);
    const [made, manifest] = [out, whole].map((at) => JSON.parse(readFileSync(join(at, "manifest.json"), "utf8")));
    expect(made.discussions[0]).toMatchObject({
      id: manifest.discussions[0].id,
      title: "公共施設の見直し",
      comments: 24,
    });
    const same = ["comments", "tokens", "sentiment", "entities", "stances", "considerations", "authors"];
    for (const name of same)
      expect(readFileSync(join(out, `tables/${name}.csv`), "utf8")).toBe(
        readFileSync(join(whole, `tables/${name}.csv`), "utf8"),
      );
  });

  it("beside one that cannot be read is done, and the other is told", () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    const output = join(folder, "beside.csv");
    const { status, stderr } = run("table", "comments", long, broken, "-o", output);
    expect([status, stderr]).toEqual([1, expect.stringContaining("broken.json")]);
    expect(readFileSync(output, "utf8").trimEnd().split("\r\n")).toHaveLength(25);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it("that cannot be read leaves nothing", () => {
    const broken = join(folder, "all-broken.json");
    writeFileSync(broken, `{"a": "${"x".repeat(16_000_000)}`);
    const output = join(folder, "nothing.csv");
    const { status, stderr } = run("table", "comments", broken, "-o", output);
    expect([status, stderr]).toEqual([1, expect.stringContaining("all-broken.json")]);
    expect([existsSync(output), readdirSync(scratch)]).toEqual([false, []]);
  });
});
