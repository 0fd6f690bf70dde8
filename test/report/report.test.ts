import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { analyzeFile } from "../../src/analyze.ts";
import { charts } from "../../src/charts/charts.ts";
import { voteChart } from "../../src/charts/votes.ts";
import { packageRoot } from "../../src/model/data-folder.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { formatHash, NO_FILTERS, parseHash, SORTS, unitOfHash } from "../../src/report/browser/filters.ts";
import { foldText } from "../../src/report/browser/fold.ts";
import { escapeHtml, html, scriptJson } from "../../src/report/html.ts";
import { markedText } from "../../src/report/marked-text.ts";
import { renderReport } from "../../src/report/report.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { sample } from "../charts/sample.ts";
import { HOSTILE, hostileAnalysis } from "./hostile.ts";

/** Attributes that place and colour; none can load or run anything. */
const DRAWING = new Set(
  "class width height viewBox transform d fill stroke stroke-width stroke-miterlimit stroke-dasharray stroke-opacity fill-opacity opacity x x1 x2 y y1 y2 dy dx text-anchor font-size font-weight font-style display".split(
    " ",
  ),
);

const page = join(packageRoot(), "../shared/pages/kazakhstan-2022-09-15.txt");
if (!existsSync(page)) console.log("SKIPPED: the size of the real page's report, since ../shared/pages is not there.");

describe("renderReport", () => {
  let assets: ReportAssets;
  beforeAll(async () => {
    assets = await bundleReportAssets();
  });

  test("the same analysis gives the same bytes", async () => {
    expect(await renderReport(sample, { assets })).toBe(await renderReport(sample, { assets }));
  });

  test("a policy that allows nothing but one script and one style stands before them", async () => {
    const report = await renderReport(sample, { assets });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(report)![1]!.replaceAll("&#39;", "'");
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^ ']+'; style-src 'sha256-[^ ']+'; /u);
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(report.indexOf("Content-Security-Policy")).toBeLessThan(report.indexOf("<style>"));
  });

  test("no address is loaded: no src, no stylesheet, no import", async () => {
    const report = await renderReport(hostileAnalysis, { assets });
    const markup = report.replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/gu, "");
    expect(markup).not.toMatch(/<(?:link|img|iframe|object|embed|base|form)\b/iu);
    expect(markup).not.toMatch(/<[^>]+\s(?:src|on\w+|style)\s*=/iu);
    // Bars in tables are shapes alone, without words; all else that is drawn comes from the script or stands in noscript.
    const drawn = markup.replace(/<noscript>[\s\S]*?<\/noscript>/gu, "").match(/<svg\b[\s\S]*?<\/svg>/giu) ?? [];
    for (const picture of drawn)
      expect(picture).toMatch(
        /^<svg class="bar[^>]*>(?:<(?:rect|line|circle) [a-z0-9="% .-]+(?:\/>|><\/(?:rect|line|circle)>))*<\/svg>$/u,
      );
  });

  test("the still pictures are shapes and words alone, whatever the comments say", async () => {
    const report = await renderReport(hostileAnalysis, { assets, print: true });
    const pictures = [...report.matchAll(/<noscript>(<svg[\s\S]*?)<\/noscript>/gu)].map(([, picture]) => picture!);
    // Without a proposition and rules nobody asked for sides and codes; and nobody argues from anything.
    expect(pictures).toHaveLength(charts.length - 3);
    for (const picture of pictures) {
      const tags = [...picture.matchAll(/<\/?([^\s>/]+)([^>]*)>/gu)];
      expect(picture.replace(/<\/?[^\s>/]+[^>]*>/gu, "")).not.toMatch(/[<>]/u);
      for (const [, name, attributes] of tags) {
        expect(["svg", "g", "path", "line", "rect", "text", "tspan"]).toContain(name);
        const names = [...attributes!.matchAll(/\s([a-zA-Z:-]+)="/gu)].map(([, attribute]) => attribute);
        expect(names.filter((attribute) => !DRAWING.has(attribute!))).toEqual([]);
      }
    }
  });

  test("speaks English when asked", async () => {
    const report = await renderReport(sample, { assets, lang: "en" });
    expect(report).toContain('<html lang="en">');
    expect(report).toContain("15 comments");
    expect(report).toContain("Comments with votes");
  });

  test.each([
    [
      "an unknown option",
      { colour: 1 },
      /report has no option "colour"; it takes: lang, title, charts, check, codes, codeUnit, opinions, tuned, targets, date, command, commentsFile, print, assets/u,
    ],
    ["an unknown chart", { charts: ["pie"] }, /there is no chart "pie"; known charts: opinions, /u],
  ])("%s is an error that lists the known ones", async (_, options, message) => {
    await expect(renderReport(sample, { assets, ...options } as object)).rejects.toThrow(message);
  });

  const [row] = voteChart(commentTable(sample)).rows;
  const mine = { name: "mine", title: "わたしの図", spec: { mark: "point" }, rows: [row] };
  test.each([
    ["a number", 42, /a report draws charts; it got 42; give a name/u],
    ["nothing", null, /a report draws charts; it got null/u],
    ["a spec alone", { mark: "bar" }, /a report draws charts; it got \{"mark":"bar"\}/u],
    ["rows without units", { ...mine, rows: [row, { up: 1 }] }, /row 1 of chart "mine" has no list of units/u],
    ["one unit without a list", { ...mine, rows: [{ units: "c1" }] }, /row 0 of chart "mine" has no list of units/u],
    [
      "units of another page",
      { ...mine, rows: [{ units: ["x/c1"] }] },
      /row 0 of chart "mine" names a unit .+: "x\/c1"/u,
    ],
    ["a declared one of no units", { build: () => ({ ...mine, rows: [{}] }) }, /row 0 of chart "mine" has no list/u],
  ])("%s in place of a chart is told as such", async (_, chart, message) => {
    await expect(renderReport(sample, { assets, charts: [chart] } as object)).rejects.toThrow(message);
  });

  test("no analysis is an error", async () => {
    await expect(renderReport([], { assets })).rejects.toThrow(/at least one analysis/u);
  });

  test.skipIf(!existsSync(page))("the real page's report is at most 2.5 MB", async () => {
    const report = await renderReport(await analyzeFile(page), { assets });
    expect(Buffer.byteLength(report)).toBeLessThan(2_500_000);
  });
});

