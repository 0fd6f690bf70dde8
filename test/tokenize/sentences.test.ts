import { describe, expect, it } from "vitest";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";
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
