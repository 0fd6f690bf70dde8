import { describe, expect, test } from "vitest";
import { codeTable } from "../../../src/measure/codes/code-table.ts";
import { parseCodes } from "../../../src/measure/codes/parse-codes.ts";
import { answerTable } from "../../../src/measure/cross/answer-table.ts";
import { chiSquareTail, chiSquareTest } from "../../../src/measure/cross/chi-square.ts";
import { crossTable } from "../../../src/measure/cross/cross-table.ts";
import { tableNamed } from "../../../src/measure/tables.ts";
import { defineSchema } from "../../../src/tables/schema.ts";
import { Table } from "../../../src/tables/table.ts";
import { analysisOf } from "../codes/analysis-of.ts";

/** Party and gender: A. Agresti, An Introduction to Categorical Data Analysis (2007), tables 2.5 and 2.6. */
const PARTY = { female: [762, 327, 468], male: [484, 239, 477] } as const;
const PARTIES = ["democrat", "independent", "republican"];

const schema = defineSchema({
  name: "people",
  description: "Who answered.",
  columns: [
    { name: "gender", type: "string", meaning: "" },
    { name: "party", type: "string", meaning: "" },
    { name: "likes", type: "list", items: "string", meaning: "" },
  ],
});
const people = Table.from(
  schema,
  Object.entries(PARTY).flatMap(([gender, counts]) =>
    counts.flatMap((count, i) => Array.from({ length: count }, () => ({ gender, party: PARTIES[i]!, likes: [] }))),
  ),
) as unknown as Table;

describe("a cross table", () => {
  test("of Agresti's gender gap has his expected counts, residuals, χ² and p", () => {
    const cells = crossTable(people, { rows: "gender", columns: "party" }).toRows();
    expect(cells.map(({ row, column, count }) => [row, column, count])).toEqual(
      Object.entries(PARTY).flatMap(([gender, counts]) => counts.map((count, i) => [gender, PARTIES[i], count])),
    );
    const rounded = (name: "expected" | "residual", digits: number) =>
      cells.map((cell) => Number(cell[name]!.toFixed(digits)));
    expect(rounded("expected", 1)).toEqual([703.7, 319.6, 533.7, 542.3, 246.4, 411.3]);
    expect(rounded("residual", 2)).toEqual([4.5, 0.7, -5.32, -4.5, -0.7, 5.32]);
    const [{ chiSquare, df, p, cramersV, n, test: of, fewExpected }] = cells as [(typeof cells)[0]];
    expect(chiSquare).toBeCloseTo(30.07, 2);
    // R: chisq.test(rbind(c(762, 327, 468), c(484, 239, 477))) gives p-value = 2.954e-07.
    expect(p! * 1e7).toBeCloseTo(2.954, 3);
    expect(cramersV).toBeCloseTo(Math.sqrt(30.0701 / 2757), 5);
    expect({ df, n, of, fewExpected }).toEqual({ df: 2, n: 2757, of: "table", fewExpected: 0 });
  });

  test("turned by a quarter says the same", () => {
    const [one] = crossTable(people, { rows: "party", columns: "gender" });
    expect(one).toMatchObject({ count: 762, rowTotal: 1246, columnTotal: 1557, df: 2 });
    expect(one!.chiSquare).toBeCloseTo(30.07, 2);
  });

  test("where one answer is all there is nothing is tested", () => {
    const [one] = crossTable(
      people.filter(({ gender }) => gender === "male"),
      { rows: "gender", columns: "party" },
    );
    expect(one).toMatchObject({ count: 484, expected: null, residual: null, chiSquare: null, df: null, p: null });
  });

  test.each([
    ["a column that is not there", { rows: "age", columns: "party" }, /no column "age"/],
    ["an option that is not there", { rows: "gender", columns: "party", cells: 1 }, /has no option "cells"/],
  ])("%s is an error", (_, options, message) => {
    expect(() => crossTable(people, options)).toThrow(message);
  });

  test("a column in which all differ is an error that says how many", () => {
    const many = people.derive({ id: (_, i) => String(i) }) as unknown as Table;
    expect(() => crossTable(many, { rows: "id", columns: "party" })).toThrow(/200 different .* "id" has 2757/);
  });
});

