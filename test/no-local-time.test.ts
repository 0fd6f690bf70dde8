import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** What asks the machine for its zone, its language, its clock or a die. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  [
    "a getter or setter of local time",
    /\.[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\(/u,
  ],
  ["the offset of the machine's zone", /getTimezoneOffset/u],
  ["a local rendering of a date", /\bto(?:Date|Time|GMT)String\(/u],
  ["a rendering or an order of the machine's language", /toLocale\w*|localeCompare/u],
  ["a formatter or an order of Intl", /Intl\.(?!Segment)\w+/u],
  ["a date of numbers, which are local", /new Date\([^()`"']*,/u],
  ["the clock", /new Date\(\)|Date\.now|performance\.now|hrtime/u],
  ["a die", /Math\.random|randomUUID/u],
  ["Vega's local time", /\btimeFormat\(|\btimeParse\(|"date:'|type: "time"|timeUnit:/u],
];

/** The command line says how long the rest will take; nothing that it writes knows of it. */
const MAY_ASK: Readonly<Record<string, RegExp>> = { "the clock": /^src\/cli\/progress\.ts:/u };

const src = join(import.meta.dirname, "../src");
const lines = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort()
  .flatMap((file) =>
    readFileSync(join(src, file), "utf8")
      .split("\n")
      .map((line, i) => ({ place: `src/${file}:${i + 1}`, line })),
  )
  .filter(({ line }) => !/^\s*(?:\/\/|\/?\*)/u.test(line));

describe("no line of src asks for", () => {
  test.each(FORBIDDEN)("%s", (what, pattern) => {
    const isFree = (place: string) => MAY_ASK[what]?.test(place) === true;
    expect(
      lines
        .filter(({ line, place }) => pattern.test(line) && !isFree(place))
        .map(({ place, line }) => `${place} ${line.trim()}`),
    ).toEqual([]);
  });

  test("a scale of times that is not UTC's", () => {
    const of = (pattern: RegExp) =>
      lines.filter(({ line }) => pattern.test(line)).map(({ place }) => place.split(":")[0]);
    expect(of(/type: "utc"/u)).toEqual(of(/type: "temporal"/u));
    expect(of(/type: "temporal"/u)).not.toEqual([]);
  });

  test("what these patterns would find", () => {
    const found = [
      "at.getHours()",
      "at.getTimezoneOffset()",
      "at.toDateString()",
      'n.toLocaleString("ja")',
      'new Intl.NumberFormat("ja")',
      "new Date(year, month)",
      "new Date()",
      "Math.random()",
      "parse: { from: \"date:'%Y'\" }",
    ];
    expect(found.map((line) => FORBIDDEN.filter(([, pattern]) => pattern.test(line)).length)).toEqual(
      found.map(() => 1),
    );
    const allowed = [
      "at.getUTCHours()",
      "new Date(time)",
      "new Date(Date.UTC(2024, 2, 10))",
      'new Intl.Segmenter("ja")',
    ];
    expect(allowed.filter((line) => FORBIDDEN.some(([, pattern]) => pattern.test(line)))).toEqual([]);
  });
});
