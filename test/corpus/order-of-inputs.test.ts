import { beforeAll, describe, expect, test } from "vitest";
import { charts } from "../../src/charts/charts.ts";
import { analyzeFiles } from "../../src/corpus/analyze-files.ts";
import { tableNamed, tables } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";

/** Two pages of a kind and one of another, of which two say the like; each has comments that copy one another. */
const PAGES = ["data/pages/harbour.txt", "data/pages/survey-library.csv", "data/pages/railway-core.html"];

const sortedRows = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

describe("whatever the order of the inputs", () => {
  let given: readonly Analysis[];
  beforeAll(async () => {
    const found: Analysis[] = [];
    for await (const { analyses } of analyzeFiles(PAGES)) found.push(...analyses);
    given = found;
  });
  const orders = (): readonly (readonly Analysis[])[] => [[...given].reverse(), [...given.slice(1), given[0]!]];

  test.each(tables)("the table $name holds the same rows", ({ project }) => {
    const rows = sortedRows(project(given).toJSON());
    for (const order of orders()) expect(sortedRows(project(order).toJSON())).toEqual(rows);
  });

  // Two show discussions apart, in the order in which they are given.
  test.each(
    charts
      .filter(({ name }) => !["thread", "considerations"].includes(name))
      .map(({ name, build }) => ({ name, build })),
  )("the chart $name is the same", ({ build }) => {
    const discussions = Object.fromEntries(given.map(({ discussion }) => [discussion.id, discussion.article.title]));
    const draw = (order: readonly Analysis[]) => build((name) => tableNamed(name).project(order), { discussions });
    const spec = JSON.stringify(draw(given).spec);
    for (const order of orders()) expect(JSON.stringify(draw(order).spec)).toBe(spec);
  });
});