describe("html", () => {
  const anything = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE));

  test("escaped text has no mark-up and reads back as itself", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/u);
        expect(unescaped(escaped)).toBe(text.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd"));
      }),
    );
  });

  test("JSON in a script element cannot end it, and reads back as itself", () => {
    fc.assert(
      fc.property(fc.jsonValue(), anything, (value, text) => {
        const written = scriptJson([value, text]).toString();
        expect(written).not.toMatch(/[<>\u2028\u2029]/u);
        expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify([value, text]));
      }),
    );
  });

  test("marks never change the text under them", () => {
    const range = fc.tuple(fc.nat(30), fc.nat(30), fc.constantFrom("en", "qu", "se neg"));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), fc.array(range, { maxLength: 8 }), (text, ranges) => {
        const marks = ranges.map(([start, end, className]) => ({ start, end, className, title: "<" }));
        const shown = markedText(text, marks).toString();
        expect(unescaped(shown.replace(/<[^>]*>/gu, ""))).toBe(text.replaceAll("\0", "\ufffd"));
      }),
    );
  });

  test("a piece under several marks wears them all", () => {
    const shown = markedText("山本さん", [
      { start: 0, end: 4, className: "en" },
      { start: 2, end: 4, className: "qu" },
    ]);
    expect(shown.toString()).toBe('<span class="en">山本</span><span class="en qu">さん</span>');
  });

  test("nested templates are escaped once", () => {
    expect(String(html`<p>${html`<b>${"<"}</b>`}${["&", null, 1]}</p>`)).toBe("<p><b>&lt;</b>&amp;1</p>");
  });
});

describe("filters in the address", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  const filters = fc.record({
    marks: fc.array(fc.record({ chart: fc.constantFrom("votes", "sentiment-votes"), row: fc.nat(99_999) })),
    people: fc.array(text),
    tones: fc.array(fc.constantFrom("negative", "mixed")),
    votes: fc.option(fc.nat(999)),
    authors: fc.array(text),
    discussions: fc.array(fc.nat(99)),
    named: fc.option(fc.record({ label: fc.string({ unit: "grapheme" }), units: fc.array(fc.nat(9999)) })),
    starred: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    text: fc.string({ unit: "grapheme" }),
  });

  test("what is written is read back", () => {
    fc.assert(
      fc.property(filters, (filters) => {
        expect(parseHash(formatHash(filters))).toEqual(filters);
      }),
    );
  });

  test.each([
    ["#c12", "d0-c12"],
    ["#d3-c1", "d3-c1"],
    ["#d0-article", "d0-article"],
    ["#c12=1", null],
    ["#chart-votes", null],
    ["", null],
  ])("the address %s names the unit %s", (hash, unit) => {
    expect(unitOfHash(hash)).toBe(unit);
  });

  test("no filter leaves no hash, and any hash is read without an error", () => {
    expect(formatHash(NO_FILTERS)).toBe("");
    fc.assert(fc.property(fc.string(), (hash) => void parseHash(hash)));
  });

  test.each([
    ["ＡＢＣ", "abc"],
    ["ｶﾞﾝﾊﾞﾚ 日本", "ガンバレ日本"],
  ])("searching folds %s to %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };
  return text.replace(/&(?:#(\d+)|(\w+));/gu, (_, code, name) =>
    code ? String.fromCharCode(Number(code)) : named[name]!,
  );
}
