import { describe, expect, test } from "vitest";
import { estimatedShare } from "../../src/measure/estimated-share.ts";
import { logLikelihood } from "../../src/measure/log-likelihood.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { csvText } from "../../src/report/browser/csv.ts";
import { markLabel } from "../../src/report/browser/labels.ts";
import { inOrder } from "../../src/report/browser/order.ts";
import { selectedRows } from "../../src/report/browser/recount-rows.ts";
import type { Columns } from "../../src/report/columns.ts";
import { packShares } from "../../src/report/packed-numbers.ts";
import type { PayloadRow } from "../../src/report/payload.ts";

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

/** A row as it is unpacked; `times` as a list of units with other than one place. */
function row(
  units: readonly number[],
  { times = [], ...more }: Partial<Omit<PayloadRow, "times">> & { times?: readonly (readonly [number, number])[] } = {},
): PayloadRow {
  const often = new Map(times);
  const nothing = { spans: [], of: null, counted: null, side: null, estimate: null };
  return { ...nothing, ...more, units, times: (unit) => often.get(unit) ?? 1 };
}

const minutes = (at: string) => Date.parse(`${at}Z`) / 60_000;

/** G² and log ratio of a word, of as many words in each text. */
function keynessOf(count: number, size: number, otherCount: number, otherSize: number) {
  return {
    logRatio: Math.log2((count + 0.5) / (size + 0.5)) - Math.log2((otherCount + 0.5) / (otherSize + 0.5)),
    g2: logLikelihood(count, size - count, otherCount, otherSize - otherCount),
  };
}

