import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { charts } from "../../src/charts/charts.ts";
import { renderPng, renderSvg } from "../../src/charts/render.ts";
import { MOST_MARKS } from "../../src/charts/vega-lite.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { tableNamed } from "../../src/tables/tables.ts";
import { sample } from "./sample.ts";

const here = dirname(fileURLToPath(import.meta.url));
const tablesOf = (analyses: readonly Analysis[]) => (name: string) => tableNamed(name).project(analyses);

/** `UPDATE_SVG=1 npx vitest run test/charts` writes the pictures anew; look at them before committing. */
function expectPicture(name: string, svg: string): void {
  const file = join(here, `${name}.svg`);
  if (process.env.UPDATE_SVG === "1") writeFileSync(file, `${svg}\n`);
  expect(existsSync(file), `${file} is committed`).toBe(true);
  expect(`${svg}\n`).toBe(readFileSync(file, "utf8"));
}

const one: Analysis = { ...sample, ...onlyFirstComment(sample) };

function onlyFirstComment(analysis: Analysis): Partial<Analysis> {
  const comment = analysis.discussion.comments[0]!;
  const inside = <T extends { readonly unit: string }>(rows: readonly T[]) => rows.filter(({ unit }) => unit === "c1");
  return {
    discussion: { ...analysis.discussion, comments: [comment] },
    units: analysis.units.filter(({ id }) => id === "c1"),
    entities: analysis.entities.slice(0, 1),
    mentions: inside(analysis.mentions),
    citations: analysis.citations.slice(0, 1),
    quotations: analysis.quotations.slice(0, 1),
    references: [],
    sentiments: inside(analysis.sentiments),
  };
}

describe.each(charts)("chart $name", ({ name, build }) => {
  test("draws the sample thread as its committed picture", async () => {
    const chart = build(tablesOf([sample]));
    expect(chart.name).toBe(name);
    expect(chart.rows.length).toBeGreaterThan(0);
    expectPicture(name, await renderSvg(chart));
    if (process.env.PNG_FOLDER !== undefined) {
      mkdirSync(process.env.PNG_FOLDER, { recursive: true });
      writeFileSync(join(process.env.PNG_FOLDER, `${name}.png`), await renderPng(chart));
    }
  });

  test("says so when there is nothing", async () => {
    const chart = build(tablesOf([]));
    expect(chart.rows).toEqual([]);
    const svg = await renderSvg(chart);
    expect(svg).toContain("図にするデータがありません");
    expectPicture(`${name}.empty`, svg);
  });

  test("draws a single comment sensibly", async () => {
    const svg = await renderSvg(build(tablesOf([one])));
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
    expectPicture(`${name}.one`, svg);
    if (process.env.PNG_FOLDER !== undefined) {
      writeFileSync(join(process.env.PNG_FOLDER, `${name}.one.png`), await renderPng(build(tablesOf([one]))));
    }
  });

  test("leads back: every row names units that exist, every span lies in its unit", () => {
    const units = new Map(sample.units.map(({ id, text }) => [`${sample.discussion.id}/${id}`, text]));
    for (const row of build(tablesOf([sample])).rows) {
      expect(row.units.length).toBeGreaterThan(0);
      for (const unit of row.units) expect(units.has(unit), unit).toBe(true);
      for (const span of row.spans ?? []) {
        const { unit, start, end } = /^(?<unit>.+):(?<start>\d+)-(?<end>\d+)$/u.exec(span)!.groups!;
        expect(Number(end), span).toBeLessThanOrEqual(units.get(unit!)!.length);
        expect(Number(start), span).toBeLessThan(Number(end));
      }
    }
  });

  test("speaks English when asked", async () => {
    const { title, spec } = build(tablesOf([sample]), { lang: "en" });
    expect(title).toMatch(/^[\x20-\x7e’–“”]+$/u);
    expect(JSON.stringify((spec as { title: unknown }).title)).not.toMatch(/[ぁ-んァ-ン一-龥]/u);
  });

  test("refuses an option it does not know, and lists those it does", () => {
    expect(() => build(tablesOf([sample]), { colour: "red" } as object)).toThrow(
      /no option "colour"; it takes: lang, title/u,
    );
  });

  test("stays within the number of marks", () => {
    expect(build(tablesOf([sample])).rows.length).toBeLessThanOrEqual(MOST_MARKS);
  });
});
