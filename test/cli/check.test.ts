import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readSample, type Table, writeTable } from "../../src/index.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-check-"));
const at = (name: string) => join(folder, name);
const PAGES = ["data/pages/harbour.txt", "data/pages/railway-core.html"];
const SHEET = at("sample.csv");

/** Writes a sheet in which people say what the machine does, but every fifth text they call dark. */
async function fill(name: string, change: (sheet: Table) => Table = (sheet) => sheet): Promise<string> {
  const shown = readSample(readFileSync(at("shown.csv")));
  const machine = new Map(shown.toRows().map(({ unit, discussion, machine }) => [`${discussion}/${unit}`, machine]));
  const labelled = readSample(readFileSync(SHEET)).derive({
    label: ({ discussion, unit }, i) => (i % 5 === 0 ? "暗い" : (machine.get(`${discussion}/${unit}`) ?? null)),
  }) as unknown as Table;
  writeFileSync(at(name), await writeTable(change(labelled), "csv", { bom: true }));
  return at(name);
}

beforeAll(() => {
  writeFileSync(at("empty.csv"), "\uFEFFdiscussion,unit,text,label\r\n");
  expect(yoron(["sample", ...PAGES, "-n", "60", "-o", SHEET])).toEqual({
    status: 0,
    stdout: "",
    stderr: `the sheet is ready: ${SHEET} (60 comments to label)\n`,
  });
  expect(yoron(["sample", ...PAGES, "-n", "60", "--show-machine", "-o", at("shown.csv")]).status).toBe(0);
});

describe("yoron sample", () => {
  it("writes a sheet that Excel opens, the same for any order of the files", () => {
    const bytes = readFileSync(SHEET, "utf8");
    expect(bytes.startsWith("\uFEFFdiscussion,unit,text,label,labels,of,stratum,stratumSize,weight\r\n")).toBe(true);
    expect(yoron(["sample", ...[...PAGES].reverse(), "-n", "60"]).stdout).toBe(bytes);
    expect(readSample(bytes).length).toBe(60);
  });

  it("draws by an attribute of the source", () => {
    const { stdout } = yoron(["sample", "data/pages/survey-library.csv", "-n", "40", "--by", "年代"]);
    expect(new Set(readSample(stdout).column("stratum")).size).toBeGreaterThan(2);
  });

  it("says that there are no more comments", () => {
    const { stdout, stderr } = yoron(["sample", PAGES[0]!]);
    expect(readSample(stdout).length).toBe(45);
    expect(stderr).toBe("yoron: note: all 45 comments that can be labelled are in the sheet: there are no more\n");
  });
});

describe("yoron agreement", () => {
  it("says which texts of the sheet are not those of the pages", async () => {
    const edited = await fill(
      "edited.csv",
      (sheet) => sheet.derive({ text: ({ text }, i) => (i === 7 ? "書き直した" : text) }) as unknown as Table,
    );
    const { stderr, status } = yoron(["agreement", edited, ...PAGES]);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^yoron: note: 1 of 60 rows of the sheet have other words than the page \(the first is .+\/c/,
    );
  });

  it("tells agreement, confusion and corrected shares", async () => {
    const { stdout, stderr, status } = yoron(["agreement", await fill("done.csv"), ...PAGES]);
    expect([stderr, status]).toEqual(["", 0]);
    for (const words of ["label, machine", "precision", "roganGladen", "confusion: 4 rows"])
      expect(stdout).toContain(words);
  });

  it("gives all of it as JSON, one part as any table", async () => {
    const done = await fill("done.csv");
    const all = JSON.parse(yoron(["agreement", done, ...PAGES, "--json"]).stdout);
    expect(Object.keys(all)).toEqual(["agreement", "confusion", "shares"]);
    const [bright] = all.shares;
    expect(bright).toMatchObject({ label: "positive", all: 75, labelled: 60 });
    expect(bright.low).toBeLessThan(bright.share);
    const csv = yoron(["agreement", done, ...PAGES, "--part", "shares", "--format", "csv"]).stdout;
    expect(csv.split("\r\n")[0]).toBe(Object.keys(bright).join(","));
  });

  it("compares two coders without the pages, and says what it lacks for more", async () => {
    const second = await fill("second.csv", (sheet) => sheet.sortBy("unit"));
    const { stdout, stderr, status } = yoron(["agreement", await fill("done.csv"), second]);
    expect(stdout).toMatch(/alpha +nominal +label1, label2 +– +1\b/);
    expect(stdout).not.toContain("confusion");
    expect([stderr, status]).toEqual([expect.stringContaining("give the files that the sheet was drawn from"), 0]);
  });

  it("tells what it can where too few rows are labelled for shares", async () => {
    const few = await fill("few.csv", (sheet) => sheet.derive({ label: ({ label }, i) => (i < 12 ? label : null) }));
    const { stdout, stderr, status } = yoron(["agreement", few, ...PAGES]);
    expect(stdout).toContain("confusion: 4 rows");
    expect(stderr).toContain("of 60 are labelled 12; label more rows");
    expect(status).toBe(1);
  });
});

