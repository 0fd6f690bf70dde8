import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { packageRoot } from "../../src/model/data-folder.ts";
import { loadAccuracy } from "../../src/report/accuracy.ts";
import { ACCURACY_WORDS } from "../../src/report/accuracy-words.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { citationLine, loadCitation } from "../../src/report/citation.ts";
import { loadModelLicences } from "../../src/report/model-licences.ts";
import { renderReport } from "../../src/report/report.ts";
import { version } from "../../src/version.ts";
import { accuracyFigures, accuracyJson } from "../../workshop/accuracy/figures.ts";
import { sample } from "../charts/sample.ts";
import { withLosses } from "./lossy-analysis.ts";

const file = (name: string) => readFileSync(join(packageRoot(), name), "utf8");

describe("the card of method", () => {
  let assets: ReportAssets;
  beforeAll(async () => {
    assets = await bundleReportAssets();
  });
  const card = async (options: object = {}, analysis = sample) => {
    const html = await renderReport(analysis, { assets, ...options });
    return html
      .slice(html.indexOf('id="method"'), html.indexOf("</main>"))
      .replace(/<[^>]*>/gu, " ")
      .replace(/\s+/gu, " ");
  };

  test("says what the page is not, by what it was made, of what, and that no day was given", async () => {
    const told = await card();
    expect(told).toContain("このページのコメントについての数であり、世論調査ではありません");
    expect(told).toContain(`Yoron ${version}`);
    expect(told).toContain("日付は与えられていない");
    expect(told).toContain(sample.discussion.source.sha256);
    expect(told).toContain("1ページ、コメント15件");
    expect(told).toContain(`「${sample.sides[0]!.proposition}」`);
  });

  test("tells day, command and targets that were given, and cites by them", async () => {
    const command = "yoron report 'パン屋 1.html'";
    const told = await card({ date: "2026-11-29", command, targets: ["助成"] });
    for (const part of ["作った日 2026-11-29", "2026-11-29に実行", "Run on 2026-11-29.", "指定された言葉：助成"])
      expect(told).toContain(part);
    expect(told.replaceAll("&#39;", "'")).toContain(command);
  });

  test("the same without a day at any time: the clock is never asked", async () => {
    expect(await card()).not.toMatch(new RegExp(String(new Date().getFullYear()), "u"));
  });

  test("names what was not read", async () => {
    const article = [{ code: "comments-not-read", message: "the page shows signs of 40 comments; 15 were read" }];
    expect(await card({}, withLosses(sample, { article }))).toContain(
      "読めていないもの： コメントが、すべては読めていません。",
    );
    expect(await card()).toContain("読めていないものはない");
  });

  test.each([
    "29 November 2026",
    "2026-02-30",
    "2026-11-29T10:00",
    "",
  ])("a day %j is an error that shows a good one", async (date) => {
    await expect(renderReport(sample, { assets, date })).rejects.toThrow(/must be a day like 2026-11-29/u);
  });

  test("has an entry for each chart that is drawn, to which its line leads", async () => {
    const html = await renderReport(sample, { assets });
    const leads = [...html.matchAll(/href="#(method-[\w-]+)"/gu)].map(([, id]) => id!);
    expect(leads.length).toBeGreaterThan(10);
    for (const id of leads) expect(html).toContain(`<div id="${id}">`);
  });
});

describe("what the card cites", () => {
  test("figures of accuracy are those of docs/accuracy.md", () => {
    expect(file("data/accuracy.json")).toBe(accuracyJson(accuracyFigures(file("docs/accuracy.md"))));
  });

  test("a page without a figure is an error that names it", () => {
    expect(() => accuracyFigures(file("docs/accuracy.md").replace("words, F", "words"))).toThrow(
      /Words and tags: words, F/u,
    );
  });

  test.each(["ja", "en"] as const)("each figure has its words (%s)", (lang) => {
    const { layers, measures, on } = ACCURACY_WORDS[lang];
    for (const row of loadAccuracy()) {
      expect(layers[row.layer], row.layer).toBeDefined();
      expect(measures[row.measure], row.measure).toBeDefined();
      expect(on[row.on], row.on).toBeDefined();
    }
  });

  test("the citation is that of CITATION.cff, of this version", () => {
    const citation = loadCitation();
    expect(citation.version).toBe(version);
    expect(file("CITATION.cff")).toContain(citation.title);
    expect(citationLine(citation, "en", null)).toBe(
      `The Yoron authors. ${citation.title} (version ${version}) [software].`,
    );
  });

  test("every model has its licence", () => {
    const rows = loadModelLicences();
    expect(rows.map(({ files }) => files).join(" ")).toMatch(
      /sentiment\.bin.*entities\.bin.*word-vectors\.bin.*stance\.bin/u,
    );
    for (const { licence } of rows) expect(licence).not.toBe("");
  });
});
