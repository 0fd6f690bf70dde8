import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SPARINGS } from "../../../src/annotate/sentiment/targets/spared.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { loadFolding } from "../../../src/words/fold.ts";
import { score, whole } from "./helper.ts";

const FILE = "test/annotate/sentiment/classes.tsv";
const folding = loadFolding(dataReader());
const ROWS = parseTsv(readFileSync(FILE, "utf8"), ["class", "text", "target", "labels"], FILE);

/** Rows that are read wrongly still; the number may only shrink. When the sentences were written it was 28. */
const WRONG = 6;

function labelOf(text: string, target: string): string | undefined {
  if (target === "") return whole(text).label;
  return score(text, { targets: [target] }).find((row) => row.target === target)?.label;
}

test(`at most ${WRONG} sentences of ${ROWS.length} are read wrongly`, () => {
  const wrong = ROWS.filter(({ text, target, labels }) => !labels.split("|").includes(labelOf(text, target) ?? ""));
  expect(wrong.map(({ text }) => text).slice(WRONG)).toEqual([]);
});

describe("who is not meant by what is bad near them", () => {
  test.each(SPARINGS)("$name: $example", ({ example, target }) => {
    expect(labelOf(example, target)).not.toBe("negative");
  });
});

describe("half-width kana are read as full-width ones", () => {
  test.each([
    ["ｶﾞｯｶﾘした", "ガッカリした"],
    ["ｵｽｽﾒです", "オススメです"],
    ["ｽﾊﾞﾗｼｲ", "スバラシイ"],
    ["ﾊﾟﾆｯｸになった", "パニックになった"],
  ])("%s as %s", (half, full) => {
    // As `analyze` has every stage read them: folded.
    const strengths = (text: string) =>
      whole(folding.word(text)).evidence.flatMap(({ why, score: own }) => (why.startsWith("model") ? [] : [own]));
    expect(strengths(half)).toEqual(strengths(full));
    expect(strengths(half)).not.toEqual([]);
  });
});

describe("words of their own hide those inside them", () => {
  test.each([
    "再生回数を数えた。",
    "減災の講習を開く。",
    "計算クラスターを組んだ。",
    "辞めざるおえなかった。",
    "例の件もしかり。",
  ])("%s has no evidence of the lexicon", (text) =>
    expect(whole(text).evidence.filter(({ why }) => !why.startsWith("model"))).toEqual([]));
});
