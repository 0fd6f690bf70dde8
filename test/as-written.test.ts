import { describe, expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import type { Analysis } from "../src/model/analysis.ts";
import { readPage } from "../src/read/read.ts";
import { loadResources } from "../src/resources.ts";

const resources = await loadResources({
  lexicons: ["lemma\tstrength\nﾓｼｬﾓｼｬ\t-0.8\n"],
  gazetteers: ["name\tlabel\tid\taliases\n髙津川商会\tORG\tX1\t\n"],
  userDictionary: [{ surface: "髙津川商会", pos: "名詞,固有名詞,組織" }],
});

/** The analysis of an article and its comments. */
function analysisOf(text: string, ...comments: string[]): Analysis {
  const rows = comments.map((comment, i) => ({ id: `${i}`, text: comment }));
  const page = JSON.stringify({ article: { title: "題", text }, comments: rows });
  return analyze(readPage(page), resources);
}

const nfd = (text: string): string => text.normalize("NFD");
const mentions = (analysis: Analysis) => analysis.mentions.map(({ text, label }) => `${text}/${label}`);

describe("every layer reads folded text and tells of the text as it is written", () => {
  test.each([
    ["names, half-width kana", "ﾄﾞｲﾂとﾄﾙｺが会談した。", ["ﾄﾞｲﾂ/GPE", "ﾄﾙｺ/GPE"]],
    ["names, NFD", nfd("ブラジルとペルーが競った。"), [nfd("ブラジル/GPE"), nfd("ペルー/GPE")]],
    ["a surname beyond the base plane", "𠮷川知事が会見した。", ["𠮷川/PERSON", "知事/TITLE_AFFIX"]],
    ["a name with marks that nobody sees", "大\u200b阪の店へ。", ["大\u200b阪/GPE"]],
    ["an own name in another form", "高津川商会の話。", ["高津川商会/ORG"]],
    ["an own name with a selector", "髙\u{e0100}津川商会の話。", ["髙\u{e0100}津川商会/ORG"]],
  ])("%s", (_, text, expected) => {
    const analysis = analysisOf(text);
    expect(mentions(analysis)).toEqual(expect.arrayContaining(expected));
    for (const { start, end, text: words, unit } of analysis.mentions) {
      const of = analysis.units.find(({ id }) => id === unit)!;
      expect(of.text.slice(start, end)).toBe(words);
    }
  });

  test.each([
    ["齊藤真理知事が語った。", "斉藤知事は帰った。", "齊藤真理"],
    ["濱﨑健太さんが勝った。", "浜崎健太さんおめでとう。", "濱﨑健太"],
    ["渡邊花子氏が来た。", "渡辺花子氏は話した。渡邉花子氏は笑った。", "渡邊花子"],
  ])("one person, however the name is written: %s %s", (text, comment, name) => {
    const { entities } = analysisOf(text, comment);
    expect(entities.filter(({ label }) => label === "PERSON").map((entity) => entity.name)).toEqual([name]);
  });

  test("one company, whatever kind it is said to be", () => {
    const { entities } = analysisOf("青葉商事㈱が発表した。", "青葉商事株式会社は立派だ。㍿青葉商事の株を買う。");
    expect(entities.filter(({ label }) => label === "ORG")).toHaveLength(1);
  });

  test.each([
    ["ﾛｲﾀｰによると、雨だという。", "ﾛｲﾀｰ", "ロイター"],
    ["ＢＢＣによると、雨だという。", "ＢＢＣ", "英国放送協会"],
    ["ＴＢＳの報道によれば、雨だ。", "ＴＢＳ", "TBSテレビ"],
    [nfd("ロイターが報じた。"), nfd("ロイター"), "ロイター"],
  ])("sources: %s", (text, words, outlet) => {
    const { citations } = analysisOf(text);
    expect(citations.map((citation) => citation.text)).toEqual([words]);
    expect(citations[0]!.outlet).toMatch(new RegExp(outlet.slice(0, 3)));
  });

  test("quoted words and who said them", () => {
    const text = nfd("ドイツの首相は「ひどいデマだ」と述べた。");
    const [quotation] = analysisOf(text).quotations;
    expect(quotation).toMatchObject({ text: nfd("ひどいデマだ"), verb: "述べる" });
    expect(quotation!.speaker!.name).toBe(nfd("ドイツの首相"));
  });

  test.each([
    ["ｶﾞｯｶﾘした", "negative"],
    [nfd("がっかりした、ひどすぎる。"), "negative"],
    ["ﾓｼｬﾓｼｬした", "negative"],
    ["最\u200b高に嬉\u200bしい", "positive"],
  ])("feelings: %s", (text, label) => {
    const unit = analysisOf("本文。", text).sentiments.find(({ scope, unit: id }) => scope === "unit" && id === "c1");
    expect(unit!.label).toBe(label);
    for (const { start, end, text: words } of unit!.evidence) expect(text.slice(start, end)).toBe(words);
  });

  test("dates", () => {
    const text = nfd("会議は2024年3月5日、バスで。");
    expect(analysisOf(text).dates).toMatchObject([{ value: "2024-03-05" }]);
  });

  test("words taken up from another comment", () => {
    const { references, units } = analysisOf("港の閉鎖はﾀﾞﾒだと思う。理由は安全だ。", "＞港の閉鎖はダメだと思う");
    for (const { target, targetStart, targetEnd } of references)
      expect(units.find(({ id }) => id === target)!.text.slice(targetStart!, targetEnd!)).toMatch(/^港の閉鎖はﾀﾞﾒだ/);
    expect(references.length).toBeGreaterThan(0);
  });
});

describe("nothing in a link is a word", () => {
  test.each([
    ["動画 https://youtu.be/Kyoto2024 を見て。", []],
    ["連絡は sato.hanako@nagoya.example.jp まで。", []],
    ["@tanaka_ichiro さんの話だ。", []],
    ["大阪の店 https://example.org/wiki/京都 だ。", ["大阪/GPE"]],
    ["www.example.com/NHK/Trump を読んだ。", []],
  ])("%s", (text, expected) => {
    const analysis = analysisOf(text);
    expect(mentions(analysis).filter((name) => !name.endsWith("TITLE_AFFIX"))).toEqual(expected);
    const { tokens } = analysis.units[0]!;
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.surface);
    expect(
      [...tokens]
        .filter(({ pos }) => !pos.startsWith("記号"))
        .map(({ surface }) => surface)
        .join(" "),
    ).not.toMatch(/http|youtu|example|tanaka|Trump/);
  });

  test("a long link is one token, and the sentences behind it begin where they do", () => {
    const link = "https://example.com/a/very/long/path/that/goes/on/and/on/1234567890";
    const { tokens, sentences } = analysisOf(`これ ${link} です。次だ。`).units[0]!;
    expect([...tokens].map(({ surface }) => surface)).toEqual(["これ", link, "です", "。", "次", "だ", "。"]);
    expect(sentences.map(({ firstToken, lastToken }) => [firstToken, lastToken])).toEqual([
      [0, 4],
      [4, 7],
    ]);
  });

  test("laughter in one is none, and a link is still a source", () => {
    const { sentiments, citations } = analysisOf("本文。", "詳しくは https://www.example.org/www へ。");
    expect(sentiments.find(({ scope, unit }) => scope === "unit" && unit === "c1")!.score).toBe(0);
    expect(citations.map(({ url }) => url)).toEqual(["https://www.example.org/www"]);
  });
});

test("tokens, joined with the white space between them, are the text", () => {
  const text = "\ufeff東\u200b京 \u200bで ｱｲｽを\u200d食べた\u200b。 https://example.org/ﾃﾞｰﾀ 髙\u{e0100}い\u200b";
  let at = 0;
  for (const { start, end, surface } of analysisOf("題。", text).units[1]!.tokens) {
    expect(text.slice(at, start)).toMatch(/^\s*$/);
    expect(text.slice(start, end)).toBe(surface);
    at = end;
  }
  expect(text.slice(at)).toMatch(/^\s*$/);
});

test("layers stand in one order, whether a text reads as it is written or not", () => {
  expect(Object.keys(analysisOf("高橋さんは橋を渡った。"))).toEqual(Object.keys(analysisOf("髙橋さんは橋を渡った。")));
});
