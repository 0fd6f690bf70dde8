import { beforeAll, describe, expect, it } from "vitest";
import { decideSpeaker } from "../../../../src/annotate/quotations/speakers/decide-speaker.ts";
import { SPEAKER_RULES } from "../../../../src/annotate/quotations/speakers/speaker-rules.ts";
import { type Bench, bench, readExample } from "../quotations-of.ts";

let quotesOf: Bench["quotesOf"];
beforeAll(async () => {
  ({ quotesOf } = await bench());
});

describe("rules for the speaker of a bracket", () => {
  it.each(SPEAKER_RULES)("$name decides in: $example", ({ name, example }) => {
    const { text, marked } = readExample(example);
    const decided = quotesOf(text).map((quote) => decideSpeaker(quote));
    const speaker = decided.find((decision) => decision?.rule.name === name)?.speaker;
    const { start, end } = speaker?.phrase ?? {};
    expect([decided.map((decision) => decision?.rule.name), speaker && text.slice(start, end)]).toEqual([
      expect.arrayContaining([name]),
      marked,
    ]);
  });

  it("have names of their own", () => {
    const names = SPEAKER_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
