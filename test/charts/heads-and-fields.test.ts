import { expect, test } from "vitest";
import { charts } from "../../src/charts/charts.ts";
import { opinionChart } from "../../src/charts/opinions.ts";
import { speakerChart } from "../../src/charts/speakers.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import { quotationTable } from "../../src/tables/quotations.ts";
import { analysisOf } from "../report/sample-analysis.ts";
import { sample } from "./sample.ts";

const said = (speaker: string | null, words: string) => ({ speaker, words, verb: "言う", outlet: null });
const thread = analysisOf({
  title: "停留所",
  text: "町長は「直します」と言った。",
  comments: [
    { author: "カラス", up: 1, score: 0, text: "妻は「寒い」と言う。あの子は「遅い」と言う。親も「高い」と言う。" },
    { author: "ほたる", up: 1, score: 0, text: "「残して」と言う。" },
  ],
  quotations: [
    said("町長", "直します"),
    said("妻", "寒い"),
    said("あの子", "遅い"),
    said("親", "高い"),
    said(null, "残して"),
  ],
});

test("speakers who are nobody in particular are counted, and not named", () => {
  const { rows, spec } = speakerChart(quotationTable(thread));
  expect(rows.map(({ speaker }) => speaker)).toEqual(["町長"]);
  expect(JSON.stringify(spec)).toContain("だれの言葉かわからない引用4か所は含まない");
});

test.each(
  charts.map((chart) => [chart.name, chart] as const),
)("what %s tells has a head of its own for each column", (_, chart) => {
  const { spec } = chart.build((name) => tableNamed(name).project(sample));
  const { layer = [] } = spec as {
    readonly layer?: readonly { readonly encoding?: { readonly tooltip?: unknown } }[];
  };
  for (const { encoding } of layer) {
    if (!Array.isArray(encoding?.tooltip)) continue;
    const fields = encoding.tooltip as readonly { readonly field: string; readonly title: string }[];
    // Further pieces of long words have blanks as heads.
    const heads = fields.filter(({ field }) => !/^words\d/u.test(field)).map(({ title }) => title);
    expect(heads.filter((head) => head.trim() === "")).toEqual([]);
    expect(new Set(heads).size).toBe(heads.length);
  }
});

test("a row of an opinion that is parted by sides says of which side it is", () => {
  const { rows } = opinionChart(tableNamed("opinions").project(sample) as never);
  expect(rows.length).toBeGreaterThan(0);
  for (const { side, count } of rows) {
    expect(side).toMatch(/^(?:すべて|賛成|反対|条件付き|態度保留|示さず)$/u);
    expect(Number(count)).toBeGreaterThan(0);
  }
});

test.each(
  charts.map((chart) => [chart.name, chart] as const),
)("what %s counts again is a field of its rows: a figure that is written moves with its bar", (_, chart) => {
  const { recount, rows } = chart.build((name) => tableNamed(name).project(sample));
  const missing = Object.keys(recount ?? {}).filter((field) => {
    const [kind, own] = field.includes(".") ? field.split(".") : [null, field];
    return !rows.some((row) => (kind === null || row.kind === kind) && own! in row);
  });
  expect(rows.length === 0 ? [] : missing).toEqual([]);
});
