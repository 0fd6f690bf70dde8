import { beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { charts } from "../../src/charts/charts.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { LOSS_CODES, lossesOf } from "../../src/model/losses.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { LOSS_WORDS } from "../../src/report/loss-words.ts";
import { lossNotice } from "../../src/report/losses.ts";
import { noComments } from "../../src/report/no-comments.ts";
import { renderReport } from "../../src/report/report.ts";
import { sample, sampleCodes } from "../charts/sample.ts";
import { HOSTILE } from "./hostile.ts";
import { silentAnalysis, withLosses } from "./lossy-analysis.ts";

const EMPTY = { code: "empty-text", message: "no words were found in it" };
const NOT_READ = { code: "comments-not-read", message: "the page shows signs of 12 comments; 0 were read" };
const CODES = LOSS_CODES;

/** Elements that the notices are made of. */
const TAGS = new Set("section h2 h3 p ul li strong bdi code a details summary".split(" "));

/** What a reader sees of some HTML. */
const wordsOf = (html: unknown) =>
  String(html)
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

describe("the notice of what was not read", () => {
  test.each(["ja", "en"] as const)("is absent where all was read (%s)", (lang) => {
    expect(String(lossNotice([sample], lang))).toBe("");
    const noted = withLosses(sample, { article: [{ code: "ragged-rows", message: "row 2" }] });
    expect(String(lossNotice([noted], lang))).toBe("");
  });

  test.each(CODES)("tells %s in both languages, with what to try and the reader's own words", (code) => {
    const lossy = withLosses(sample, { article: [{ code, message: "the words of the reader" }] });
    expect(lossesOf(lossy.discussion)).toHaveLength(1);
    for (const lang of ["ja", "en"] as const) {
      const { heading, lead, codes, next } = LOSS_WORDS[lang];
      const said = wordsOf(lossNotice([lossy], lang));
      expect(Object.hasOwn(codes, code)).toBe(true);
      expect(codes[code]).not.toBe(codes.other);
      for (const words of [heading, lead, codes[code]!.what(0), next.trim(), "the words of the reader", code])
        expect(said).toContain(words);
      expect(said).toContain(wordsOf(codes[code]!.next.replaceAll("`", " ")).split(" ")[0]);
    }
  });

  test("says in the language of the report how many comments have no words, and leads to them", () => {
    const lossy = withLosses(sample, { comments: { 1: [EMPTY], 4: [EMPTY] } });
    const ja = String(lossNotice([lossy], "ja"));
    expect(ja).toContain("言葉の読めなかったコメントが2件あります。");
    expect(ja).toContain('<a href="#d0-c2" data-g="d0-c2">c2</a> <a href="#d0-c5" data-g="d0-c5">c5</a>');
    expect(String(lossNotice([lossy], "en"))).toContain("No words were found in 2 comments.");
    const one = withLosses(sample, { comments: { 0: [EMPTY] } });
    expect(String(lossNotice([one], "en"))).toContain("No words were found in one comment.");
  });

  test("of many comments names eight", () => {
    const all = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i, [EMPTY]]));
    const notice = String(lossNotice([withLosses(sample, { comments: all })], "ja"));
    expect(notice).toContain("12件");
    expect(notice.match(/<a /gu)).toHaveLength(8);
  });

  test("names the discussion where there are several, and folds away what is beyond five", () => {
    const lossy = Array.from({ length: 7 }, (_, i) =>
      withLosses(silentAnalysis(`議論${i}`, `${i}`.repeat(12)), { article: [NOT_READ] }),
    );
    const notice = String(lossNotice([sample, ...lossy], "ja"));
    expect(notice).not.toContain(sample.discussion.article.title);
    expect([...notice.matchAll(/<h3[^>]*><bdi>(.+?) – sample\.txt/gu)].map(([, title]) => title)).toEqual(
      lossy.map(({ discussion }) => discussion.article.title),
    );
    expect(notice.indexOf("<details><summary>ほか2件の議論")).toBeGreaterThan(notice.indexOf("議論4"));
    expect(notice.indexOf("議論5")).toBeGreaterThan(notice.indexOf("<details>"));
    expect(String(lossNotice([lossy[0]!], "ja"))).not.toContain("<h3");
  });

  test("shows hostile titles, paths and messages as text", () => {
    for (const text of HOSTILE.filter((text) => text.length < 1000)) {
      const lossy = withLosses(silentAnalysis(text), { article: [{ code: "not-understood", message: text }] });
      const odd = { ...lossy, discussion: { ...lossy.discussion, source: { ...lossy.discussion.source, path: text } } };
      const shown = [lossNotice([odd, odd], "ja"), noComments([odd], "en")].join("");
      const tags = [...shown.matchAll(/<\/?([a-z0-9]+)/giu)].map(([, name]) => name!);
      expect(tags.filter((name) => !TAGS.has(name))).toEqual([]);
      expect(shown).not.toMatch(/<[^>]+\son\w+=/iu);
    }
  });
});

