import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { readPage } from "../../src/read/read.ts";
import { loadResources } from "../../src/resources.ts";
import { sentimentTable } from "../../src/tables/sentiment.ts";

const resources = await loadResources();

test("the emotions of a unit are counted over its evidence, strongest first", () => {
  const page = readPage(
    new TextEncoder().encode("id,text\nc1,司書さんに感謝。本当に嬉しい！\nc2,閉館は悲しいし、腹が立つ。\n"),
  );
  const analysis = analyze(page, resources, { layers: ["sentiment"] });
  for (const { evidence, emotions } of sentimentTable(analysis)) {
    const named = evidence.filter(({ emotion }) => emotion !== null);
    const tally = emotions;
    expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(named.length);
    expect(new Set(tally.map(({ emotion }) => emotion))).toEqual(new Set(named.map(({ emotion }) => emotion)));
    expect(tally.map(({ strength }) => strength)).toEqual(tally.map(({ strength }) => strength).sort((a, b) => b - a));
  }
  const units = sentimentTable(analysis).filter(({ scope, unit }) => scope === "unit" && unit !== "article");
  const names = [...units].map(({ emotions }) => emotions.map(({ emotion }) => emotion));
  expect(names[0]).toEqual(expect.arrayContaining(["gratitude", "joy"]));
  expect(names[1]).toEqual(expect.arrayContaining(["sadness", "anger"]));
});
