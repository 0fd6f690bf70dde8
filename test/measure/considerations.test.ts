import { expect, test } from "vitest";
import { considerationChart } from "../../src/charts/considerations.ts";
import { considerationShares, loadConsiderationNames } from "../../src/measure/considerations.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { considerationTable } from "../../src/tables/considerations.ts";
import { withConsiderations } from "../charts/with-considerations.ts";
import { analysisOf } from "../report/sample-analysis.ts";

const thread = (id: string, texts: readonly string[]) =>
  analysisOf({
    id,
    title: "橋",
    text: "橋の話。",
    comments: texts.map((text) => ({ author: null, up: null, text, score: 0 })),
  });

const first = withConsiderations(thread("aaaaaaaaaaaa", ["高い。高すぎる。", "危ない", "高い", "うん"]), [
  ["c1", "高い。", "cost"],
  ["c1", "高すぎる。", "cost"],
  ["c2", "危ない", "safety"],
  ["c3", "高い", "cost"],
  ["article", "橋の話。", "history"],
]);
const second = withConsiderations(thread("bbbbbbbbbbbb", ["危ない", "暗い"]), [
  ["c1", "危ない", "safety"],
  ["c2", "暗い", "safety"],
]);
const tables = [considerationTable([first, second]), commentTable([first, second])] as const;

test("a comment counts once however often it says it, and the article does not count", () => {
  const rows = [...considerationShares(considerationTable(first), commentTable(first))];
  expect(rows.map(({ consideration, comments, claims, of }) => [consideration, comments, claims, of])).toEqual([
    ["cost", 2, 3, 4],
    ["safety", 1, 1, 4],
  ]);
  expect(rows[0]).toMatchObject({ share: 0.5, ...wilsonInterval(2, 4), discussion: null, ja: "費用と財源" });
});

test("discussions are counted as one, or each by itself", () => {
  const together = [...considerationShares(...tables)];
  expect(together.map(({ consideration, comments, of }) => [consideration, comments, of])).toEqual([
    ["safety", 3, 6],
    ["cost", 2, 6],
  ]);
  const apart = [...considerationShares(...tables, { byDiscussion: true })];
  expect(apart.map(({ discussion, consideration, share }) => [discussion, consideration, share])).toEqual([
    ["aaaaaaaaaaaa", "cost", 0.5],
    ["aaaaaaaaaaaa", "safety", 0.25],
    ["bbbbbbbbbbbb", "safety", 1],
  ]);
});

test("the chart of discussions counted apart names them, in both languages", () => {
  const shares = considerationShares(...tables, { byDiscussion: true });
  const { rows } = considerationChart(shares, { lang: "en" });
  expect(rows.map(({ label, discussion }) => [label, discussion])).toEqual([
    ["safety", "article 1"],
    ["safety", "article 2"],
    ["public cost", "article 1"],
  ]);
  expect(considerationChart(shares, { top: 1 }).rows.map(({ label }) => label)).toEqual(["安全", "安全"]);
});

test("all considerations have their own names", () => {
  const names = [...loadConsiderationNames().values()];
  expect(new Set(names.map(({ ja }) => ja)).size).toBe(names.length);
  expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
});
