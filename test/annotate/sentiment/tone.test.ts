import { describe, expect, test } from "vitest";
import { whole } from "./helper.ts";

describe("tone of classes of sentences", () => {
  test.each([
    // では ない and いない over a noun that an evaluation modifies
    ["安心できる病院ではない", "negative"],
    ["感動できる舞台ではなかった", "negative"],
    ["納得できる説明ではありませんでした", "negative"],
    ["喜んだ客はいなかった", "negative"],
    ["満足した会員は皆無だ", "negative"],
    // what is bad and missing, denied once more
    ["不安がないわけではない", "negative"],
    ["欠点がないとは言えない", "negative"],
    // じゃない that exclaims
    ["かわいいじゃない！", "positive"],
    ["よくやったじゃない！", "positive"],
    // what lies about is no decrease
    ["ごみが廊下に落ちていた。", "negative"],
    // if only
    ["傘立てがあれば良かったです。", "negative"],
    // ratings, spellings
    ["評価は★☆☆☆☆です。", "negative"],
    ["星1つ。", "negative"],
    ["星5つです", "positive"],
    ["この宿はお奨めだ。", "positive"],
    ["この宿はお薦めです。", "positive"],
    ["この宿はオススメ！", "positive"],
    // sides
    ["その改正には絶対に反対です。", "negative"],
    ["移転には反対です。", "negative"],
    // hyperbole
    ["笑いすぎて腹が痛い。", "positive"],
    ["接客は文句のつけようがありません。", "positive"],
  ])("%s is %s", (text, label) => {
    expect(whole(text).label).toBe(label);
  });

  test.each([
    "こんにちは。",
    "こんばんは",
    "肺炎の予防接種を受けた。",
    "二台でクラスターを組んでいます。",
    "電波の干渉を測りました。",
    "キュウリを切って皿に盛る。",
    "四度目の京都です。",
    "くわしくは https://www.example.jp/best/happy へ。",
    "受付は何時までですか。",
    "費用は国と県が半分ずつ出します。",
  ])("%s is neutral", (text) => {
    expect(whole(text).label).toBe("neutral");
  });

  test("a call to go on is not negative", () => {
    expect(whole("ぜひ進めてください").label).not.toBe("negative");
  });

  test("letters of links are no evidence", () => {
    expect(whole("写真は https://example.com/www/love にあります").evidence).toEqual([]);
  });
});

describe("what training hardly met is told with little certainty", () => {
  test.each([
    "ああああああ",
    "うーーーーーー",
    "안녕하세요 좋아요",
    "Привет как дела",
    "。。。",
    "あ",
    "xxxxxxxx",
    "はいはい、すごいすごい。",
  ])("%s", (text) => {
    expect(whole(text).confidence).toBeLessThan(0.7);
  });

  test("runs of one letter are folded", () => {
    expect(whole("長ーーーーーーいトンネル").score).toBe(whole("長ーーいトンネル").score);
  });
});

describe("what the model alone says is told as one piece", () => {
  test.each([
    "また来年も泊まりに行きます。",
    "二度と行くことはないでしょう。",
    "電話をしても誰も出てくれなかった。",
  ])("%s", (text) => {
    const { evidence } = whole(text);
    for (const piece of evidence.filter(({ why }) => why.startsWith("model: the"))) {
      expect(piece.text).toBe(text);
      expect(piece.why).toMatch(/^model: the whole wording, [+-]0?\.?\d/u);
    }
  });
});
