import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { readPage } from "../../src/read/read.ts";
import { loadResources } from "../../src/resources.ts";
import { claimTable } from "../../src/tables/claims.ts";
import { considerationTable } from "../../src/tables/considerations.ts";

const resources = await loadResources();
const discussion = readPage(readFileSync("data/pages/harbour.txt"));

test("claims have their words, ids in order, and a tone where tone was asked for", () => {
  const analysis = analyze(discussion, resources, { layers: ["claims", "considerations", "sentiment"] });
  const texts = new Map(analysis.units.map(({ id, text }) => [id, text]));
  const rows = [...claimTable(analysis)];
  expect(rows.length).toBeGreaterThan(discussion.comments.length);
  for (const { unit, start, end, text, tone, opinion, side } of rows) {
    expect(texts.get(unit)?.slice(start, end)).toBe(text);
    expect(tone).not.toBeNull();
    expect([opinion, side]).toEqual([null, null]);
  }
  expect(rows.filter(({ unit }) => unit === "c1").map(({ id }) => id)[0]).toBe("c1.1");
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const ids = new Set(rows.map(({ id }) => id));
  for (const { claim } of considerationTable(analysis)) expect(ids.has(claim)).toBe(true);
});

test("without tone there is none; what was not asked for is empty", () => {
  const analysis = analyze(discussion, resources, { layers: ["claims"] });
  expect(new Set(claimTable(analysis).column("tone"))).toEqual(new Set([null]));
  expect(considerationTable(analysis).length).toBe(0);
});
