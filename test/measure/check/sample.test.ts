import * as xlsx from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { changedTexts } from "../../../src/measure/check/changed-texts.ts";
import { coderAgreement } from "../../../src/measure/check/coder-agreement.ts";
import { humanLabels } from "../../../src/measure/check/human-labels.ts";
import { joinSamples } from "../../../src/measure/check/join-samples.ts";
import { isSample, readSample } from "../../../src/measure/check/read-sample.ts";
import { type SampleOptions, sampleTable } from "../../../src/measure/check/sample-table.ts";
import { allocate, strataOf } from "../../../src/measure/check/strata.ts";
import { toCsv, toTsv } from "../../../src/tables/export/delimited.ts";
import { commentsOf } from "../comments.ts";
import { corpusOf, labelled } from "./labeller.ts";

const { comments, truth } = corpusOf(500, 1);
const unitsOf = (table: { column(name: string): readonly unknown[] }) => table.column("unit");

describe("a sample", () => {
  test("is a sheet of one row a text, with what is asked and where it was drawn from, and without the machine's answer", () => {
    const sheet = sampleTable(comments, { n: 50 });
    expect(sheet.columns.map(({ name }) => name)).toEqual(
      "discussion unit text label labels of stratum stratumSize weight".split(" "),
    );
    expect(sheet.length).toBe(50);
    expect(new Set(unitsOf(sheet)).size).toBe(50);
    expect(sheet.row(0)).toMatchObject({
      label: null,
      labels: "positive 明るい / neutral 中立 / mixed 混在 / negative 暗い",
      of: "tone",
    });
    expect(
      sampleTable(comments, { coders: 2 })
        .columns.slice(3, 5)
        .map(({ name }) => name),
    ).toEqual(["label1", "label2"]);
  });

  test("takes of each stratum in proportion, and its weights add up to the whole", () => {
    const sheet = sampleTable(comments, { n: 90 });
    const sizes = new Map(sheet.column("stratum").map((name, i) => [name, sheet.column("stratumSize")[i]]));
    expect(Object.fromEntries(sizes)).toEqual({ d1: 167, d2: 333 });
    expect(sheet.filter(({ stratum }) => stratum === "d1").length).toBe(30);
    expect(sheet.column("weight").reduce<number>((sum, weight) => sum + Number(weight), 0)).toBeCloseTo(500, 1);
  });

  test("is the same for the same seed whatever the order of the rows, and a larger one goes on where it ended", () => {
    const units = unitsOf(sampleTable(comments, { n: 40 }));
    expect(unitsOf(sampleTable(comments.sortBy("sentimentLabel"), { n: 40 }))).toEqual(units);
    expect(unitsOf(sampleTable(comments, { n: 40, seed: 2 }))).not.toEqual(units);
    expect(unitsOf(sampleTable(comments, { n: 80 }))).toEqual(expect.arrayContaining([...units]));
  });

  test("by the machine's own answer does not tell it, unless it is shown", () => {
    const hidden = sampleTable(comments, { by: "sentimentLabel" });
    expect(new Set(hidden.column("stratum"))).toEqual(new Set(["stratum 1", "stratum 2", "stratum 3", "stratum 4"]));
    const shown = sampleTable(comments, { by: "sentimentLabel", showMachine: true });
    expect(shown.column("machine")).toEqual(shown.column("stratum"));
    expect(String(shown.column("machineAll")[0])).toMatch(/^positive \d+; neutral \d+; mixed \d+; negative \d+$/);
  });

  test("leaves out what has no words or no answer, and takes all where there are fewer", () => {
    const rows = [
      { sentimentLabel: "neutral" },
      { sentimentLabel: null },
      { sentimentLabel: "mixed", text: " " },
      { sentimentLabel: "mixed" },
    ];
    expect([...unitsOf(sampleTable(commentsOf(rows)))].sort()).toEqual(["c1", "c4"]);
  });

  test.each([
    [
      "a layer that there is not yet",
      { of: "stance" },
      /cannot check yet "stance"; what can be checked: tone, side, opinion, codes/,
    ],
    ["a column that there is not", { by: "ward" }, /has no column "ward"; the table has: discussion/],
    ["a size that is none", { n: 0 }, /whole number for n, not 0/],
    ["an option that there is not", { size: 3 }, /has no option "size"/],
  ])("is refused for %s", (_, options, message) => {
    expect(() => sampleTable(comments, options as SampleOptions)).toThrow(message);
  });

  test("is refused where there is nothing to label", () => {
    expect(() => sampleTable(commentsOf([]))).toThrow(/nothing to label.* 0; name pages/);
  });
});

