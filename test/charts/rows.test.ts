import { describe, expect, test } from "vitest";
import { inBrackets } from "../../src/charts/rows.ts";
import { voteChart } from "../../src/charts/votes.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { analysisOf } from "../report/sample-analysis.ts";

describe("inBrackets", () => {
  test.each([
    ["駅前の停留所", "「駅前の停留所」"],
    ["「静かに」という貼り紙", "「静かに」という貼り紙"],
    ["『坊っちゃん』を読んだ", "『坊っちゃん』を読んだ"],
    ["言葉は「静かに」", "「言葉は「静かに」」"],
  ])("%s", (words, shown) => {
    expect(inBrackets(words)).toBe(shown);
  });
});

test("a comment that begins with a quotation has no second bracket in a chart's label", () => {
  const thread = analysisOf({
    id: "abababababab",
    title: "駅前",
    text: "駅前の話。",
    comments: [{ author: "読者", up: 3, text: "「静かに」という貼り紙だらけ", score: 0 }],
  });
  expect(voteChart(commentTable(thread)).rows.map(({ label }) => label)).toEqual([
    "1. 読者「静かに」という貼り紙だらけ",
  ]);
});
