import { describe, expect, it } from "vitest";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { CONJUNCTIONS } from "../../src/tokenize/sentences/conjunctions.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";

const tokenizer = openTokenizer();
const split = (text: string): string[] =>
  splitSentences(tokenizer.tokenize(text)).map(({ start, end }) => text.slice(start, end));

describe("a sentence ends", () => {
  it.each([
    ["after a full stop", "値上げは困る。でも仕方ない。", ["値上げは困る。", "でも仕方ない。"]],
    ["after marks, however many", "え！？マジで！！ありえない？？", ["え！？", "マジで！！", "ありえない？？"]],
    ["after a line", "一行目\n二行目\n\n次の段落", ["一行目", "二行目", "次の段落"]],
    [
      "after a quotation that ends a sentence",
      "「行くよ！」「本当？」彼は黙った。",
      ["「行くよ！」", "「本当？」", "彼は黙った。"],
    ],
    ["after w where a clause is complete", "それはないわwww次は頑張れ", ["それはないわwww", "次は頑張れ"]],
    ["after w before a blank", "草生えたw 次いこ", ["草生えたw", "次いこ"]],
    ["after 笑 in brackets", "もういいよ（笑）次は勝てる", ["もういいよ（笑）", "次は勝てる"]],
    ["after emoji where a clause is complete", "最高でした😂😂次も行く", ["最高でした😂😂", "次も行く"]],
    ["after an ellipsis where a clause is complete", "そうですね…明日は晴れる", ["そうですね…", "明日は晴れる"]],
    ["after a face", "楽しかった(^^)また行きたい", ["楽しかった(^^)", "また行きたい"]],
    ["after a half-width stop and a blank", "検討中です. 以上です.", ["検討中です.", "以上です."]],
    ["after a full-width full stop", "三倍になった．次は五倍だ．", ["三倍になった．", "次は五倍だ．"]],
    ["after a stop and closing signs", "終わった。。。次。", ["終わった。。。", "次。"]],
  ])("%s", (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

describe("a sentence does not end", () => {
  it.each([
    ["inside a quotation that is spoken on", "「もう帰る。明日も来る。」と言った。"],
    ["inside brackets", "彼は（これはひどい。本当に）と思った。"],
    ["at a mark that is spoken on", "えっ！？と驚いた。"],
    ["inside a decimal", "物価は3.5％上がり、金利は０．２５％になった。"],
    ["inside an address", "https://example.com/a.b?c=1!d.html を読んだ。"],
    ["inside a name with a mark", "Yahoo!ニュースのコメント欄を見た。"],
    ["after a name that ends in a full stop", "モーニング娘。のライブが楽しみ。"],
    ["at an ellipsis amid a clause", "でも…やっぱり好き。"],
    ["at a line break inside a quotation", "「長い\n引用」は一文だ。"],
    ["after the number of a heading", "1．概要を述べる"],
    ["at an abbreviation", "U.S. Steelの買収について聞いた。"],
  ])("%s", (_, text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe("a word that opens a sentence opens one after a mark, though its letters are a particle's", () => {
  it.each(CONJUNCTIONS)("$name: $example", ({ example }) => {
    const mark = example.search(/[！？]/) + 1;
    expect(split(example)).toEqual([example.slice(0, mark), example.slice(mark)]);
  });

  it.each([
    ["遠い！でも近い。", 3],
    ["満席？でしたら待ちます。", 3],
    ["来ない！だとしたら中止だ。", 4],
    ["売れた！ということで乾杯だ。", 4],
    ["高い！けれども旨い。", 3],
    ["負けた！だって寝てないし。", 4],
    ["狭い！が安い。", 3],
    ["終わった。というわけで帰ります。", 5],
    ["無料！にもかかわらず空いていた。", 3],
    ["えっ？なら私が払う。", 3],
    ["すごい！！！で、次は何。", 6],
  ])("%s", (text, end) => {
    expect(split(text)).toEqual([text.slice(0, end), text.slice(end)]);
  });
});

describe("a particle after a mark goes on with the sentence", () => {
  it.each([
    "行くぞ！と叫んだ。",
    "無理！って言われた。",
    "完売！の札が出た。",
    "本当？という顔をした。",
    "だめ！というのは嘘だ。",
    "一等！とのことだ。",
    "天才！なのでは。",
    "バカ！ではない。",
    "さすが！ですよね。",
    "まさか！な展開だ。",
    "食べる？か聞いた。",
    "ヤッホー！が口癖だ。",
    "終わった！だと思う。",
  ])("%s", (text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe("a closer without its opener stays with the words before it", () => {
  it.each([
    ["減った。」と書いた。", ["減った。」と書いた。"]],
    ["減った。」明日は増える。", ["減った。」", "明日は増える。"]],
    ["嘘だ。）」それで終わり。", ["嘘だ。）」", "それで終わり。"]],
    ["やめろ！』彼は走った。", ["やめろ！』", "彼は走った。"]],
    ["行く｡｣明日も行く｡", ["行く｡｣", "明日も行く｡"]],
    ["すごい!)明日も行く。", ["すごい!)", "明日も行く。"]],
  ])("%s", (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });
});

it("sentences hold every token, in order", () => {
  const text = "  「変な。（文」。章）w\n\n。。！ www 笑 …\n(^^) 1.5.2. 終わり";
  const tokens = tokenizer.tokenize(text);
  const sentences = splitSentences(tokens);
  let next = 0;
  for (const { start, end, firstToken, lastToken } of sentences) {
    expect(firstToken).toBe(next);
    expect([start, end]).toEqual([tokens.start(firstToken), tokens.end(lastToken - 1)]);
    next = lastToken;
  }
  expect(next).toBe(tokens.length);
  expect(splitSentences(tokenizer.tokenize(""))).toEqual([]);
});