describe("strata", () => {
  test("of many numbers are their quarters; small ones are one together", () => {
    expect(
      new Set(
        strataOf(
          Array.from({ length: 100 }, (_, i) => i),
          20,
        ),
      ),
    ).toEqual(new Set(["up to 24.75", "up to 49.5", "up to 74.25", "up to 99"]));
    expect(strataOf(["a", "a", "a", "a", "b", null, true], 4)).toEqual([
      "a",
      "a",
      "a",
      "a",
      "(others)",
      "(others)",
      "(others)",
    ]);
  });

  test.each([
    [[100, 50, 50], 20, [10, 5, 5]],
    [[100, 1, 3], 10, [7, 1, 2]],
    [[3, 3], 100, [3, 3]],
  ])("of sizes %j share %s rows out as %j", (sizes, n, expected) => {
    expect(allocate(sizes, n)).toEqual(expected);
  });
});

describe("a sheet that comes back", () => {
  const sheet = labelled(sampleTable(comments, { n: 40 }), truth);
  const again = (content: string | Uint8Array) => readSample(content, "sample.csv");

  test.each([
    ["as it was written", toCsv(sheet, { bom: true })],
    ["with tabs", toTsv(sheet)],
    ["in UTF-16 with tabs, as Excel's Unicode text", Buffer.from(`\uFEFF${toTsv(sheet)}`, "utf16le")],
    ["with semicolons", toCsv(sheet).replaceAll(",", ";")],
    ["with blank rows behind it", `${toCsv(sheet)},,,,,,,,\r\n`],
  ])("is read %s", (_, content) => {
    expect(again(content).toRows()).toEqual(sheet.toRows());
  });

  test("is read as a workbook, with what stands in cells of any kind", () => {
    const cells = [sheet.columns.map(({ name }) => name), ...sheet.toRows().map((row) => Object.values(row))];
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells), "sample");
    expect(again(xlsx.write(book, { type: "buffer", bookType: "xlsx" })).toRows()).toEqual(sheet.toRows());
  });

  test("keeps formulas harmless and gives the words back", () => {
    const words = ["=1+1", "'-引用", '＋１、\r\n"はい"'];
    const small = sampleTable(commentsOf(words.map((text) => ({ text, sentimentLabel: "neutral" }))));
    const csv = toCsv(small, { bom: true });
    expect(csv).not.toMatch(/(^|,)"?[=+\-@]/m);
    expect([...again(csv).column("text")].sort()).toEqual([...words].sort());
  });

  test("may hold labels in Japanese, in any width and case, and own columns", () => {
    const csv =
      "discussion,unit,memo,label\r\nd,c1,迷った,明るい\r\nd,c2,, Ｎｅｇａｔｉｖｅ\r\nd,c3,,\r\nd,c4,,positive 明るい\r\n";
    const read = again(csv);
    expect(read.column("memo")).toEqual(["迷った", null, null, null]);
    expect(humanLabels(read).coders.get("label")).toEqual(["positive", "negative", null, "positive"]);
  });

  test("is known by its id though Excel made a number of it", () => {
    const digits = comments.derive({ discussion: () => "045812345678" });
    const drawn = labelled(sampleTable(digits, { n: 40 }), truth);
    const broken = again(toCsv(drawn).replaceAll("045812345678", "4.58E+10"));
    expect(coderAgreement(broken, digits).column("n")).toEqual([40]);
  });

  test.each([
    [
      "what is no sheet",
      "名前,本文\r\nあ,い\r\n",
      /sample.csv is no sheet of a sample; its first row is "名前,本文"; it needs columns/,
    ],
    ["an empty sheet", toCsv(sheet.slice(0, 0)), /holds no row below its header/],
    ["a row without its unit", "discussion,unit,label\r\nd,,mixed\r\n", /row 2 of sample.csv has no "unit"/],
    [
      "a cell too many",
      "discussion,unit,label\r\nd,c1,mixed,あ\r\n",
      /row 2 of sample.csv has a cell more than the header: "あ"/,
    ],
    [
      "a size that is none",
      "discussion,unit,label,stratumSize\r\nd,c1,mixed,多い\r\n",
      /needs a number in stratumSize, not "多い"/,
    ],
    [
      "two columns of one name",
      "discussion,unit,label,label\r\nd,c1,mixed,mixed\r\n",
      /two columns of the name "label"/,
    ],
  ])("is refused: %s", (_, content, message) => {
    expect(() => again(content)).toThrow(message);
  });

  test("is told from a page", () => {
    expect(isSample(toCsv(sheet))).toBe(true);
    expect(isSample("名前,本文\r\nあ,い\r\n")).toBe(false);
    expect(isSample("<html>")).toBe(false);
    expect(isSample("")).toBe(false);
  });
});

