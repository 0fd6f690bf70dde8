import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSample, type Table, writeTable } from "../../src/index.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-codes-"));
const at = (name: string) => join(folder, name);
const SURVEY = "data/pages/survey-library.csv";
const RULES = ["--codes", "data/codes/example.txt"];

describe("codes of one's own", () => {
  it("are a table, by comments or by sentences", () => {
    const { stdout, status } = yoron(["table", "codes", SURVEY, ...RULES, "--columns", "unit,code,text"]);
    expect(status).toBe(0);
    expect(stdout).toContain("c8,オンライン,Wi-Fi\r\n");
    const count = (unit: string) =>
      yoron(["table", "codes", SURVEY, ...RULES, "--code-unit", unit, "--columns", "code"]).stdout.match(
        /場所か時間/gu,
      )!.length;
    expect([count("comment"), count("sentence")]).toEqual([6, 5]);
  });

  it("are asked in SQL", () => {
    const sql = "SELECT code, count(*) AS n FROM codes WHERE code = '費用' GROUP BY code";
    expect(yoron(["query", sql, SURVEY, ...RULES]).stdout).toBe("code,n\r\n費用,3\r\n");
  });

  it("are a chart, and one of the report", () => {
    expect(yoron(["chart", "codes", SURVEY, ...RULES, "--lang", "en", "-o", at("codes.svg")]).status).toBe(0);
    expect(readFileSync(at("codes.svg"), "utf8")).toContain("none of the codes");
    expect(yoron(["report", SURVEY, ...RULES, "-o", at("with.html")]).status).toBe(0);
    expect(readFileSync(at("with.html"), "utf8")).toContain('<section class="chart" id="chart-codes"');
    expect(yoron(["report", SURVEY, "-o", at("without.html")]).status).toBe(0);
    expect(readFileSync(at("without.html"), "utf8")).not.toContain("自作コード");
  });

  it("are checked by people, and their shares corrected in the report", async () => {
    const sheet = readSample(yoron(["sample", SURVEY, "--of", "codes", ...RULES, "-n", "40"]).stdout);
    expect(String(sheet.row(0).labels)).toMatch(/^k1 開館時間 \/ k2 本と資料 \/ .* \/ none なし$/u);
    const labelled = sheet.derive({ label: (_, i) => (i < 10 ? "k1, 本と資料" : "なし") }) as unknown as Table;
    writeFileSync(at("codes.csv"), await writeTable(labelled, "csv", { bom: true }));
    const all = JSON.parse(yoron(["agreement", at("codes.csv"), SURVEY, ...RULES, "--json"]).stdout);
    expect(all.shares[0]).toMatchObject({ label: "k1", labelled: 40, raw: 5 / 48 });
    for (const [lang, words] of [
      ["ja", /各コードに当てはまるものの割合は、人が40件を読んで.*「<bdi>開館時間<\/bdi>」<strong>/],
      ["en", /48 comments that hold each code, corrected by the 40 that people read: .*開館時間/],
    ] as const) {
      const run = yoron(["report", SURVEY, ...RULES, "--check", at("codes.csv"), "--lang", lang, "-o", at("r.html")]);
      expect(run.status).toBe(0);
      expect(readFileSync(at("r.html"), "utf8")).toMatch(words);
    }
  });

  it("that nothing holds are told", () => {
    writeFileSync(at("idle.txt"), "*本\n本\n*港\n埠頭\n");
    const { stderr } = yoron(["chart", "codes", SURVEY, "--codes", at("idle.txt"), "-o", at("idle.svg")]);
    expect(stderr).toBe(`yoron: note: codes that nothing holds: *港\nthe chart is drawn: ${at("idle.svg")}\n`);
  });

  it.each([
    ["a table without rules", ["table", "codes", SURVEY], /table "codes" needs coding rules; give --codes FILE/],
    ["a chart without rules", ["chart", "codes", SURVEY, "-o", at("n.svg")], /chart "codes" needs coding rules; give/],
    ["SQL without rules", ["query", "SELECT * FROM codes", SURVEY], /the table of codes needs coding rules; give/],
    ["a sample without rules", ["sample", SURVEY, "--of", "codes"], /a sample of codes needs coding rules; give/],
    [
      "rules for nothing",
      ["table", "tokens", SURVEY, ...RULES],
      /table "tokens" hangs on no codes, and takes no "--codes"/,
    ],
    [
      "rules that SQL does not ask for",
      ["query", "SELECT 1", SURVEY, ...RULES],
      /for which the SQL does not ask: "SELECT 1"/,
    ],
    [
      "a unit there is not",
      ["table", "codes", SURVEY, ...RULES, "--code-unit", "line"],
      /no unit of codes "line"; --code-unit takes comment or sentence/,
    ],
    [
      "a unit of no rules",
      ["report", SURVEY, "--code-unit", "sentence"],
      /--code-unit is of rules, of which none are given/,
    ],
  ])("%s: one error that says what to give", (_, args, message) => {
    const { status, stderr } = yoron(args);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });

  it("a rule that cannot be read is told with file and line", () => {
    writeFileSync(at("bad.txt"), "*本\n本 or\n");
    const { status, stderr } = yoron(["table", "codes", SURVEY, "--codes", at("bad.txt")]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/bad\.txt, line 2: a condition is missing behind or in "本 or"/);
  });
});