describe("selectedRows", () => {
  const rows = [row([0, 1, 3], { times: [[1, 2]] }), row([2])];
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
    // What a row lacks is not told of it.
    const blank = Object.fromEntries(Object.keys(recount).map((field) => [field, 9]));
    const whole = values.map((value) => ({ ...blank, ...value }));
    const { how, values: counted } = selectedRows(whole, { rows, recount }, Uint8Array.of(0, 1, 1, 1), columns);
    expect(how).toBe("recounted");
    const [first, second] = counted;
    const { low, high } = wilsonInterval(2, 3);
    expect(first).toMatchObject({ label: "中国", comments: 2, people: 1, spans: 3, up: 10, share: 0.6667, old: null });
    expect(first!.low).toBeCloseTo(low, 4);
    expect(first!.interval).toBe(`${(100 * low).toFixed(1)}%–${(100 * high).toFixed(1)}%`);
    expect([first!.base, first!.top, second!.base, second!.top]).toEqual([0, 2, 2, 3]);
  });

  test("shares are of the comments of a stretch of time or of a page, where a row names one", () => {
    const dated = {
      ...columns,
      discussion: [0, 0, 0, 1],
      posted: [null, minutes("2024-05-01T10:30"), minutes("2024-05-01T11:00"), minutes("2024-05-02T00:10")],
    };
    const of = ["at 2024-05-01T10", "at 2024-05-01", "at 2024-05-02", "at 2024-05-03", "in 0", "in 1"];
    const shares = (passing: Uint8Array) =>
      selectedRows(
        of.map((label) => ({ label, share: 0, told: "" })),
        { rows: of.map((of) => row([1], { of })), recount: { share: "share", told: "told {of}件中{n}件" } },
        passing,
        dated,
      ).values.map(({ label, share, told }) => [label, share, told]);
    expect(shares(Uint8Array.of(1, 1, 1, 1))).toEqual([
      ["at 2024-05-01T10", 1, "1件中1件"],
      ["at 2024-05-01", 0.5, "2件中1件"],
      // Comments were written on that day, none of them of this row.
      ["at 2024-05-02", 1, "1件中1件"],
      ["in 0", 0.5, "2件中1件"],
      ["in 1", 1, "1件中1件"],
    ]);
  });

  test("the figures of some comments are those that the library makes of them", () => {
    const sides = [
      {
        proposition: "値上げ",
        names: ["for", "against"],
        of: [-1, 0, 1, -1],
        probabilities: { for: packShares([0, 0.9, 0.2, 0.4]), against: packShares([0, 0.1, 0.7, 0.3]) },
      },
    ];
    const rates = [0.6, 0.1, 0.05, 0.2] as const;
    const estimate = { proposition: "値上げ", side: "for", rates };
    const { values } = selectedRows(
      [{ share: 0, low: 0, high: 0, shown: "", comments: 0 }],
      {
        rows: [row([1], { counted: [1, 2, 3], estimate })],
        recount: {
          share: "estimate",
          low: "estimate low",
          high: "estimate high",
          shown: "estimate interval {low}〜{high}",
          comments: "count behind",
        },
      },
      Uint8Array.of(1, 1, 1, 0),
      { ...columns, sides },
    );
    const [taken, other, between, within] = rates;
    const told = estimatedShare(0.55, 2, { taken, other, between, within });
    expect(values[0]!.share).toBeCloseTo(told.estimate, 2);
    expect(values[0]!.low).toBeCloseTo(told.estimateLow, 2);
    expect(values[0]!.high).toBeCloseTo(told.estimateHigh, 2);
    expect(values[0]!.shown).toBe(`${Math.round(100 * told.estimateLow)}%〜${Math.round(100 * told.estimateHigh)}%`);
    expect(values[0]!.comments).toBe(1);
  });

  test("words are compared over the chosen comments and the article that they stand under", () => {
    const compared = { first: new Set([1, 2, 3]), second: new Set([0]), words: [200, 10, 20, 30] };
    const { values } = selectedRows(
      [{ logRatio: 9, count: 9, otherCount: 9, perThousand: 9, shown: "", side: "", sure: 1 }],
      {
        rows: [row([0, 1, 2], { times: [[1, 3]] })],
        recount: {
          logRatio: "keyness logRatio",
          count: "keyness count",
          otherCount: "keyness otherCount",
          perThousand: "keyness perThousand",
          shown: "keyness told {own}回",
          side: "keyness side コメント|記事",
          sure: "keyness sure",
        },
        compared,
      },
      Uint8Array.of(0, 1, 0, 1),
      columns,
    );
    const again = keynessOf(3, 40, 1, 200);
    expect(values).toEqual([
      {
        logRatio: Math.round(100 * again.logRatio) / 100,
        count: 3,
        otherCount: 1,
        perThousand: 75,
        shown: "3回",
        side: "コメント",
        sure: again.g2 > 3.841 ? 1 : 0,
      },
    ]);
  });

  test("a side's part of an opinion counts those who take it; a kind's field is told for it alone", () => {
    const sides = [{ proposition: "値上げ", names: ["for", "against"], of: [-1, 0, 1, 0], probabilities: {} }];
    const all = [1, 2, 3];
    const { values } = selectedRows(
      [
        { kind: "whole", label: "高い", to: 0, comments: 0 },
        { kind: "part", label: "高い", from: 0, to: 0, comments: 9 },
        { kind: "part", label: "高い", from: 0, to: 0, comments: 9 },
      ],
      {
        rows: [row(all), row(all, { side: "for" }), row(all, { side: "against" })],
        recount: {
          to: "share",
          comments: "count",
          "part.comments": "none",
          "part.from": "share from label",
          "part.to": "share to label",
        },
      },
      Uint8Array.of(0, 1, 1, 0),
      { ...columns, sides },
    );
    expect(values).toEqual([
      { kind: "whole", label: "高い", to: 1, comments: 2 },
      { kind: "part", label: "高い", from: 0, to: 0.5, comments: null },
      { kind: "part", label: "高い", from: 0.5, to: 1, comments: null },
    ]);
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
    const single = [row([1]), row([2])];
    const kept = selectedRows(values, { rows: single, recount: null }, Uint8Array.of(0, 0, 1, 0), columns);
    expect([kept.how, kept.values.map(({ label }) => label)]).toEqual(["kept", ["台湾"]]);
    expect(selectedRows(values, { rows, recount: null }, Uint8Array.of(0, 0, 1, 0), columns)).toEqual({
      how: "whole",
      values,
    });
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