describe("a text of a sheet", () => {
  const text = "@たけし その橋は先に直すべきだと思います。\n子どもが毎日渡っています。";
  const page = commentsOf(
    [text, "賛成", "夜は暗くて怖い"].map((words) => ({ text: words, sentimentLabel: "neutral" })),
  );
  const sheet = sampleTable(page, { n: 3 });
  const said = (words: string) =>
    sheet.derive({ text: ({ text: old }) => (String(old).startsWith("@") ? words : old) }) as unknown as typeof sheet;

  test.each([
    ["as it was", text],
    ["with other ends of lines", text.replace("\n", "\r\n")],
    ["on one line, as a spreadsheet leaves it", text.replace("\n", " ")],
    ["in wide letters", text.replace("@", "＠")],
    ["with a name replaced", text.replace("たけし", "P12")],
    ["cut a little", text.slice(0, 24)],
  ])("is that of the page %s", (_, words) => {
    expect(changedTexts(said(words), page)).toEqual([]);
  });

  test.each([
    ["another comment's", "夜は暗くて怖い"],
    ["of one word", "賛成"],
    ["of one letter", "ん"],
    ["rewritten", "橋より学校の耐震が先でしょう。順番が違う。"],
  ])("is not that of the page where it is %s", (_, words) => {
    expect(changedTexts(said(words), page)).toEqual([expect.objectContaining({ sheet: words, page: text })]);
  });

  test("may be left out of the sheet", () => {
    expect(changedTexts(sheet.select(["discussion", "unit", "label"]) as unknown as typeof sheet, page)).toEqual([]);
  });
});

describe("the sheets of two coders", () => {
  const first = labelled(sampleTable(comments, { n: 40 }), truth);
  const second = first.derive({ label: ({ label }, i) => (i < 8 ? null : i < 12 ? "mixed" : label) });

  test("become one, whatever the order of their rows", () => {
    const joined = joinSamples([first, second.sortBy("unit")]);
    expect(joined.column("label1")).toEqual(first.column("label"));
    expect(joined.column("label2")).toEqual(second.column("label"));
    expect(joined.column("text")).toEqual(first.column("text"));
  });

  test("agree as far as α and κ say, the machine with each of them", () => {
    const found = coderAgreement(joinSamples([first, second]), comments).toRows();
    expect(found.map(({ measure, scale, coders, n }) => [measure, scale, coders, n])).toEqual([
      ["alpha", "nominal", "label1, label2", 32],
      ["alpha", "ordinal", "label1, label2", 32],
      ["kappa", "nominal", "label1, label2", 32],
      ["kappa", "nominal", "label1, machine", 40],
      ["kappa", "nominal", "label2, machine", 32],
    ]);
    expect(found[0]!.value).toBeGreaterThan(0.7);
  });

  test("are refused where they are not of the same units, or have one twice", () => {
    expect(() => joinSamples([first, second.slice(2)])).toThrow(
      /not of the same units: 2 only in the first, 0 only in sheet 2, as "d\d\/c\d+"; give sheets/,
    );
    expect(() => joinSamples([first.slice(1), second])).toThrow(/0 only in the first, 1 only in sheet 2/);
    expect(() => joinSamples([first, second.concat(second.slice(0, 1))])).toThrow(/sheet 2 has a unit twice/);
  });
});
