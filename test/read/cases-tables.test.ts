import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReadOptions } from "../../src/read/format.ts";
import { readAll } from "../../src/read/read.ts";

const FOLDER = "../shared/cases/pages";
const present = existsSync(FOLDER);
const read = (name: string, options: ReadOptions = {}) => [
  ...readAll(readFileSync(`${FOLDER}/${name}`), { path: name, ...options }),
];
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);

describe.skipIf(!present)(`tables that people really have (skipped where ${FOLDER} is absent)`, () => {
  it("Google Forms: the times of the answers", () => {
    const [page] = read("csv-google-forms.csv");
    expect(page!.comments.map(({ posted }) => posted?.value)).toEqual([
      "2025-04-01T09:05:31+09:00",
      "2025-04-01T22:51:02+09:00",
    ]);
    expect(page!.comments.map(({ attributes }) => attributes)).toEqual([{ 年代: "30代" }, { 年代: "50代" }]);
  });

  it("a comma in a quoted cell of the header", () => {
    expect(() => read("csv-header-comma.csv")).toThrow(/no column is known to hold the comments.*利用する施設/su);
    const [page] = read("csv-header-comma.csv", { columns: { text: "ご意見をお聞かせください" } });
    expect(page!.source.format).toBe("csv");
    expect(page!.comments.map(({ text }) => text)).toEqual(["夜も開けて"]);
    expect(page!.comments[0]!.attributes).toEqual({ "利用する施設（図書館,公民館など）": "図書館" });
  });

  it("HTML in cells", () => {
    const [page] = read("csv-html-cells.csv");
    expect(page!.comments.map(({ text }) => text)).toEqual(["夜も開けてほしい\n仕事帰りに寄れる & 静か", "4:25 賛成"]);
    expect(page!.comments[1]!.links).toEqual([{ start: 0, end: 4, url: "https://example.jp/?a=1&t=4m25s" }]);
    expect(codes(page!.article.notes)).toContain("html-cells");
  });

  it("the column published_at", () => {
    const [page] = read("csv-published-at.tsv");
    expect(page!.comments.map(({ posted }) => posted?.value)).toEqual(["2025-04-01T00:05:31Z"]);
  });

  it("a scraper of Yahoo! comments: votes, and replies by rank", () => {
    const [page] = read("b-yahoo-scraper.csv");
    expect(page!.comments.map(({ reactions }) => reactions)).toEqual([
      { up: 6321, なるほど: 181, うーん: 328 },
      { up: 313, なるほど: 6, うーん: 21 },
    ]);
    expect(page!.comments.map(({ replyTo }) => replyTo)).toEqual([null, "c1"]);
  });

  it("a name of a column with a comma", () => {
    const [page] = read("map-comma.csv", { columns: { text: "ご意見（例: 開館,駐車場）" } });
    expect(page!.comments.map(({ text }) => text)).toEqual(["夜も開けて"]);
  });

  it("SurveyMonkey: a second row of the header is no answer", () => {
    const found = read("survey-two-headers.csv");
    expect(found).toHaveLength(1);
    expect(found[0]!.comments.map(({ text }) => text)).toEqual(["夜も開けてほしい"]);
  });

  it("広聴AI: rows of one comment are one comment, its arguments attributes", () => {
    const [page] = read("kouchou-final-result.csv");
    expect(page!.source.format).toBe("kouchou-ai");
    expect(page!.comments.map(({ text }) => text)).toEqual(["夜も開けてほしいし、駐車場も広げて", "今のままでよい"]);
    expect(page!.comments[0]!.attributes.argument).toBe("夜も開けてほしい\n駐車場を広げてほしい");
    expect(page!.comments.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it("Polis: what moderators rejected is left out, with a note", () => {
    const [page] = read("polis-moderated.csv");
    expect(page!.comments.map(({ text }) => text)).toEqual(["夜も開けてほしい", "今のままでよい"]);
    expect(codes(page!.article.notes)).toContain("unapproved-comments");
  });
});
