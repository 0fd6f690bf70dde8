import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { yoron } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-cli-corpus-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name);
const [pages, corpus] = [at("pages"), at("corpus")];

const rows = (page: number) =>
  Array.from(
    { length: 40 },
    (_, i) =>
      `人${i % 6},${(i * 7) % 50},${["値上げには反対です。家計が苦しい！", "市長の説明はわかりやすく、賛成します。", "バスの本数を増やしてください。"][i % 3]}（${page}の${i}）`,
  );
beforeAll(() => {
  mkdirSync(pages);
  for (const page of [1, 2]) writeFileSync(join(pages, `p${page}.csv`), `名前,いいね,本文\n${rows(page).join("\n")}\n`);
  writeFileSync(join(pages, "copy.csv"), readFileSync(join(pages, "p1.csv")));
  writeFileSync(
    join(pages, "article.html"),
    `<!doctype html><title>題</title><article><h1>市民プールの料金改定</h1><p>${"市は来年度から市民プールの料金を改めると発表した。".repeat(8)}</p></article>`,
  );
  writeFileSync(join(pages, "empty.txt"), "");
});

describe("yoron corpus", () => {
  test("build tells copies, failures and sources without comments, and is status 1 where one failed", () => {
    const { status, stdout, stderr } = yoron(["corpus", "build", pages, "-o", corpus, "--workers", "0"]);
    expect([status, stdout]).toEqual([1, `${corpus}\n`]);
    expect(stderr).toContain(
      `${join(pages, "p1.csv")} has the same content as ${join(pages, "copy.csv")} and is not counted twice`,
    );
    expect(stderr).toMatch(/empty\.txt is empty.*\[empty-input\]/u);
    expect(stderr).toMatch(/no comments were found in 1 of 5 inputs: .*article\.html/u);
    expect(stderr).toMatch(
      /the corpus is built: .+ \(80 comments of 3 sources; 3 read now, 0 as they were, 0 replaced\)/u,
    );
  });

  test("a list on stdin, by lines or NUL, makes the same corpus", () => {
    const list = readdirSync(pages).map((name) => join(pages, name));
    for (const [name, end] of [
      ["lines", "\n"],
      ["nul", "\0"],
    ] as const) {
      yoron(["corpus", "build", "-", "-o", at(name), "--workers", "0"], [...list].reverse().join(end));
      expect(readFileSync(join(at(name), "manifest.json"), "utf8")).toBe(
        readFileSync(join(corpus, "manifest.json"), "utf8"),
      );
    }
  });

  test("a folder that holds a corpus gives its pages alone, in it or beside it", () => {
    yoron(["corpus", "build", pages, "-o", join(root, "pages/inside"), "--workers", "0", "-q"]);
    const { stderr } = yoron(["corpus", "build", pages, "-o", at("again"), "--workers", "0"]);
    expect(stderr).toMatch(/passed over .*in inside, which yoron wrote|passed over .*inside/u);
    expect(stderr).toContain("80 comments of 3 sources");
    rmSync(join(root, "pages/inside"), { recursive: true });
  });

  test("info says what is in it, with what was noted and what failed", () => {
    const { status, stdout } = yoron(["corpus", "info", corpus]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/80 comments in 3 discussions of 3 sources\n1 file is a copy of another/u);
    expect(stdout).toMatch(/1 source holds no comments/u);
    expect(stdout).toMatch(/comments +80 rows, 1 part/u);
    expect(stdout).toMatch(/no-article-text: 2 sources; .*copy\.csv/u);
    expect(stdout).toMatch(/empty\.txt: .*is empty/u);
    expect(stdout).toMatch(/all \d+ parts are as they were written/u);
    const info = JSON.parse(yoron(["corpus", "info", corpus, "--json"]).stdout) as Record<string, unknown>;
    expect(info).toMatchObject({
      comments: 80,
      sources: 3,
      copies: 1,
      withoutComments: 1,
      unfinished: false,
      stray: [],
      gone: [],
    });
  });

  test("info tells sources that are gone, which stay", () => {
    const moved = at("moved.csv");
    writeFileSync(moved, `名前,本文\n人1,図書館を残してほしいです。\n`);
    yoron(["corpus", "build", moved, "-o", at("gone"), "-q"]);
    rmSync(moved);
    expect(yoron(["corpus", "info", at("gone")]).stdout).toContain(
      "1 source stays in it that is no longer where it was read",
    );
  });
});

