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
  // As the public way reads it: folded.
  if (target === "") return whole(folding.word(text)).label;
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
    "申込書を出し直した。",
    "看板の字を書き直す人がいた。",
    "説明会を三回やった。",
    "受付係を二年やった。",
    "失業保険の手続きに行く。",
    "連帯保証人の欄に書く。",
    "個人情報保護の係に聞いた。",
    "避難訓練は三時からだ。",
    "卒業文集を配る。",
  ])("%s has no evidence of the lexicon", (text) =>
    expect(whole(text).evidence.filter(({ why }) => !why.startsWith("model"))).toEqual([]));
});
