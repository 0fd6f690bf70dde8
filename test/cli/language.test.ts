import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/cli/nearest-name.ts";
import { progressOf } from "../../src/cli/progress.ts";
import { languageOf } from "../../src/cli/said.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-language-"));
const PAGE = "data/pages/harbour.txt";
const EMPTY = join(folder, "空.html");
writeFileSync(EMPTY, "");
const japanese = (...args: string[]) => yoron(args, "", { env: { LC_ALL: "ja_JP.UTF-8" } });

describe("the language of the command line", () => {
  it.each([
    [{ LC_ALL: "ja_JP.UTF-8" }, [], "ja"],
    [{ LANG: "ja" }, [], "ja"],
    [{ LC_ALL: "", LC_MESSAGES: "ja_JP.eucJP", LANG: "C" }, [], "ja"],
    [{ LC_ALL: "C", LANG: "ja_JP.UTF-8" }, [], "en"],
    [{ LANG: "jam_JM" }, [], "en"],
    [{}, [], "en"],
    [{ LANG: "C" }, ["report", "--lang", "ja"], "ja"],
    [{ LANG: "ja_JP.UTF-8" }, ["report", "--lang=en"], "en"],
    [{ LANG: "ja_JP.UTF-8" }, ["report", "--json"], "en"],
  ] as const)("of %j with %j is %s", (environment, args, language) => {
    expect(languageOf(args, environment)).toBe(language);
  });

  it.each([
    [["analyse"], 'そのようなコマンドはありません: "analyse"。analyze のことですか。使えるコマンド: read'],
    [["table", "comments", PAGE, "--colums", "id"], "--columns のことですか。`yoron table --help` をご覧ください"],
    [["--versoin"], 'yoron にそのようなオプションはありません: "--versoin"。--version のことですか'],
    [["-q", "read", PAGE], "オプションはコマンドの後に書きます"],
    [["report", PAGE, "--charts", "vote"], 'そのような図はありません: "vote"。votes のことですか。使える図: opinions'],
    [["report", PAGE, "-o", "x.pdf"], "PDF にするなら、レポートをブラウザーで開いて印刷してください"],
    [["chart", "citations", PAGE, "-o", join(folder, "c.png")], "空白になる文字があります: 中国語や珍しい漢字 ("],
    [["read", EMPTY], "空.html は空です。記事のある保存済みのページを指定してください [empty-input]"],
    [["read", "https://example.com/"], "Yoron は保存されたページを読むだけで、取りに行くことはありません"],
    [["read", join(folder, "*.html.gz")], "この書き方に合うファイルがありません"],
    [["read", PAGE, "--map", "text=本文"], 'に列はありません。読み取った形式: "page-text"。外すか'],
    [["query", "SELECT nope FROM comments", PAGE], "SQL を実行できません（DuckDB: Binder Error"],
    [
      ["table", "comments", PAGE, "--columns", "いいね"],
      '表 comments にその列はありません: "いいね"。ある列: discussion',
    ],
  ])("tells in a Japanese locale of %j: %s", (args, words) => {
    expect(japanese(...args).stderr).toContain(words);
  });

  it("says in English, in parentheses, what has no Japanese, and the kind of error in front", () => {
    const words = join(folder, "words.csv");
    writeFileSync(words, "あ\n");
    const { stderr } = japanese("table", "comments", PAGE, "--user-dictionary", words);
    expect(stderr).toMatch(/^yoron: 単語の表が正しくありません（user dictionary .+\[bad-lexicon\]\n$/su);
  });

  it("has help pages in Japanese, and what programs read in English", () => {
    expect(japanese("analyze", "--help").stdout).toMatch(/^使い方: yoron analyze .+結果を書くフォルダー.+例:\n/su);
    expect(japanese("--help").stdout).toContain("表に SQL で尋ねます");
    expect(japanese("--help").stdout).toContain("使い方: yoron コマンド …");
    expect(JSON.parse(japanese("read", "--json", EMPTY).stderr).error.message).toContain("is empty; give a saved page");
  });

  it("says when something is done, and not when quiet", () => {
    const output = join(folder, "図.svg");
    expect(japanese("chart", "votes", PAGE, "-o", output).stderr).toBe(`図ができました: ${output}\n`);
    expect(japanese("chart", "votes", PAGE, "-o", output, "-q").stderr).toBe("");
  });
});

describe("the name that is meant", () => {
  const names = ["read", "analyze", "report", "table", "chart", "query"];
  it.each([
    ["analyse", "analyze"],
    ["anaylze", "analyze"],
    ["reprot", "report"],
    ["ana", "analyze"],
    ["QUERY", "query"],
    ["frobnicate", null],
    ["x", null],
  ])("by %s is %s", (word, meant) => {
    expect(nearestName(word, names)).toBe(meant);
  });
});

describe("progress", () => {
  it("tells pace and what is left once it knows them", () => {
    let now = 0;
    const line = progressOf(300, () => now);
    now = 500;
    expect(line(1, "a.html")).toBe("1 of 300 (0%)  a.html");
    now = 10_000;
    expect(line(30, "b.html")).toBe("30 of 300 (10%), 3.0 a second, about 2 min left  b.html");
    now = 99_000;
    expect(line(297, "c.html")).toBe("297 of 300 (99%), 3.0 a second, about 1 s left  c.html");
  });
});
