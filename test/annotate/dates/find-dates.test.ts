import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { findDates } from "../../../src/annotate/dates/find-dates.ts";
import type { AnalyzedUnit } from "../../../src/model/analysis.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import type { Tokenizer } from "../../../src/model/tokens.ts";
import { loadDateGrammar } from "../../../src/text/dates/date-grammar.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { loadTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../../src/tokenize/sentences/split-sentences.ts";

const gold = parseTsv(
  readFileSync(new URL("../../gold/dates.tsv", import.meta.url), "utf8"),
  ["text", "expression", "anchor", "value", "precision"],
  "dates.tsv",
);

let tokenizer: Tokenizer;
const grammar = loadDateGrammar(dataReader());
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
    const found = findDates([unitOf(text, anchor)], { published: null }, grammar).find(
      (date) => date.text === expression,
    );
    expect(found, `${expression} is found`).toBeDefined();
    expect(found!.value ?? "-").toBe(value);
    if (precision !== "-") expect(found!.precision).toBe(precision);
  });
});

function valueIn(text: string, expression: string, anchor: string): string | null {
  const found = findDates([unitOf(text, anchor)], { published: null }, grammar).find(
    (date) => date.text === expression,
  );
  return found === undefined ? "none" : found.value;
}

describe("an amount of time is no date", () => {
  test.each([
    ["1日あたり百人が訪れる。", "1日"],
    ["列車は1日5本しかない。", "1日"],
    ["国道が3日止まった。", "3日"],
    ["たった3日のために買うのか。", "3日"],
    ["熱があるなら3日寝ていろ。", "3日"],
    ["盆の休みが4日しか取れない。", "4日"],
    ["薬は1日3回飲む。", "1日"],
    ["１日に３回も歯を磨く。", "１日"],
    ["一日中家にいた。", "一日"],
    ["1日8時間の勤務だ。", "1日"],
    ["そんな作業は2日で済む。", "2日"],
    ["自動化から12年、工場は静かだ。", "12年"],
    ["ワクチン接種開始から3年がたつ。", "3年"],
    ["あの店ができて、もう10年", "10年"],
    ["交渉は12年続いた。", "12年"],
  ])("%s", (text, expression) => {
    expect(valueIn(text, expression, "2024-06-15")).toBe("none");
  });
});

test.each([
  ["15日開かれた会見で話した。", "15日", "2024-06-20", "2024-06-15"],
  ["1日3時に集合した。", "1日3時", "2024-06-20", "2024-06-01T03"],
  ["15日に3回目の会談があった。", "15日", "2024-06-20", "2024-06-15"],
  ["12年に始まった番組だ。", "12年", "2024-06-20", "2012"],
  ["98年の大会だ。", "98年", "2024-06-20", "1998"],
  ["来年度末に廃止される。", "来年度末", "2024-06-15", "2026-03-21/2026-03-31"],
  ["今年度末に廃止される。", "今年度末", "2024-02-15", "2024-03-21/2024-03-31"],
  ["2021年度末に終わった。", "2021年度末", "2024-06-15", "2022-03-21/2022-03-31"],
  ["31日に発表した。", "31日", "2023-04-01", "2023-03-31"],
  ["30日に発表した。", "30日", "2023-03-01", "2023-03-30"],
  ["1943年から45年まで続いた。", "45年", "2024-06-15", "1945"],
  ["1943〜45年の戦い", "45年", "2024-06-15", "1945"],
  ["今年は99年より暑かった。", "99年", "2024-06-15", "1999"],
  ["1943年から45年", "45年", "2024-06-15", "1945"],
  ["戦時中の1943年から45年にかけて作られた。", "45年", "2024-06-15", "1945"],
])("%s: %s on %s is %s", (text, expression, anchor, value) => {
  expect(valueIn(text, expression, anchor)).toBe(value);
});

const running = parseTsv(
  readFileSync(new URL("running-text.tsv", import.meta.url), "utf8"),
  ["text", "expression", "anchor", "value"],
  "running-text.tsv",
);

describe("dates in running text, and what only looks like one", () => {
  test.each(running)("$text $expression is $value", ({ text, expression, anchor, value }) => {
    const found = findDates([unitOf(text, anchor)], { published: null }, grammar);
    if (value === "!") {
      const start = text.indexOf(expression);
      const touching = found.filter((date) => date.start < start + expression.length && start < date.end);
      expect(touching.filter((date) => date.value !== null)).toEqual([]);
    } else
      expect(found.find((date) => date.text === expression)).toMatchObject({ value: value === "-" ? null : value });
  });
});
