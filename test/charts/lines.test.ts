import { describe, expect, test } from "vitest";
import { charts } from "../../src/charts/charts.ts";
import { waitingRows } from "../../src/charts/lines.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import { analysisOf } from "../report/sample-analysis.ts";

/** A row of a line that some comments of some pages stand behind: `a/c1 a/c2 b/c1`. */
const row = (label: string, by: number, units: string) => ({ label, by, units: units.split(" ") });
const LINES = { field: "label", by: "by", top: 2 };

describe("waitingRows", () => {
  test.each<[string, ReturnType<typeof row>[], number, string[]]>([
    ["nothing waits on one page", [row("県", 9, "a/c1"), row("市", 5, "a/c2"), row("町", 1, "a/c3")], 2, []],
    [
      "the first two of a page wait that are not drawn",
      [row("県", 9, "a/c1"), row("市", 5, "a/c2"), row("町", 3, "b/c1"), row("村", 2, "b/c2"), row("区", 1, "b/c3")],
      2,
      ["町", "村"],
    ],
    [
      "what is drawn counts as one of the first of its page",
      [row("県", 9, "a/c1 b/c1 b/c2"), row("市", 5, "a/c2"), row("町", 3, "b/c1"), row("村", 2, "b/c2")],
      2,
      ["町"],
    ],
    [
      "a line counts on a page by its part there",
      [
        row("県", 9, "a/c1"),
        row("市", 8, "a/c1"),
        row("町", 6, "a/c1 a/c2 a/c3 a/c4 a/c5 b/c1"),
        row("村", 3, "b/c1"),
        row("区", 2, "b/c2"),
      ],
      2,
      ["村", "区"],
    ],
    [
      "all rows of a line wait",
      [row("県", 9, "a/c1"), row("市", 5, "a/c2"), row("町", 3, "b/c1"), row("町", 2, "b/c2")],
      2,
      ["町", "町"],
    ],
  ])("%s", (_, rows, drawn, waiting) => {
    expect(waitingRows(rows, drawn, LINES).map((i) => rows[i]!.label)).toEqual(waiting);
  });

  test("of very many pages each gives as many", () => {
    const pages = Array.from({ length: 400 }, (_, page) =>
      Array.from({ length: 9 }, (_, i) => row(`${page}の${i}`, 9000 - page * 9 - i, `p${page}/c${i}`)),
    ).flat();
    const labels = waitingRows(pages, 2, { ...LINES, top: 9 }).map((i) => pages[i]!.label);
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label.split("の")[0]!, (counts.get(label.split("の")[0]!) ?? 0) + 1);
    expect(labels.length).toBeLessThanOrEqual(1500 + 400);
    expect(counts.size).toBe(400);
    // The first page has two that are drawn.
    expect(new Set([...counts].map(([page, n]) => (page === "0" ? n + 2 : n)))).toEqual(new Set([4]));
  });
});

describe("a chart of several pages", () => {
  const many = analysisOf({
    id: "aaaaaaaaaaaa",
    title: "駅前",
    text: "駅前の話。",
    comments: Array.from({ length: 40 }, (_, i) => ({ author: `人${i}`, up: 100 + i, text: `駅前の${i}`, score: 0 })),
  });
  const few = analysisOf({
    id: "bbbbbbbbbbbb",
    title: "港",
    text: "港の話。",
    comments: [3, 1, 2].map((up) => ({ author: "みかん", up, text: `港の${up}`, score: 0 })),
  });
  const votes = charts.find(({ name }) => name === "votes")!;
  const tables = (name: string) => tableNamed(name).project([many, few]);
  const discussions = { aaaaaaaaaaaa: "駅前", bbbbbbbbbbbb: "港" };

  test("has the firsts of each page waiting for the report, and draws those of all", () => {
    const { rows, counting } = votes.build(tables, { discussions, counting: true });
    expect(rows.map(({ up }) => up)).toEqual(Array.from({ length: 30 }, (_, i) => 139 - i));
    expect(counting?.waiting?.map(({ up, label }) => [up, label])).toEqual([
      [3, "41. みかん「港の3」"],
      [2, "42. みかん「港の2」"],
      [1, "43. みかん「港の1」"],
    ]);
  });

  test.each([
    ["outside of a report", { discussions }],
    ["of one page", { discussions: { aaaaaaaaaaaa: "駅前" }, counting: true }],
  ])("%s has none waiting", (_, options) => {
    expect(votes.build(tables, options).counting?.waiting).toBeUndefined();
  });
});
