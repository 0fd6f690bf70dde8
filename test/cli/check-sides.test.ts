import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readSample, type Table, writeTable } from "../../src/index.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-check-sides-"));
const at = (name: string) => join(folder, name);
const PAGE = "data/pages/railway-core.html";
const OTHER = "data/pages/harbour.txt";
const BUS = "白樺線の北部区間をバスに転換すること";
const ASKED = ["--proposition", BUS];

/** Draws a sheet and fills it in by place: the first rows get the first label. */
async function fill(name: string, of: string, label: (row: number) => string | null, page = PAGE): Promise<string> {
  const toward = of === "side" ? ASKED : [];
  const { stdout, status } = yoron(["sample", page, "--of", of, "-n", "45", ...toward]);
  expect(status).toBe(0);
  const sheet = readSample(stdout).derive({ label: (_, row) => label(row) }) as unknown as Table;
  writeFileSync(at(name), await writeTable(sheet, "csv", { bom: true }));
  return at(name);
}

const sides = (row: number) => (row < 6 ? "賛成" : row < 20 ? "反対" : row < 24 ? "条件付き" : "なし");
const shareIn = (sheet: string, label: string): number =>
  JSON.parse(yoron(["agreement", sheet, PAGE, "--part", "shares", "--json"]).stdout).shares.find(
    (row: { label: string }) => row.label === label,
  ).share;

beforeAll(async () => {
  await fill("side.csv", "side", sides);
  await fill("tone.csv", "tone", (row) => (row % 2 === 0 ? "暗い" : "中立"));
});

describe("a sheet of sides", () => {
  it("tells its proposition, so that coders see it and the machine is asked the same", () => {
    const sheet = readSample(readFileSync(at("side.csv")));
    expect(new Set(sheet.column("proposition"))).toEqual(new Set([BUS]));
    expect(sheet.columns.map(({ name }) => name).slice(0, 5)).toEqual(
      "discussion unit text proposition label".split(" "),
    );
    // Without --proposition the sheet's own is asked.
    expect(yoron(["agreement", at("side.csv"), PAGE])).toEqual(yoron(["agreement", at("side.csv"), PAGE, ...ASKED]));
  });

  it("corrects the shares of headline and chart, which tell by how many labels", () => {
    // All thirty comments are labelled, so that the share is the people's own.
    expect(shareIn(at("side.csv"), "for")).toBeCloseTo(6 / 30, 10);
    for (const [lang, words, chart] of [
      [
        "ja",
        /に対するコメント30件の立場は、人が30件を読んで.*賛成<strong>20%<\/strong>.*反対<strong>47%<\/strong>/,
        "人が30件を読んで確かめた結果で補正した",
      ],
      [
        "en",
        /Sides of the 30 comments toward .*corrected by the 30.*for <strong>20%/,
        "corrected by 30 that people read",
      ],
    ] as const) {
      const run = yoron(["report", PAGE, ...ASKED, "--check", at("side.csv"), "--lang", lang, "-o", at("r.html")]);
      expect(run.status).toBe(0);
      expect(run.stderr).toMatch(/^(?:the report is ready: |レポートができました: )\S+r\.html\n$/);
      const page = readFileSync(at("r.html"), "utf8");
      expect(page).toMatch(words);
      expect(page).toContain(chart);
    }
  });

  it("stands beside a sheet of tone, in any order, each correcting its own", () => {
    const pages = [
      ["tone.csv", "side.csv"],
      ["side.csv", "tone.csv"],
    ].map((sheets) => {
      const checks = sheets.flatMap((sheet) => ["--check", at(sheet)]);
      expect(yoron(["report", PAGE, ...ASKED, ...checks, "-o", at("both.html")]).status).toBe(0);
      // The card of method tells the command, in whose order the sheets stand.
      return readFileSync(at("both.html"), "utf8").replace(/--check \S+/g, "");
    });
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toMatch(/語調は、人が30件を読んで.*暗い<strong>50%/);
    expect(pages[0]).toMatch(/立場は、人が30件を読んで/);
  });

  it("of two propositions corrects its own alone", () => {
    const run = yoron([
      ...["report", PAGE, ...ASKED, "--proposition", "橋を直すこと"],
      ...["--check", at("side.csv"), "--lang", "en", "-o", at("two.html")],
    ]);
    expect(run.status).toBe(0);
    const page = readFileSync(at("two.html"), "utf8");
    expect(page.match(/corrected by the 30 that people read/g)).toHaveLength(1);
    expect(page).toContain("; 1 corrected by people&#39;s labels");
  });
});

describe("bad sheets give one clear error", () => {
  const report = (...more: string[]) => ["report", PAGE, ...more, "-o", at("never.html")];
  it.each<[string, () => Promise<readonly string[]> | readonly string[], RegExp]>([
    [
      "a proposition that is not asked for",
      () => report("--check", at("side.csv")),
      /the sheet is of a proposition that was not asked for: "白樺線の北部区間をバスに転換すること"; ask for it, as in --proposition TEXT; asked for: none/,
    ],
    [
      "another proposition",
      () => report("--proposition", "橋を直すこと", "--check", at("side.csv")),
      /not asked for: .*asked for: 橋を直すこと/,
    ],
    [
      "another proposition, for agreement",
      () => ["agreement", at("side.csv"), PAGE, "--proposition", "橋を直すこと"],
      /not asked for: .*asked for: 橋を直すこと/,
    ],
    [
      "a sheet of another page",
      () => ["report", OTHER, ...ASKED, "--check", at("side.csv"), "-o", at("never.html")],
      /30 of 30 rows of the sheet are not of these pages/,
    ],
    [
      "labels that there are not",
      async () => report(...ASKED, "--check", await fill("wrong.csv", "side", () => "暗い")),
      /no label of side: "暗い"; labels: for \(賛成\).*29 other rows/,
    ],
    [
      "sheets of different questions for agreement",
      () => ["agreement", at("tone.csv"), at("side.csv"), PAGE],
      /the first sheet asks tone, sheet 2 asks "side of 白樺線/,
    ],
    [
      "coders who disagree on ids",
      async () => {
        const sheet = readSample(readFileSync(at("side.csv")));
        writeFileSync(at("part.csv"), await writeTable(sheet.slice(3), "csv"));
        return report(...ASKED, "--check", at("side.csv"), "--check", at("part.csv"));
      },
      /not of the same units: 3 only in the first, 0 only in sheet 2/,
    ],
    ["an empty proposition", () => report("--proposition", " "), /--proposition: a proposition must not be empty/],
    [
      "a proposition of more than 200 characters",
      () => ["sample", PAGE, "--of", "side", "--proposition", "長".repeat(201)],
      /at most 200 characters, not 201/,
    ],
  ])("%s", async (_, args, message) => {
    const run = yoron([...(await args())]);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
    expect(run.stdout).toBe("");
    expect(run.status).not.toBe(0);
  });
});
