import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { findDates } from "../../../src/annotate/dates/find-dates.ts";
import type { AnalyzedUnit } from "../../../src/model/analysis.ts";
import type { Tokenizer } from "../../../src/model/tokens.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { loadTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../../src/tokenize/sentences/split-sentences.ts";

const gold = parseTsv(
  readFileSync(new URL("../../gold/dates.tsv", import.meta.url), "utf8"),
  ["text", "expression", "anchor", "value", "precision"],
  "dates.tsv",
);

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer();
});

function unitOf(text: string, anchor: string): AnalyzedUnit {
  const tokens = tokenizer.tokenize(text);
  return {
    id: "c1",
    text,
    date: anchor === "-" ? null : { value: anchor, precision: "day" },
    tokens,
    sentences: splitSentences(tokens),
  };
}

describe("every expression of the table is found and resolved by the conventions in its head", () => {
  test.each(gold)("$text $anchor", ({ text, expression, anchor, value, precision }) => {
    const found = findDates([unitOf(text, anchor)], { published: null }).find((date) => date.text === expression);
    expect(found, `${expression} is found`).toBeDefined();
    expect(found!.value ?? "-").toBe(value);
    if (precision !== "-") expect(found!.precision).toBe(precision);
  });
});
