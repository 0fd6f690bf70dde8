import { describe, expect, test } from "vitest";
import { contested } from "../../src/measure/contested.ts";
import { Table } from "../../src/tables/table.ts";
import { commentsOf } from "./comments.ts";

type Stance = readonly [unit: string, toward: string, stance: string, confidence: number];

const stancesOf = (rows: readonly Stance[]) =>
  Table.from(
    {
      name: "stances",
      description: "by hand",
      columns: [
        ...(["discussion", "unit", "toward", "stance"] as const).map((name) => ({
          name,
          type: "string" as const,
          nullable: false,
          meaning: name,
        })),
        { name: "confidence", type: "number", nullable: false, meaning: "of the stance" },
      ],
    },
    rows.map(([unit, toward, stance, confidence]) => ({ discussion: "d", unit, toward, stance, confidence })),
  );

const comments = commentsOf([
  { text: "値上げは当然だ。", up: 10 },
  { text: "いや、高すぎる。", up: 3, replyTo: "c1" },
  { text: "同感です。", up: 1, replyTo: "c1" },
  { text: "休みを増やすべき。", up: 50 },
  { text: "それは違うと思う。", up: null, replyTo: "c4" },
  { text: "半分は賛成だが、閉店は困る。", up: 2, replyTo: "c4" },
]);

describe("contested comments", () => {
  test.each<[string, readonly Stance[], readonly (readonly [string, string, number])[]]>([
    ["a comment that nobody dissents from is none", [["c3", "c1", "agree", 0.9]], []],
    [
      "two that dissent count more than one",
      [
        ["c2", "c1", "disagree", 0.6],
        ["c5", "c4", "disagree", 0.6],
        ["c6", "c4", "mixed", 0.8],
      ],
      [
        ["c4", "c5", 1],
        ["c1", "c2", 0.6],
      ],
    ],
    [
      "one that agrees in part counts half, and is the reply where nobody else dissents",
      [
        ["c3", "c1", "agree", 0.9],
        ["c6", "c4", "mixed", 0.8],
      ],
      [["c4", "c6", 0.4]],
    ],
    [
      "of equals the one with more votes comes first",
      [
        ["c2", "c1", "disagree", 0.6],
        ["c5", "c4", "disagree", 0.6],
      ],
      [
        ["c4", "c5", 0.6],
        ["c1", "c2", 0.6],
      ],
    ],
  ])("%s", (_, stances, wanted) => {
    const found = contested(comments, stancesOf(stances)).toRows();
    expect(found.map(({ unit, reply, dissent }) => [unit, reply, Math.round(dissent * 100) / 100])).toEqual(wanted);
  });

  test("tells how all replies stand", () => {
    const row = contested(
      comments,
      stancesOf([
        ["c2", "c1", "disagree", 0.6],
        ["c3", "c1", "agree", 0.9],
      ]),
    ).row(0);
    expect(row).toMatchObject({ replies: 2, agree: 1, disagree: 1, mixed: 0, none: 0, votes: 13 });
  });
});
