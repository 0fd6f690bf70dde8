import { describe, expect, test } from "vitest";
import { wilsonInterval } from "../../src/measure/approval.ts";
import { csvText } from "../../src/report/browser/csv.ts";
import { markLabel } from "../../src/report/browser/labels.ts";
import { inOrder } from "../../src/report/browser/order.ts";
import { selectedRows, wilson } from "../../src/report/browser/recount-rows.ts";
import type { Columns } from "../../src/report/columns.ts";

const none = [-1, -1, -1, -1];
/** An article and three comments. */
const columns: Columns = {
  discussion: [0, 0, 0, 0],
  place: [0, 1, 2, 3],
  author: { names: ["折口", "ミリ猫"], of: [-1, 0, 1, 0] },
  up: [null, 10, 2, null],
  down: [null, null, null, null],
  replies: [0, 0, 3, 1],
  depth: [0, 0, 0, 1],
  posted: [null, 200, 100, null],
  tone: { names: [], of: none },
  sides: [],
  people: { names: [], of: [[], [], [], []] },
  length: [900, 5, 50, 20],
  contested: [0, 0, 8, 1],
  typical: [null, 40, 10, null],
};

describe("selectedRows", () => {
  const rows = [
    { units: [0, 1, 3], spans: [0, 0, 2, 1, 0, 2, 1, 4, 6, 3, 0, 2] },
    { units: [2], spans: [2, 5, 7] },
  ];
  const values = [
    { label: "中国", at: "15日", share: 0.9, row: 0 },
    { label: "台湾", at: "15日", share: 0.1, row: 1 },
  ];

  test("counts rows again over the chosen comments, without the article", () => {
    const recount = {
      comments: "count",
      people: "people",
      spans: "spans",
      up: "sum up",
      share: "share",
      low: "wilson low",
      interval: "interval",
      base: "count from at",
      top: "count to at",
      old: "none",
    } as const;
    const { how, values: counted } = selectedRows(values, { rows, recount }, Uint8Array.of(0, 1, 1, 1), columns);
    expect(how).toBe("recounted");
    const [first, second] = counted;
    const { low, high } = wilsonInterval(2, 3);
    expect(first).toMatchObject({ label: "中国", comments: 2, people: 1, spans: 3, up: 10, share: 0.6667, old: null });
    expect(first!.low).toBeCloseTo(low, 4);
    expect(first!.interval).toBe(`${(100 * low).toFixed(1)}%–${(100 * high).toFixed(1)}%`);
    expect([first!.base, first!.top, second!.base, second!.top]).toEqual([0, 2, 2, 3]);
  });

  test("leaves out rows without a chosen comment", () => {
    const recount = { share: "share" } as const;
    const selected = selectedRows(values, { rows, recount }, Uint8Array.of(1, 0, 1, 0), columns);
    expect(selected.values.map(({ label, share }) => [label, share])).toEqual([
      ["中国", 0],
      ["台湾", 1],
    ]);
    expect(selectedRows(values, { rows, recount }, Uint8Array.of(0, 0, 1, 0), columns).values).toHaveLength(1);
  });

  test("keeps the rows of single comments that were chosen; others stay whole", () => {
    const single = [
      { units: [1], spans: [] },
      { units: [2], spans: [] },
    ];
    const kept = selectedRows(values, { rows: single, recount: null }, Uint8Array.of(0, 0, 1, 0), columns);
    expect([kept.how, kept.values.map(({ label }) => label)]).toEqual(["kept", ["台湾"]]);
    expect(selectedRows(values, { rows, recount: null }, Uint8Array.of(0, 0, 1, 0), columns)).toEqual({
      how: "whole",
      values,
    });
  });

  test.each([
    [0, 10],
    [3, 7],
    [40, 40],
    [0, 0],
  ])("the interval of %i of %i is the library's", (successes, trials) => {
    const { low, high } = wilsonInterval(successes, trials);
    expect(wilson(successes, trials)).toEqual([low, high]);
  });
});

describe("inOrder", () => {
  test.each([
    ["page", false, [0, 1, 2, 3]],
    ["page", true, [1, 2, 3, 0]],
    ["votes", false, [1, 2, 3, 0]],
    ["replies", true, [2, 3, 1, 0]],
    ["contested", true, [2, 3, 1, 0]],
    ["typical", true, [1, 2, 3, 0]],
    ["unlike", true, [2, 1, 3, 0]],
    ["length", true, [2, 3, 1, 0]],
    ["time", true, [2, 1, 3, 0]],
  ] as const)("%s (filtered: %s) reads %j", (sort, filtered, wanted) => {
    expect(inOrder([0, 1, 2, 3], columns, { sort, filtered })).toEqual(wanted);
  });
});

describe("markLabel", () => {
  const chart = {
    columns: [
      { field: "at", title: "日" },
      { field: "kind", title: "種類" },
      { field: "count", title: "件" },
    ],
  };
  test.each([
    [
      "both halves of a day",
      [
        { at: "2022-09-15", kind: "返信", count: 3 },
        { at: "2022-09-15", kind: "新しい", count: 3 },
      ],
      "2022-09-15 返信",
    ],
    [
      "a day of its own",
      [
        { at: "2022-09-15", kind: "返信", count: 3 },
        { at: "2022-09-16", kind: "返信", count: 3 },
      ],
      "2022-09-15",
    ],
    ["a label of the chart's own", [{ label: "1. 折口「中国は」", at: "x" }], "1. 折口「中国は」"],
    ["a bare number", [{ count: 0.0357 }], "件 0.0357"],
    ["a number with words behind it", [{ count: 0.0357, words: "中国は  動かない" }], "「中国は 動かない」"],
  ])("%s", (_, rows, label) => {
    expect(markLabel(chart, rows, 0)).toBe(label);
  });
});

test("a table for a spreadsheet holds no formula, and quotes what must be quoted", () => {
  const text = csvText([
    ["語", "件"],
    ["=HYPERLINK(1)", -3],
    ['「"」', null],
    ["一\n二", 1.5],
  ]);
  expect(text).toBe('\ufeff語,件\r\n\'=HYPERLINK(1),-3\r\n"「""」",\r\n"一\n二",1.5\r\n');
});
