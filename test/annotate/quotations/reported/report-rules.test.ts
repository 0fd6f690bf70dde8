import { beforeAll, describe, expect, it } from "vitest";
import { decideTeller, reportsIn } from "../../../../src/annotate/quotations/reported/find-indirect.ts";
import { REPORT_RULES } from "../../../../src/annotate/quotations/reported/report-rules.ts";
import { type Bench, bench, readExample } from "../quotations-of.ts";

let made: Bench;
beforeAll(async () => {
  made = await bench();
});

describe("rules for who tells words without brackets", () => {
  it.each(REPORT_RULES)("$name decides in: $example", ({ name, example }) => {
    const { text, marked } = readExample(example);
    const decided = made
      .sentencesOf(text)
      .flatMap(([frame, from, to]) =>
        reportsIn(frame, from, to, made.resources).map(({ report }) => decideTeller(report)),
      );
    const phrase = decided.find((decision) => decision?.rule.name === name)?.told?.phrase;
    expect([
      decided.map((decision) => decision?.rule.name),
      phrase ? text.slice(phrase.start, phrase.end) : null,
    ]).toEqual([expect.arrayContaining([name]), marked]);
  });
});
