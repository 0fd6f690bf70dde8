import { describe, expect, test } from "vitest";
import { rankedLines, withLines } from "../../src/report/browser/ranked-lines.ts";

type Row = Readonly<Record<string, unknown>>;
const LINES = { field: "label", by: "n", top: 2 };

describe("rankedLines", () => {
  const rows: Row[] = [
    { label: "1. 県", n: 2, row: 0 },
    { label: "2. 市", n: 5, row: 1 },
    { label: "3. 町", n: 9, row: 2 },
    { label: "3. 町", n: 1, row: 3 },
  ];
  const other = { label: "その他", n: 99, kind: "none", row: 4 };

  test.each<[string, readonly Row[], Parameters<typeof rankedLines>[1], unknown[]]>([
    ["the first lines, with all their rows", rows, LINES, ["3. 町", "3. 町", "2. 市"]],
    ["named by their places anew", rows, { ...LINES, numbered: true }, ["1. 町", "1. 町", "2. 市"]],
    [
      "the rest behind all others, however many",
      [...rows, other],
      { ...LINES, top: 4, last: { field: "kind", value: "none" } },
      ["3. 町", "3. 町", "2. 市", "1. 県", "その他"],
    ],
    [
      "of equal rank as they stood",
      [
        { label: "あ", n: 1 },
        { label: "い", n: 1 },
        { label: "う", n: 1 },
      ],
      LINES,
      ["あ", "い"],
    ],
    ["nothing of nothing", [], LINES, []],
  ])("%s", (_, values, lines, labels) => {
    expect(rankedLines(values, lines, 5).map(({ label }) => label)).toEqual(labels);
  });

  test("of two sides so many each, from the highest down, and of what waited only what is no chance", () => {
    const words = [
      ["朝", 3, 50, 1],
      ["昼", 1, 70, 1],
      ["夜", 2, 60, 1],
      ["夕", -1, 10, 0],
      ["晩", -2, 5, 0],
      ["宵", -3, 80, 0],
    ] as const;
    const values = words.map(([label, ratio, n, sure], row) => ({ label, ratio, n, sure, row }));
    const shown = rankedLines(values, { ...LINES, sides: "ratio", sure: "sure" }, 5);
    expect(shown.map(({ label }) => label)).toEqual(["夜", "昼", "夕", "晩"]);
  });
});

describe("withLines", () => {
  const spec = {
    height: 100,
    scales: [
      { name: "y", domain: ["県", "市"] },
      { name: "color", domain: ["賛成", "反対"] },
      { name: "x", domain: { data: "rows" } },
    ],
  };
  const before = [{ label: "県" }, { label: "市" }];

  test.each<[string, readonly Row[], number, string[]]>([
    ["as many others", [{ label: "町" }, { label: "県" }], 100, ["町", "県"]],
    ["one, half as high", [{ label: "町" }, { label: "町" }], 50, ["町"]],
    ["more", [{ label: "町" }, { label: "村" }, { label: "区" }], 150, ["町", "村", "区"]],
  ])("gives places to %s", (_, values, height, domain) => {
    expect(withLines(spec, LINES, before, values)).toEqual({
      height,
      scales: [{ name: "y", domain }, ...spec.scales.slice(1)],
    });
  });
});