describe("a corpus answers as its pages do", () => {
  const sources = ["p2.csv", "copy.csv", "article.html"].map((name) => join(pages, name));
  test.each(["csv", "jsonl", "tsv"])("table as %s: the rows of the pages", (format) => {
    const lines = (text: string) => text.trimEnd().split(/\r?\n/).sort();
    const got = yoron(["table", "comments", corpus, "--format", format]);
    expect([got.status, got.stderr]).toEqual([0, ""]);
    expect(lines(got.stdout)).toEqual(lines(yoron(["table", "comments", ...sources, "--format", format, "-q"]).stdout));
  });

  test("table with some columns, with a sum, and to Parquet", () => {
    expect(yoron(["table", "comments", corpus, "--columns", "author,up"]).stdout.split("\r\n", 2)).toEqual([
      "author,up",
      expect.stringMatching(/^人\d,\d+$/u),
    ]);
    expect(yoron(["table", "tone_shares", corpus]).stdout).toMatch(/^tone,comments,discussions,up,down\r\n/u);
    const file = at("comments.parquet");
    expect(yoron(["table", "comments", corpus, "-o", file]).status).toBe(0);
    expect(yoron(["table", "comments", file, "--columns", "text", "-q"]).stdout.split("\r\n").length).toBe(82);
  });

  test("opinions: found in a sample, the rest assigned, by one seed or another", () => {
    const columns = "id,share,shareLow,shareHigh,sampled,assigned";
    const run = (...more: string[]) =>
      yoron(["table", "opinions", corpus, "--format", "jsonl", "--columns", columns, ...more, "-q"]);
    const first = JSON.parse(run().stdout.split("\n")[0]!);
    expect(first).toMatchObject({ id: "o1", sampled: 80, assigned: 0 });
    expect([first.shareLow, first.shareHigh]).toEqual([first.share, first.share]);
    expect(run("--seed", "2").status).toBe(0);
    expect(yoron(["table", "comments", corpus, "--seed", "2"]).stderr).toContain("--seed does nothing for a corpus");
    expect(run("--seed", "x").status).toBe(2);
    expect(yoron(["table", "opinions", corpus, "--columns", "votes"]).stderr).toContain('no column "votes"');
  });

  test("query", () => {
    const { status, stdout } = yoron([
      "query",
      "SELECT author, sum(up) AS up FROM comments GROUP BY author ORDER BY up DESC LIMIT 1",
      corpus,
    ]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^author,up\r\n人\d,\d+\r\n$/u)]);
    expect(yoron(["query", "SELECT title FROM discussions WHERE comments = 0", corpus]).stdout).toContain(
      "市民プールの料金改定",
    );
  });

  test("report: counts over all, opinions and reading from a sample that is told", () => {
    const file = at("r.html");
    const { status, stderr } = yoron(["report", corpus, "-o", file, "--date", "2026-11-29"]);
    expect([status, stderr]).toEqual([0, expect.stringContaining("the report is ready")]);
    const html = readFileSync(file, "utf8");
    expect(html).toContain("ソース3件、議論3件のコメント80件");
    expect(html).toContain("無作為に選んだ80件（全80件、シード1）");
    expect(html).toContain("家計が苦しい");
    expect(html).not.toContain("<script");
    yoron(["report", corpus, "-o", at("r2.html"), "--date", "2026-11-29", "-q"]);
    expect(readFileSync(at("r2.html"), "utf8").replaceAll("r2.html", "r.html").replaceAll(" -q", "")).toBe(html);
    expect(yoron(["report", corpus, "-o", file, "--lang", "en", "-q"]).status).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("80 comments in 3 discussions of 3 sources");
  });
});