describe("the notice of discussions without comments", () => {
  test("is absent where every discussion has some", () => {
    expect(String(noComments([sample], "ja"))).toBe("");
  });

  test.each([
    [
      "ja",
      [
        "コメントは見つかりませんでした",
        "港の倉庫",
        "sample.txt",
        "形式は sample",
        "記事の本文は27字",
        "--page-format lines",
        "--map text=",
        "--list-formats",
        "保存し直す",
      ],
    ],
    [
      "en",
      [
        "No comments were found",
        "as sample",
        "an article of 27 characters",
        "--page-format lines",
        "--map text=",
        "--list-formats",
        "save it again",
      ],
    ],
  ] as const)("says what was read and what to try (%s)", (lang, expected) => {
    const said = wordsOf(noComments([silentAnalysis()], lang));
    for (const words of expected) expect(said).toContain(words);
  });

  test("among others counts them, and names no other", () => {
    const said = wordsOf(noComments([sample, silentAnalysis()], "ja"));
    expect(said).toContain("コメントの見つからなかった議論が1件あります");
    expect(said).not.toContain(sample.discussion.article.title);
  });

  test("gives no advice where other discussions of the same source have comments: it was understood", () => {
    const [one, other] = [sample, silentAnalysis()];
    const same = { ...other, discussion: { ...other.discussion, source: one.discussion.source } };
    const elsewhere = { ...other.discussion.source, sha256: "1".repeat(64) };
    expect(wordsOf(noComments([one, same], "ja"))).not.toContain("--page-format");
    const apart = { ...other, discussion: { ...other.discussion, source: elsewhere } };
    expect(wordsOf(noComments([one, apart], "ja"))).toContain("--page-format");
  });
});

describe("the report", () => {
  let assets: ReportAssets;
  beforeAll(async () => {
    assets = await bundleReportAssets();
  });
  const sections = (report: string) =>
    [...report.matchAll(/<section class="chart" id="chart-([\w-]+)"/gu)].map(([, name]) => name!).sort();
  const withData = (analysis: Analysis) =>
    charts
      .filter(({ build }) => build((table) => tableNamed(table).project(analysis)).rows.length > 0)
      .map(({ name }) => name)
      .sort();

  test("tells of losses before any figure", async () => {
    const report = await renderReport(withLosses(sample, { article: [NOT_READ] }), { assets });
    const notice = report.indexOf('<section class="losses"');
    expect(notice).toBeGreaterThan(report.indexOf("<h1"));
    expect(notice).toBeLessThan(report.indexOf('<ul class="headline"'));
    expect(await renderReport(sample, { assets })).not.toContain('class="losses"');
  });

  test("of an article alone has no empty cards: what was read stands there, and one line names what is left out", async () => {
    const silent = silentAnalysis();
    const report = await renderReport(silent, { assets });
    expect(withData(silent).length).toBeLessThan(charts.length);
    expect(sections(report)).toEqual(withData(silent));
    expect(report).toContain('<section class="no-comments"');
    const [, line] = /<p class="left-out">データがないので省いた図：「(.+?)」<\/p>/u.exec(report)!;
    expect(line!.split("」「")).toHaveLength(
      // Nobody asked for sides or codes.
      charts.length - 2 - withData(silent).length,
    );
    expect(report).not.toContain("図にするデータがありません");
    expect(await renderReport(silent, { assets, lang: "en" })).toContain("Charts left out, for want of data: ");
  });

  test("has all cards and no such line where all have data", async () => {
    const report = await renderReport(sample, { assets, codes: sampleCodes });
    expect(sections(report)).toEqual(charts.map(({ name }) => name).sort());
    expect(report).not.toContain('class="left-out"');
  });

  test("of charts that were asked for leaves out those without data too", async () => {
    const report = await renderReport(silentAnalysis(), { assets, charts: ["votes", "thread"] });
    expect(sections(report)).toEqual([]);
    expect(report).toContain("データがないので省いた図：「票の多い順」「スレッドの形」</p>");
    expect(report).not.toContain('<nav class="contents"');
  });

  test.each([
    ["nothing says why", [], "（言葉は見つかりませんでした）"],
    ["it was deleted", [{ code: "deleted", message: "" }], "（削除されたコメント）"],
    ["it holds a picture", [{ code: "media", message: "" }], "（画像など、言葉でないものだけのコメント）"],
  ])("says of a comment without words, where %s, so in its place", async (_, notes, words) => {
    const { discussion } = sample;
    const comments = discussion.comments.map((comment, i) => (i === 2 ? { ...comment, text: "", notes } : comment));
    const report = await renderReport(
      { ...sample, discussion: { ...discussion, comments }, references: [] },
      { assets, charts: ["votes"] },
    );
    expect(report.split(`<p class="note">${words}</p>`)).toHaveLength(2);
  });

  test("of a discussion without a title is headed by its file, and by a word where it has none", async () => {
    const untitled = silentAnalysis("");
    const heading = async (path: string | null) => {
      const { discussion } = untitled;
      const odd = { ...untitled, discussion: { ...discussion, source: { ...discussion.source, path } } };
      const report = await renderReport(odd, { assets, charts: [] });
      expect(report).not.toContain('<h3 dir="auto"><bdi></bdi>');
      return /<h1 dir="auto">(.*?)<\/h1>/u.exec(report)![1];
    };
    expect(await heading("pages/帳面.json")).toBe("帳面.json");
    expect(await heading(null)).toBe("無題");
  });
});
