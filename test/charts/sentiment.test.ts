import { describe, expect, test } from "vitest";
import { chartNamed } from "../../src/charts/charts.ts";
import { swarmLevels } from "../../src/charts/swarm.ts";
import { commentSentiment } from "../../src/measure/comment-sentiment.ts";
import { meanInterval } from "../../src/measure/mean-interval.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Sentiment } from "../../src/model/layers.ts";
import { analysisOf } from "../report/sample-analysis.ts";

const tablesOf = (analysis: Analysis) => (name: string) => tableNamed(name).project([analysis]);
const drawn = (analysis: Analysis, lang: "ja" | "en" = "ja") =>
  chartNamed("sentiment").build(tablesOf(analysis), { lang });

const thread = (scores: readonly number[]) =>
  analysisOf({
    title: "渋滞と通行料",
    text: "市は通行料を検討している。",
    comments: scores.map((score, i) => ({ author: null, up: null, text: `通行料の話${i}を、駅前で聞いた。`, score })),
  });

describe("the chart of tone", () => {
  test.each([34, 300, 1000, 4000])("draws all of %d comments", (n) => {
    const { rows } = drawn(thread(Array.from({ length: n }, (_, i) => ((i * 37) % 41) / 20 - 1)));
    const marks = rows.filter(({ kind }) => kind !== "example");
    expect(new Set(marks.flatMap(({ units }) => units)).size).toBe(n);
    expect(marks.reduce((sum, { kind, count }) => sum + (kind === "bin" ? Number(count) : 1), 0)).toBe(n);
    expect(marks.every(({ kind }) => kind === (n <= 300 ? "dot" : "bin"))).toBe(true);
  });

  test("shows a sentence of the darkest, the middle and the brightest, as written", () => {
    const analysis = thread([-0.9, -0.6, -0.1, 0, 0.1, 0.5, 0.8]);
    const examples = drawn(analysis).rows.filter(({ kind }) => kind === "example");
    expect(examples.map(({ number, score }) => [number, score])).toEqual([
      ["①", -0.9],
      ["②", 0],
      ["③", 0.8],
    ]);
    for (const { shown, units } of examples) {
      const id = units[0]!.split("/")[1];
      expect(shown).toContain(`「${analysis.discussion.comments.find((comment) => comment.id === id)!.text}」`);
    }
  });

  test.each([
    ["plainly dark", Array(400).fill(-0.7), /^コメントの語調：暗いが多い（\d+%、95%区間\d+〜\d+%）$/],
    ["plainly bright", Array(400).fill(0.7), /^コメントの語調：明るいが多い（/],
    ["half and half", Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0.7 : -0.7)), /どちらが多いとも言えない/],
    // An interval of 0–63 % is no news: so few comments say nothing, and no numbers stand there as if they did.
    ["four comments", [-0.7, -0.7, -0.7, 0.7], /^コメントの語調：4件では、暗いと明るいのどちらが多いか分からない$/],
  ])("%s: its title says no more than the interval bears out", (_, scores, title) => {
    expect(drawn(thread(scores as number[])).title).toMatch(title);
  });
});

describe("how much the sentences of a comment differ", () => {
  const base = thread([-0.98]);
  const sentence = (score: number): Sentiment => ({ ...base.sentiments[0]!, scope: "sentence", score });
  const analysis = { ...base, sentiments: [base.sentiments[0]!, sentence(-0.4), sentence(0.1), sentence(-0.2)] };
  const row = commentSentiment(tablesOf(analysis)("comments"), tablesOf(analysis)("sentiment")).row(0);

  test("the interval is that of their mean, not stretched to the comment's own score", () => {
    expect(row.sentenceMean).toBeCloseTo(-0.5 / 3, 12);
    expect({ low: row.low, high: row.high }).toEqual(meanInterval([-0.4, 0.1, -0.2]));
    expect(Number(row.low)).toBeGreaterThan(-0.98);
  });

  test("the sentence that sounds most like the whole is quoted", () => {
    expect(row.sentence).toBe("通行料の話0を、駅前で聞いた。");
  });
});

describe("dots side by side", () => {
  test.each([
    [
      [0, 0, 0, 0],
      [0, 1, -1, 2],
    ],
    [
      [0, 0.02, 0.05, 0.06],
      [0, 1, 0, 1],
    ],
    [[], []],
  ])("%j lie on %j", (places, levels) => {
    expect(swarmLevels(places, 0.035)).toEqual(levels);
  });
});
