import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../src/read/html/parse.ts";
import { flatten } from "../../../src/read/html/text.ts";
import { plainText } from "../../../src/read/html/tree.ts";

const flat = (html: string) => {
  const tree = parseHtml(html);
  return flatten(tree, 0, tree.length);
};

describe("a text is what a reader sees, in lines", () => {
  it.each([
    ["cells are parted by a tab", "<table><tr><td>東京</td><td>大阪</td></tr></table>", "東京\t大阪"],
    ["rows by a line", "<table><tr><td>東<td>西<tr><td>南<td>北</table>", "東\t西\n南\t北"],
    ["a summary has its line", "<details><summary>行き方</summary>駅から八分。</details>", "行き方\n駅から八分。"],
    ["a legend, too", "<fieldset><legend>料金</legend>三百円</fieldset>", "料金\n三百円"],
    ["what is centred, too", "前<center>中</center>後", "前\n中\n後"],
    ["terms and what they mean", "<dl><dt>開館<dd>九時<dt>閉館<dd>十時</dl>", "開館\n九時\n閉館\n十時"],
    ["a broken source line is no blank between kanji", "<p>東京都\n\t知事は</p>", "東京都知事は"],
    ["nor across an element's edge", "<p>東京都\n<b>知事</b>\nは</p>", "東京都知事は"],
    ["but it is one between Latin words", "<p>city\nhall</p>", "city hall"],
    ["and beside one", "<p>知事は\nNHKに</p>", "知事は NHKに"],
    ["a blank that was typed stays", "<p>東京都 知事</p>", "東京都 知事"],
    ["an image may be a character of a name", '<p>高<img src="x.gif" alt="﨑">さん</p>', "高﨑さん"],
    ["a character without a font has a mark", '<p>山<img class="gaiji" alt="「土へん＋竒」、U+57FC">の</p>', "山〓の"],
    ["a picture beside the text is none", '<p><img alt="写真">本文です。</p>', "本文です。"],
    ["a single character beside a word is one of it", '<p><img alt="図">本文です。</p><p>x</p>', "図本文です。\n\nx"],
    ["text for screen readers is not shown", '<p>雨<span class="sr-only">（天気）</span>が降る</p>', "雨が降る"],
    ["nor what is hidden by style", '<p>雨<span style="color:red; display : none">雪</span>が降る</p>', "雨が降る"],
    ["nor by an attribute", "<p>雨<span hidden>雪</span>が降る</p>", "雨が降る"],
    ["an emoji that screen readers skip is shown", '<p>雨<span aria-hidden="true">☔</span></p>', "雨☔"],
    ["spaces of pre stay between its pieces", "<pre><b>if</b> <i>x</i>  \n  y</pre>", "if x\n  y"],
  ])("%s", (_, html, text) => {
    expect(flat(html).text).toBe(text);
  });
});

describe("readings stand beside the text", () => {
  it.each([
    [
      "one reading of a word",
      "<ruby>虐待<rp>(</rp><rt>ぎゃくたい</rt><rp>)</rp></ruby>を禁じる",
      "虐待を禁じる",
      ["虐待=ぎゃくたい"],
    ],
    ["a reading a character", "<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>へ", "東京へ", ["東=とう", "京=きょう"]],
    [
      "bases before their readings",
      "<ruby>\n<rb>小</rb><rb>学</rb>\n<rt>しょう</rt> <rt>がく</rt>\n</ruby>生",
      "小学生",
      ["小=しょう", "学=がく"],
    ],
    [
      "several readings of one base are one",
      "<ruby>東京<rt>とう</rt><rt>きょう</rt></ruby>",
      "東京",
      ["東京=とうきょう"],
    ],
    [
      "readings of parts and of the whole",
      "<ruby><ruby>巽<rt>そん</rt></ruby>区<rt>たつみく</rt></ruby>",
      "巽区",
      ["巽区=たつみく", "巽=そん"],
    ],
    [
      "a second row of readings",
      "<ruby><rb>新</rb><rb>橋</rb><rt>しん</rt><rt>ばし</rt><rtc><rt>Shimbashi</rt></rtc></ruby>駅",
      "新橋駅",
      ["新橋=Shimbashi", "新=しん", "橋=ばし"],
    ],
    ["kana after the last reading has none", "<ruby>食<rt>た</rt>べ</ruby>る", "食べる", ["食=た"]],
    ["a reading without a base is none", "<ruby><rt>よみ</rt></ruby>字", "字", []],
    ["in a link", '<a href="/x">あ<ruby>市<rt>し</rt></ruby></a>', "あ市", ["市=し"]],
  ])("%s", (_, html, text, readings) => {
    const found = flat(html);
    expect(found.text).toBe(text);
    expect(found.ruby.map(({ start, end, reading }) => `${text.slice(start, end)}=${reading}`)).toEqual(readings);
  });

  it("every text node is told of once, readings as such", () => {
    const tree = parseHtml("<p>前<ruby>市<rp>(</rp><rt>し</rt><rp>)</rp></ruby>後</p>");
    const told: string[] = [];
    flatten(tree, 0, tree.length, { take: (node, reason) => told.push(`${plainText(tree, node)} ${reason}`) });
    expect(told).toEqual(["前 body", "市 body", "( reading", "し reading", ") reading", "後 body"]);
  });
});

describe("a line of its own", () => {
  it.each([
    ["keeps the ideographic space of a headline", "<h1>路面電車　夜十一時まで</h1>", "路面電車　夜十一時まで"],
    ["leaves readings out", "<h1><ruby>市<rt>し</rt></ruby>の日</h1>", "市の日"],
    ["leaves the name of a drawing out", "<h1><svg><title>logo</title></svg>題</h1>", "題"],
    ["parts what a break parts", "<h1>上<br>下</h1>", "上 下"],
  ])("%s", (_, html, text) => {
    const tree = parseHtml(html);
    expect(plainText(tree, 0)).toBe(text);
  });
});

it("an address that is somebody's own, or leads to no page, is no link; its words stay", () => {
  const html = `<p><a href="mailto:mikan@example.jp">メール</a>、<a href=" TEL:0312345678">電話</a>、<a href="#top">上へ</a>、<a href="javascript:void(0)">開く</a>、<a href="https://example.jp/">図書館</a></p>`;
  const { text, links } = flat(html);
  expect(text).toBe("メール、電話、上へ、開く、図書館");
  expect(links.map(({ start, end, url }) => [text.slice(start, end), url])).toEqual([
    ["図書館", "https://example.jp/"],
  ]);
});
