import { describe, expect, test } from "vitest";
import { chartNamed } from "../../src/charts/charts.ts";
import { keywordChart } from "../../src/charts/keywords.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { analysisOf, type SampleComment } from "../report/sample-analysis.ts";

const drawn = (analysis: Analysis, lang: "ja" | "en" = "ja") =>
  chartNamed("keywords").build((name) => tableNamed(name).project([analysis]), { lang });
const subtitleOf = ({ spec }: { readonly spec: object }) =>
  (spec as { readonly title: { readonly subtitle: string } }).title.subtitle;

/** Answers to a survey: no article above them. */
const answers = (rows: readonly Partial<SampleComment>[], text = ""): Analysis =>
  analysisOf({
    title: "図書館の使い方",
    text,
    comments: rows.map((row) => ({ author: null, up: null, text: "", score: 0, ...row })),
  });
const many = (n: number, row: (i: number) => Partial<SampleComment>) => Array.from({ length: n }, (_, i) => row(i));

describe("keywords without an article", () => {
  test("nothing to compare with: how often words are used, and no word of an article", () => {
    const chart = drawn(answers(many(8, (i) => ({ text: i < 5 ? "図書館の席。カフェも。" : "図書館の本。" }))));
    expect(chart.title).toBe("コメントに多い言葉は「図書館」「カフェ」");
    expect(subtitleOf(chart)).toContain("比べる相手がない");
    expect(JSON.stringify(chart.spec)).not.toContain("記事");
    expect(chart.rows.map(({ word, count }) => [word, count])).toEqual([
      ["図書館", 8],
      ["カフェ", 5],
      ["席", 5],
      ["本", 3],
    ]);
  });

  test("where votes differ: many votes against few", () => {
    const liked = many(20, () => ({ up: 90, text: "駅前の駐輪場、駐輪場。" }));
    const ignored = many(20, () => ({ up: 0, text: "駅前の騒音、騒音。" }));
    const chart = drawn(answers([...liked, ...ignored]));
    expect(chart.title).toBe("票の多いコメントには「駐輪場」、票の少ないコメントには「騒音」が多い");
    expect(subtitleOf(chart)).toContain("比べた3語のうち2語");
    expect(chart.rows.map(({ word, often }) => [word, often])).toEqual([
      ["駐輪場", "81倍"],
      ["騒音", "81倍"],
    ]);
  });

  test("where none has votes: replies against first comments", () => {
    const first = many(20, () => ({ text: "保育園の送り迎え、送迎。" }));
    const replies = many(20, (i) => ({ text: "保育園の税金、税金。", replyTo: i }));
    expect(drawn(answers([...first, ...replies])).title).toMatch(/^返信には「税金」、返信でないコメントには/);
  });
});

describe("keywords that chance would give", () => {
  const thread = (repeat: number) =>
    answers(
      many(12, () => ({ text: "港の予算。風車の予算。" })),
      "港の予算。漁協の予算。".repeat(repeat),
    );

  test("are left out, and the chart says that there are no others", () => {
    const chart = drawn(thread(1));
    expect(chart.title).toBe("コメントと記事の言葉に、確かな違いは見つからない");
    expect(subtitleOf(chart)).toMatch(/^比べた3語のどれにも/);
    expect(chart.rows.every(({ side }) => side === "コメント" || side === "記事")).toBe(true);
  });

  test("those that stay are counted", () => {
    const chart = drawn(thread(12));
    expect(chart.rows.map(({ word }) => word).sort()).toEqual(["漁協", "風車"].sort());
    expect(subtitleOf(chart)).toContain("比べた4語のうち2語");
    expect(drawn(thread(12), "en").title).toBe(
      "What sets comments and article apart: 1 word to the right, 1 to the left",
    );
  });

  test("tokens alone are compared with the article, too", () => {
    const tokens = tableNamed("tokens").project([thread(12)]);
    expect(keywordChart(tokens).title).toBe("コメントには「風車」、記事には「漁協」が多い");
  });
});