describe("yoron report --check", () => {
  it("tells corrected shares with their intervals and the number of people's labels", async () => {
    const done = await fill("done.csv");
    expect(yoron(["report", ...PAGES, "--check", done, "-o", at("ja.html")]).status).toBe(0);
    expect(readFileSync(at("ja.html"), "utf8")).toMatch(
      /コメント75件の語調は、人が60件を読んで.*暗い<strong>\d+%<\/strong>（\d+〜\d+%）.*括弧内は95%信頼区間/,
    );
    expect(yoron(["report", ...PAGES, "--check", done, "--lang", "en", "-o", at("en.html")]).status).toBe(0);
    expect(readFileSync(at("en.html"), "utf8")).toMatch(/corrected by the 60 that people read: dark <strong>\d+%/);
  });
});

describe("bad input gives one clear error, and nothing is lost", () => {
  it.each([
    [
      "a layer that there is not yet",
      ["sample", PAGES[0]!, "--of", "stance"],
      2,
      '"stance"; what can be checked: tone, side, opinion, codes',
    ],
    ["a column that there is not", ["sample", PAGES[0]!, "--by", "区"], 2, '"区"; there are: discussion, id'],
    ["a number that is none", ["sample", PAGES[0]!, "-n", "many"], 2, "--size takes a whole number"],
    ["a sheet of another kind", ["sample", PAGES[0]!, "-o", at("x.parquet")], 2, "a sheet is .csv or .tsv"],
    ["no sheet", ["agreement"], 2, "no sheet given"],
    ["a page for a sheet", ["agreement", ...PAGES], 1, "is no sheet of a sample"],
    ["an unknown part", ["agreement", SHEET, "--part", "all"], 2, "parts: agreement, confusion, shares"],
    ["several tables in one CSV", ["agreement", SHEET, "--format", "csv"], 2, "only json holds several tables"],
    ["a sheet of another page", ["agreement", SHEET, "data/pages/survey-library.csv"], 1, "60 of 60 rows of the sheet"],
    [
      "a report by a sheet of more pages",
      ["report", PAGES[0]!, "--check", SHEET, "-o", at("r.html")],
      1,
      "are not of these pages",
    ],
  ])("%s", (_, args, status, words) => {
    const run = yoron(args);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain(words);
    expect([run.stdout, run.status]).toEqual(["", status]);
  });

  it("a label that there is not, and coders who disagree on ids", async () => {
    const wrong = await fill("wrong.csv", (sheet) => sheet.derive({ label: () => "わるい" }));
    expect(yoron(["agreement", wrong, ...PAGES])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/no label of tone: "わるい"; labels: positive \(明るい\).*59 other rows/),
    });
    const part = await fill("part.csv", (sheet) => sheet.slice(3));
    expect(yoron(["agreement", await fill("done.csv"), part, ...PAGES]).stderr).toContain("3 only in the first");
  });

  it("a sheet with labels in it is not written over", async () => {
    const done = await fill("done.csv");
    const before = readFileSync(done);
    expect(yoron(["sample", ...PAGES, "-o", done])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("60 labels"),
    });
    expect(readFileSync(done)).toEqual(before);
  });
});