describe("answers of which a comment may have several", () => {
  const survey = analysisOf([
    { text: "給食費の値上げは困る。味も落ちた。", 年代: "30代" },
    { text: "値上げは仕方がない。", 年代: "30代" },
    { text: "味がよくなった。", 年代: "60代" },
    { text: "量が少ない。", 年代: "60代" },
    { text: "値上げに反対。", 年代: "" },
  ]);
  const codes = parseCodes("*費用\n値上げ\n*味\n味");
  const tables = (name: string) =>
    name === "codes" ? (codeTable(survey, { codes }) as unknown as Table) : tableNamed(name).project(survey);

  test("are tested one by one, as held or not held; who did not answer is left out", () => {
    const cells = crossTable(answerTable(tables, ["code", "年代"]), { rows: "code", columns: "年代" }).toRows();
    expect(cells.map(({ row, column, count, columnTotal, n }) => [row, column, count, columnTotal, n])).toEqual([
      ["味", "30代", 1, 2, 4],
      ["味", "60代", 1, 2, 4],
      ["費用", "30代", 2, 2, 4],
      ["費用", "60代", 0, 2, 4],
    ]);
    // Of 2×2 tables [[1, 1], [1, 1]] and [[2, 0], [0, 2]].
    expect(
      cells.map(({ chiSquare, df, cramersV, test: of, fewExpected }) => [chiSquare, df, cramersV, of, fewExpected]),
    ).toEqual([
      [0, 1, 0, "row", 4],
      [0, 1, 0, "row", 4],
      [4, 1, 1, "row", 4],
      [4, 1, 1, "row", 4],
    ]);
    expect(cells[2]).toMatchObject({ expected: 1, residual: 2, share: 1 });
  });

  test("stand in columns too, and on both sides", () => {
    const turned = crossTable(answerTable(tables, ["年代", "code"]), { rows: "年代", columns: "code" }).toRows();
    expect(turned.map(({ row, column, count, chiSquare, test: of }) => [row, column, count, chiSquare, of])).toEqual([
      ["30代", "味", 1, 0, "column"],
      ["30代", "費用", 2, 4, "column"],
      ["60代", "味", 1, 0, "column"],
      ["60代", "費用", 0, 4, "column"],
    ]);
    const answers = answerTable(tables, ["code"]).derive({ other: ({ code }) => code }) as unknown as Table;
    const cells = crossTable(answers, { rows: "code", columns: "other" }).toRows();
    expect(cells.map(({ row, column, count, n, test: of }) => [row, column, count, n, of])).toEqual([
      ["味", "味", 2, 5, "cell"],
      ["味", "費用", 1, 5, "cell"],
      ["費用", "味", 1, 5, "cell"],
      ["費用", "費用", 3, 5, "cell"],
    ]);
    expect(cells[0]).toMatchObject({ chiSquare: expect.closeTo(5, 9), cramersV: expect.closeTo(1, 9) });
  });

  test("what is no kind of answers is an error that lists those there are", () => {
    expect(() => answerTable(tables, ["性別"])).toThrow(
      /is "性別"; there are: code, opinion, tone, side, 年代, discussion/,
    );
  });
});

test.each([
  // Critical values of textbooks' tables.
  [3.841, 1, 0.05],
  [6.635, 1, 0.01],
  [5.991, 2, 0.05],
  [11.07, 5, 0.05],
  [18.307, 10, 0.05],
  [2.558, 10, 0.99],
  [124.342, 100, 0.05],
  [70.065, 100, 0.99],
  [0, 3, 1],
])("a χ² of %d with %i degrees of freedom has p = %d", (value, df, p) => {
  expect(chiSquareTail(value, df)).toBeCloseTo(p, 4);
});

test("rows and columns that hold nothing count as none", () => {
  expect(
    chiSquareTest([
      [3, 0, 5],
      [0, 0, 0],
      [4, 0, 1],
    ]),
  ).toMatchObject({ df: 1, n: 13 });
  expect(chiSquareTest([[3, 5]])).toBeNull();
  expect(chiSquareTest([])).toBeNull();
});
