import { describe, expect, it } from "vitest";
import { charts } from "../../src/charts/charts.ts";
import { withShortWords, withWholeWords } from "../../src/charts/whole-words.ts";
import { codeTable } from "../../src/measure/codes/code-table.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Table } from "../../src/tables/table.ts";
import { sample, sampleCodes } from "./sample.ts";

const tooltip = [
  { field: "up", title: "票" },
  { field: "words", title: "本文" },
];
const drawing = (...texts: (string | null)[]) => ({
  subtitle: "",
  height: 10,
  rows: texts.map((words, i) => ({ up: i, words, units: [`d/c${i}`] })),
  layer: [{ mark: "point", encoding: { tooltip } }, { mark: "rule" }],
});

describe("words in tooltips", () => {
  it.each([
    ["a short text", ["値上げは仕方ない。"], ["words"], ["値上げは仕方ない。"]],
    ["line breaks", ["値上げは\n仕方ない。"], ["words"], ["値上げは 仕方ない。"]],
    ["no text", [null], ["words"], [""]],
    ["a cell's fill", ["あ".repeat(104)], ["words"], ["あ".repeat(104)]],
    ["more than a cell", ["あ".repeat(105)], ["words", "words2"], ["あ".repeat(105)]],
    ["astral characters", ["🦉".repeat(110)], ["words", "words2"], ["🦉".repeat(110)]],
    [
      "a long and a short one",
      ["短い。", "あ".repeat(300)],
      ["words", "words2", "words3"],
      ["短い。", "あ".repeat(300)],
    ],
    [
      "too much",
      ["あ".repeat(700)],
      ["words", "words2", "words3", "words4", "words5", "words6"],
      [`${"あ".repeat(624)}…`],
    ],
  ])("%s stands whole", (_, texts, fields, shown) => {
    const { rows, layer } = withWholeWords(drawing(...texts));
    const named = (layer[0] as { encoding: { tooltip: { field: string; title: string }[] } }).encoding.tooltip;
    expect(named.map(({ field }) => field)).toEqual(["up", ...fields]);
    expect(new Set(named.map(({ title }) => title)).size).toBe(named.length);
    expect(rows.map((row) => fields.map((field) => row[field]).join(""))).toEqual(shown);
  });

  it("rows without words stay as they are", () => {
    const bare = { ...drawing(), rows: [{ up: 1, units: ["d/c1"] }] };
    expect(withWholeWords(bare)).toBe(bare);
  });

  it("are short again where the page has the texts", () => {
    const whole = withWholeWords(drawing("あ".repeat(400)));
    const value = {
      name: "x",
      title: "x",
      rows: whole.rows,
      spec: { data: { values: whole.rows }, layer: whole.layer },
    };
    const short = withShortWords(value);
    expect(short.rows).toEqual([{ up: 0, words: `${"あ".repeat(60)}…`, units: ["d/c0"] }]);
    expect(short.spec).toEqual({ data: { values: short.rows }, layer: drawing().layer });
  });
});

describe("every chart of the package", () => {
  const tables = (name: string) =>
    name === "codes"
      ? (codeTable(sample, { codes: sampleCodes }) as unknown as Table)
      : tableNamed(name).project([sample]);
  it.each(charts.map((chart) => [chart.name, chart] as const))("%s shows the words behind a mark", (name, chart) => {
    const { rows } = chart.build(tables);
    expect(rows.length).toBeGreaterThan(0);
    // Sources have no words of their own but their names.
    if (name === "citations") return;
    expect(rows.filter((row) => typeof row.words !== "string" || row.words === "")).toEqual([]);
  });
});