describe("yoron agreement --tune, and --tuned", () => {
  const survey = at("survey.csv");
  const sheet = at("survey-sample.csv");
  const tuned = at("tuned.json");
  const NOUNS = [
    "駅前の店",
    "新しい館",
    "市の窓口",
    "川沿いの道",
    "朝の便",
    "図書の棚",
    "冬の祭り",
    "町の湯",
    "北の浜",
    "西の坂",
  ];
  const SAID = [
    "は便利で助かる",
    "が狭くて困る",
    "は九時に開く",
    "は良いが高い",
    "の時刻はどこで分かりますか",
    "にはがっかりした",
  ];
  const ENDS = ["。", "と思う。", "ね。", "、という話。"];

  beforeAll(async () => {
    const texts = NOUNS.flatMap((noun) => SAID.flatMap((said) => ENDS.map((end) => `${noun}${said}${end}`)));
    writeFileSync(survey, `本文,名前\n${texts.map((text, i) => `${text},人${i}`).join("\n")}\n`);
    expect(yoron(["sample", survey, "-n", "240", "-o", sheet]).status).toBe(0);
    // Somebody to whom every third comment sounds dark, whatever the machine says.
    const labelled = readSample(readFileSync(sheet)).derive({
      label: ({ text }, i) => (i % 3 === 0 ? "暗い" : String(text).includes("便利") ? "明るい" : "中立"),
    }) as unknown as Table;
    writeFileSync(sheet, await writeTable(labelled, "csv"));
  });

  it("writes what it learned, and tells how much better the confidence is", () => {
    const { status, stderr } = yoron(["agreement", sheet, survey, "--tune", tuned]);
    expect([status, stderr]).toEqual([0, expect.stringContaining("learned from 240 comments; calibration error 0.")]);
    const { kind, rows, before, after } = JSON.parse(readFileSync(tuned, "utf8"));
    expect([kind, rows]).toEqual(["yoron tuning", 240]);
    expect(after.logLoss).toBeLessThan(before.logLoss);
  });

  it("changes confidences and no label, in tables and lines alike", () => {
    const table = (...more: string[]) =>
      JSON.parse(yoron(["table", "comments", survey, "--format", "json", ...more]).stdout) as {
        sentimentLabel: string;
        sentimentConfidence: number;
        sentiment: number;
        text: string;
      }[];
    const [plain, corrected] = [table(), table("--tuned", tuned)];
    expect(corrected.map((row) => row.sentimentLabel)).toEqual(plain.map((row) => row.sentimentLabel));
    expect(corrected.filter((row, i) => row.sentimentConfidence !== plain[i]!.sentimentConfidence).length).toBe(240);
    for (const { sentiment, sentimentConfidence } of corrected)
      expect(Math.abs(sentiment)).toBeLessThanOrEqual(sentimentConfidence);
    const [{ text, sentimentConfidence }] = corrected as [(typeof corrected)[number]];
    const line = yoron(["annotate", "--layers", "sentiment", "--tuned", tuned], `${JSON.stringify({ text })}\n`).stdout;
    expect(JSON.parse(line).sentiment.confidence).toBe(sentimentConfidence);
  });

  it("is told on the report", () => {
    for (const [lang, words] of [
      ["ja", "人が読んだ240件のコメントに合わせて直してある"],
      ["en", "corrected by 240 comments that people read"],
    ] as const) {
      expect(yoron(["report", survey, "--tuned", tuned, "--lang", lang, "-o", at("tuned.html")]).status).toBe(0);
      expect(readFileSync(at("tuned.html"), "utf8")).toContain(words);
    }
  });

  it.each<[string, () => string[], RegExp]>([
    [
      "too few rows",
      () => ["agreement", at("done.csv"), ...PAGES, "--tune", at("no.json")],
      /from 200 labelled rows on.*60/,
    ],
    ["no pages", () => ["agreement", sheet, "--tune", at("no.json")], /--tune needs the files/],
    [
      "both at once",
      () => ["agreement", sheet, survey, "--tune", at("no.json"), "--tuned", tuned],
      /leave out.*--tuned/,
    ],
    [
      "a file of another kind",
      () => ["table", "comments", survey, "--tuned", sheet],
      /no file of `yoron agreement --tune`/,
    ],
    ["a file that is absent", () => ["table", "comments", survey, "--tuned", at("absent.json")], /absent\.json/],
    ["a sheet of another page", () => ["agreement", sheet, ...PAGES, "--tune", at("no.json")], /not of these pages/],
  ])("%s is an error", (_, args, message) => {
    const { status, stderr } = yoron(args());
    expect(stderr).toMatch(message);
    expect(status).not.toBe(0);
  });
});
