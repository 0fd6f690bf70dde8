import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toPart } from "../../src/corpus/part.ts";
import { jsonOf } from "../../src/corpus/part-file.ts";
import { analyze, loadResources, readPage } from "../../src/index.ts";

const resources = await loadResources();
const parts = ["harbour.txt", "survey-library.csv"].map((name) =>
  toPart(analyze(readPage(readFileSync(`data/pages/${name}`)), resources)),
);
const [first] = parts as [(typeof parts)[0]];
/** More rows than are written at once. */
const long = { ...first, dates: Array.from({ length: 10_000 }, (_, i) => ({ ...first.dates[0]!, start: i })) };

describe("what is kept of an input", () => {
  it.each([
    ["nothing", []],
    ["one analysis", [first]],
    ["several", parts],
    ["many rows", [long]],
  ])("is the JSON of the whole, in pieces: %s", (_, some) => {
    const pieces = [...jsonOf(some)];
    expect(pieces.join("")).toBe(JSON.stringify(some));
  });

  it("is never one string of all rows", () => {
    const whole = JSON.stringify(long.dates).length;
    expect(Math.max(...[...jsonOf([long])].map(({ length }) => length))).toBeLessThan(whole / 2);
  });
});