describe("cross tables", () => {
  it("cross codes and an attribute of the source", () => {
    const run = yoron(["cross", SURVEY, "--rows", "code", "--columns", "attribute:年代", ...RULES, "--format", "json"]);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain("expected counts below 5: p is not to be relied on");
    const cells: Record<string, unknown>[] = JSON.parse(run.stdout);
    expect(cells.find(({ row, column }) => row === "要望" && column === "10代")).toMatchObject({
      count: 4,
      columnTotal: 5,
      rowTotal: 17,
      n: 48,
      df: 6,
      test: "row",
    });
  });

  it.each([
    ["en", "tone", /as the machine labels them: they hold its errors and no interval; .*yoron agreement/],
    ["ja", "tone", /機械の判定のまま.*yoron agreement/],
  ])("shares of what a machine judged are told to be bare (%s)", (lang, rows, words) => {
    expect(yoron(["cross", SURVEY, "--rows", rows, "--columns", "attribute:年代", "--lang", lang]).stderr).toMatch(
      words,
    );
    const counted = yoron([
      "cross",
      SURVEY,
      "--rows",
      "attribute:お住まい",
      "--columns",
      "attribute:年代",
      "--lang",
      lang,
    ]);
    expect(counted.stderr).not.toMatch(words);
  });

  it.each([
    ["no columns", ["--rows", "tone"], /needs --columns; as in --rows code --columns 年代/],
    ["the same twice", ["--rows", "tone", "--columns", "tone"], /rows and columns are the same: "tone"/],
    ["no such attribute", ["--rows", "tone", "--columns", "性別"], /is "性別"; there are: code, opinion, tone, side/],
    ["codes without rules", ["--rows", "code", "--columns", "年代"], /needs coding rules; give --codes FILE/],
    [
      "rules for nothing",
      ["--rows", "tone", "--columns", "年代", ...RULES],
      /hangs on no codes, and takes no "--codes"/,
    ],
    ["sides toward nothing", ["--rows", "side", "--columns", "年代"], /needs one proposition; give --proposition TEXT/],
  ])("%s: one error", (_, args, message) => {
    const { status, stderr } = yoron(["cross", SURVEY, ...args]);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describe("a concordance", () => {
  it("has a row a place, by the words beside it", () => {
    const { stdout, status } = yoron(["kwic", "カフェ", SURVEY, "--sort", "right", "--width", "6"]);
    expect(status).toBe(0);
    const [head, ...rows] = stdout.trim().split("\r\n");
    expect(head).toBe("discussion,unit,start,end,left,text,right");
    expect(rows.map((row) => row.split(",").slice(4).join("|"))).toEqual([
      '""|カフェ|があれば毎週',
      '""|カフェ|の家賃で本を',
      '""|カフェ|を入れる計画',
    ]);
  });

  it("of a word that stands nowhere says what to try", () => {
    expect(yoron(["kwic", "埠頭", SURVEY]).stderr).toBe(
      "yoron: note: nowhere: 埠頭; letters inside of words are found as '埠頭'\n",
    );
  });

  it.each([
    ["no word", ["kwic"], /no word given; yoron kwic WORD FILE…/],
    ["two words", ["kwic", "本 席", SURVEY], /and or or is missing before 席 in "本 席"; words that belong together/],
    ["a side there is not", ["kwic", "本", SURVEY, "--sort", "up"], /--sort takes right, left or place, not "up"/],
    ["no width", ["kwic", "本", SURVEY, "--width", "0"], /--width takes a count of characters, not "0"/],
  ])("%s: one error", (_, args, message) => {
    const { status, stderr } = yoron(args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});
