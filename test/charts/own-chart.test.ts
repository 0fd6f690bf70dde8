import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import * as yoron from "../../src/index.ts";
import { JUPYTER_DISPLAY, type MimeBundle } from "../../src/model/mime.ts";
import { unpackSet } from "../../src/report/packed-numbers.ts";
import { sample } from "./sample.ts";

const PAGE = readFileSync(join(import.meta.dirname, "../../docs/charts.md"), "utf8");
const EXAMPLE = /## Your own chart[\s\S]*?```ts\n([\s\S]*?)```/.exec(PAGE)![1]!;

/** Runs the page's example as it stands, on the sample instead of a file. */
async function run() {
  const { outputText } = ts.transpileModule(EXAMPLE.replace(/^import .*$/m, ""), {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const scope = { ...yoron, analyzeFile: async () => sample };
  const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => (...values: unknown[]) => unknown;
  const body = `${outputText}\nreturn { lengthChart, mine, svg, page };`;
  return (await new AsyncFunction(...Object.keys(scope), body)(...Object.values(scope))) as {
    lengthChart: yoron.DefinedChart;
    mine: Chart;
    svg: string;
    page: string;
  };
}

describe("the own chart of docs/charts.md", async () => {
  const { lengthChart, mine, svg, page } = await run();

  it("is drawn, in its own words", () => {
    expect(mine.rows.length).toBeGreaterThan(3);
    expect(svg).toContain("長さと票");
    expect(svg).toContain("文字数");
  });

  it("takes its own option and no other", () => {
    expect(lengthChart(yoron.commentTable(sample), { longest: 0 } as object).rows).toEqual([]);
    expect(() => lengthChart(yoron.commentTable(sample), { shortest: 1 } as object)).toThrow(
      'chart "length" has no option "shortest"; it takes: lang, title, longest',
    );
  });

  it("needs its columns", () => {
    expect(() => lengthChart(yoron.commentTable(sample).select(["id", "up"]))).toThrow(
      'chart "length" needs a column "discussion"; the table "comments" has: id, up',
    );
  });

  it("shows itself in a notebook", async () => {
    const shown = mine as Chart & { [JUPYTER_DISPLAY]: () => Promise<MimeBundle> };
    expect(Object.keys(await shown[JUPYTER_DISPLAY]())).toContain("application/vnd.vegalite.v5+json");
  });

  it("stands in the report behind those of the package, and leads to the same units as its rows", () => {
    expect(page).toContain('id="chart-length"');
    expect(page.indexOf('id="chart-votes"')).toBeLessThan(page.indexOf('id="chart-length"'));
    const payload = JSON.parse(/<script type="application\/json" id="payload">(.*?)<\/script>/s.exec(page)![1]!) as {
      charts: { name: string; rows: [units: string, spans: string][] }[];
    };
    const own = payload.charts.find(({ name }) => name === "length")!;
    expect(own.rows.length).toBeGreaterThan(3);
    for (const [units] of own.rows) {
      expect(unpackSet(units).length).toBeGreaterThan(0);
      expect(unpackSet(units).every(Number.isInteger)).toBe(true);
    }
  });

  it("may also be given as a drawn value, but not twice under one name", async () => {
    expect(await yoron.renderReport(sample, { charts: [mine] })).toContain('id="chart-length"');
    await expect(yoron.renderReport(sample, { charts: [mine, lengthChart] })).rejects.toThrow(
      /two of the name "length"/,
    );
  });
});