describe("one error each, in both languages", () => {
  test.each<[string, readonly string[], number, string, string]>([
    [
      "an unknown column",
      ["query", "SELECT votes FROM comments", corpus],
      2,
      'Referenced column "votes" not found',
      "SQL を実行できません",
    ],
    [
      "an unknown column of a table",
      ["table", "comments", corpus, "--columns", "votes"],
      2,
      'has no column "votes"',
      "その列はありません",
    ],
    [
      "an unknown table",
      ["table", "opinion", corpus],
      2,
      'the corpus has no table "opinion"',
      "コーパスにその表はありません",
    ],
    [
      "a folder that is no corpus",
      ["corpus", "info", pages],
      1,
      "the folder holds no corpus",
      "フォルダーにコーパスがありません",
    ],
    ["no folder at all", ["corpus", "info", at("absent")], 1, "there is no folder", "フォルダーがありません"],
    [
      "SQL that writes",
      ["query", `COPY comments TO '${at("x.csv")}'`, corpus],
      2,
      "SQL over a corpus writes no file",
      "コーパスへの SQL からファイルは書けません",
    ],
    [
      "other settings",
      ["corpus", "build", pages, "-o", corpus, "--layers", "dates"],
      1,
      "was built with other settings (layers)",
      "コーパスは別の設定で作られています（layers）",
    ],
    [
      "an option that a corpus does not hear",
      ["table", "comments", corpus, "--lossy"],
      2,
      "--lossy does nothing for a corpus",
      "--lossy",
    ],
    ["a report of codes", ["report", corpus, "--codes", "x"], 2, "--codes does nothing for a corpus", "--codes"],
    [
      "no folder named",
      ["corpus", "build", pages],
      2,
      "corpus build needs -o CORPUS",
      "corpus build には -o CORPUS が必要です",
    ],
    ["nothing to do", ["corpus"], 2, "corpus does nothing by itself", "corpus だけでは何もしません"],
    ["something else", ["corpus", "biuld", pages], 2, "is build meant?", "build"],
    [
      "an unknown layer",
      ["corpus", "build", pages, "-o", corpus, "--layers", "tone"],
      2,
      'there is no layer "tone"',
      "tone",
    ],
  ])("%s", (_, args, status, english, japanese) => {
    const told = yoron(args);
    expect([told.status, told.stderr]).toEqual([status, expect.stringContaining(english)]);
    expect(
      told.stderr
        .trimEnd()
        .split("\n")
        .filter((line) => line.startsWith("yoron: ") && !line.startsWith("yoron: note")),
    ).toHaveLength(1);
    expect(yoron([...args, "--lang", "ja"]).stderr).toContain(japanese);
  });

  test("a part that is damaged, a corpus of a newer version", () => {
    const broken = at("broken");
    yoron(["corpus", "build", join(pages, "p1.csv"), "-o", broken, "-q", "--layers", "dates"]);
    const manifest = join(broken, "manifest.json");
    const text = readFileSync(manifest, "utf8");
    writeFileSync(manifest, text.replace("corpus@1", "corpus@2"));
    expect(yoron(["query", "SELECT 1", broken]).stderr).toContain("of version 2, and this Yoron reads up to 1");
    expect(yoron(["corpus", "info", broken, "--lang", "ja"]).stderr).toContain("コーパスの版は 2 で");
    writeFileSync(manifest, text);
    const part = join(broken, "comments", readdirSync(join(broken, "comments"))[0]!);
    const bytes = readFileSync(part);
    bytes[100]! ^= 255;
    writeFileSync(part, bytes);
    for (const args of [
      ["query", "SELECT count(*) FROM comments", broken],
      ["corpus", "info", broken],
      ["table", "comments", broken],
      ["report", broken, "-o", at("x.html")],
    ]) {
      const { status, stderr } = yoron(args);
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^yoron: a part of the corpus is damaged .*\[malformed\]\n$/u),
      ]);
      expect(yoron([...args, "--lang", "ja"]).stderr).toContain("コーパスのパートが壊れています");
    }
  });
});
