import { describe, expect, it } from "vitest";
import { sentenceAround } from "../../src/measure/sentence-around.ts";
import { Table } from "../../src/tables/table.ts";
import { tokenTable } from "../../src/tables/tokens.ts";
import { sample } from "../charts/sample.ts";

describe("the sentence around a token", () => {
  const tokens = tokenTable(sample);
  const rowOf = (unit: string, text: string) =>
    tokens.toRows().findIndex((row) => row.unit === unit && row.text === text);

  it.each([
    ["c4", "助成", "町の商工会も助成を出すべき。"],
    ["c4", "同意", "同意。"],
    ["c7", "態度", "行列がひどいし、店員の態度も悪い。"],
  ])("of %s, %s", (unit, text, sentence) => {
    expect(sentenceAround(tokens)(rowOf(unit, text))).toBe(sentence);
  });

  it("is null where the table has no surfaces", () => {
    expect(sentenceAround(tokens.select(["discussion", "unit", "sentence", "lemma"]))(0)).toBeNull();
  });

  it("has an end where the text has none", () => {
    const first = tokens.row(0);
    const many = Table.from(
      tokens.schema,
      Array.from({ length: 5000 }, (_, i) => ({ ...first, start: i, end: i + 1, text: "町" })),
    );
    expect(sentenceAround(many)(2500)).toBe("町".repeat(800));
  });
});
