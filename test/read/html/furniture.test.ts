import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/read/read.ts";

const A = "港の堤防に新しい灯台が立ち、漁師たちは夜の海を安心して帰れるようになったと話した。";
const B = "工事は三年かかり、費用は当初の見込みの二倍になったが、町は起債で賄ったという。";
const C = "住民説明会では、光が強すぎて眠れないという声と、観光に役立つという声に割れた。";
const p = (text: string): string => `<p>${text}</p>`;
const page = (body: string): string =>
  `<!DOCTYPE html><html lang="ja"><head><title>灯台が立つ</title></head><body>${body}</body></html>`;
const bodyOf = (body: string): string => readPage(page(body)).article.text;
/** A body that its theme names, and one that nothing names. */
const named = (inside: string): string => `<h1>灯台が立つ</h1><div class="entry-content">${inside}</div>`;
const bare = (inside: string): string => `<h1>灯台が立つ</h1><div>${inside}</div>`;

describe("a name takes nothing from the body that wraps running text", () => {
  it.each(["gate-ad", "right-sidebar", "widget", "advertisement"])(".%s about one paragraph of several", (name) => {
    expect(bodyOf(bare(`${p(A)}<div class="${name}">${p(B)}</div>${p(C)}`))).toBe(`${A}\n\n${B}\n\n${C}`);
  });

  it.each([
    "gate-ad",
    "right-sidebar",
    "widget",
    "related",
    "author-box",
    "newsletter",
    "modal",
    "toc",
    "footer",
  ])(".%s about every paragraph", (name) => {
    const wrapped = [A, B, C].map((text) => `<div class="${name}">${p(text)}</div>`).join("");
    expect(bodyOf(bare(wrapped))).toBe(`${A}\n\n${B}\n\n${C}`);
  });

  it.each([
    ["an advertisement of links", `<div class="ad"><a href="/x">港の宿、早割りで予約する</a></div>`],
    ["related posts", `<div class="related">${p("灯台の昔話を読む。")}<a href="/1">灯台の昔</a></div>`],
  ])("%s is cut all the same", (_, box) => {
    expect(bodyOf(bare(`${p(A)}${p(B)}${box}${p(C)}`))).toBe(`${A}\n\n${B}\n\n${C}`);
  });

  it("a sidebar beside the text is none of it", () => {
    const side = `<div class="sidebar"><h3>この欄について</h3>${p("港町の暮らしを週に一度、町の人の声とともに伝える欄です。")}</div>`;
    expect(bodyOf(`${bare(`${p(A)}${p(B)}${p(C)}`)}${side}`)).toBe(`${A}\n\n${B}\n\n${C}`);
  });

  it("a heading whose place contents point to stays", () => {
    const inside = `${p(A)}<div id="toc"><ul><li><a href="#a">費用</a></li></ul></div><h2><span id="toc">費用</span></h2>${p(B)}`;
    expect(bodyOf(named(inside))).toBe(`${A}\n\n費用\n\n${B}`);
  });
});

describe("boxes that a site puts into a body are known by their own words and links", () => {
  const share = ["ツイート", "はてブ", "Pocket", "LINEで送る"]
    .map((name) => `<li><a href="/s">${name}</a></li>`)
    .join("");
  it.each([
    ["buttons that pass it on", `${p(A)}${p(B)}<div class="x"><ul>${share}</ul></div>`],
    [
      "a card of a shop",
      `${p(A)}<div class="d"><a href="/b"><img src="c.jpg" alt="本"></a><div><p><a href="/b">灯台の科学</a></p><ul><li>作者:架空 太郎</li></ul><a href="/b">Amazon</a></div></div>${p(B)}`,
    ],
    [
      "a card of another article",
      `${p(A)}${p(B)}<div class="c"><span>あわせて読みたい</span><div><a href="/x">古い灯台をたずねて</a><span>岬までの道をまとめました…</span></div></div>`,
    ],
    ["a button", `${p(A)}<div class="b"><a href="/shop">商品の一覧を見る</a></div>${p(B)}`],
    [
      "a call to join",
      `${p(A)}${p(B)}<section class="c"><h2>灯台調べ、参加者募集中</h2><div>月に一度、歩いて数えます。</div><div><a href="/join">くわしく見る</a></div></section>`,
    ],
    [
      "tags",
      `${p(A)}${p(B)}<p class="t">Tagged as: <a href="/t" rel="tag">灯台</a>, <a href="/u" rel="tag">港</a></p>`,
    ],
    [
      "where it is filed",
      `${p(A)}${p(B)}<p><small>This entry was posted on 2009年11月3日 and is filed under <a href="/c" rel="category tag">地域</a>. You can <a href="/tb" rel="trackback">trackback</a>.</small></p>`,
    ],
    [
      "a call to join above the tags",
      `${p(A)}${p(B)}<section class="c"><h2>灯台調べ、参加者募集中</h2><div>月に一度、歩いて数えます。</div><div><a href="/join">くわしく見る</a></div></section><p>Tags: <a href="/t" rel="tag">灯台</a></p>`,
    ],
    ["a notice of advertising", `<p>この記事には広告を含む場合があります。</p>${p(A)}${p(B)}`],
    ["whom to ask", `${p(A)}${p(B)}<h3>このページに関するお問い合わせ先</h3><p>住民課 電話：0000-00-0000</p>`],
    [
      "who wrote it",
      `${p(A)}${p(B)}<div>この記事を書いた人</div><div>椎名みちる</div><p>港町に住む。灯台を百か所めぐった。</p>`,
    ],
  ])("%s", (_, inside) => {
    expect(bodyOf(named(inside))).toBe(`${A}\n\n${B}`);
  });

  it.each([
    [
      "sources in a box",
      `<div class="box"><p>参考文献</p><ul><li><a href="/1">灯台の歴史</a></li><li><a href="/2">港の統計</a></li></ul></div>`,
      "灯台の歴史",
    ],
    [
      "a link to another article on a line",
      `<p>関連記事：<a href="/1">古い灯台をたずねて</a></p>`,
      "古い灯台をたずねて",
    ],
    [
      "an address",
      `<div class="embed"><a href="https://example.jp/v">https://example.jp/v</a></div>`,
      "https://example.jp/v",
    ],
    [
      "a sentence with a tag",
      `<p>昔話は<a href="/t" rel="tag">灯台守</a>から聞いた、と町の人は言う。</p>${p(C)}`,
      "灯台守",
    ],
    [
      "a box of running text",
      `<section class="s"><h2>その後</h2>${p(C)}<p>詳しくは<a href="/m">港の地図</a>を見てほしい。</p></section>`,
      "港の地図",
    ],
    [
      "the writer's contact in a sentence",
      `<p>このページに関するお問い合わせ先は役場です、と掲示にある。</p>`,
      "と掲示にある",
    ],
  ])("%s stays", (_, inside, kept) => {
    expect(bodyOf(named(`${p(A)}${p(B)}${inside}`))).toContain(kept);
  });
});

describe("the body of a page laid out by tables", () => {
  it("is its cell, without trail, contact and foot", () => {
    const html = `<table summary="全体"><tr><td colspan="2"><a href="/"><img src="l.gif" alt="町"></a></td></tr>
<tr><td><table><tr><td><a href="/1">税金</a></td></tr><tr><td><a href="/2">年金</a></td></tr></table></td>
<td><p><a href="/">ホーム</a> &gt; <a href="/k">くらし</a> &gt; 灯台が立つ</p><table><tr><td><h1>灯台が立つ</h1></td></tr>
<tr><td>${A}<br><br>${B}<br><br>${C}</td></tr>
<tr><td><table><tr><th>このページに関するお問い合わせ先</th></tr><tr><td>住民課 環境係<br>電話：0000-00-0000　FAX：0000-00-0001</td></tr></table></td></tr></table>
<p><a href="#top">ページの先頭へ</a></p></td></tr>
<tr><td colspan="2">港町役場　法人番号 0000000000000<br>開庁時間：月曜日から金曜日 午前8時30分から午後5時15分まで<br>Copyright (C) Minato. All Rights Reserved.</td></tr></table>`;
    expect(bodyOf(html).split(/\n+/)).toEqual([A, B, C]);
  });

  it("a table of figures does not stand for the text around it", () => {
    const rows = ["朝の海", "昼の港", "夜の道"].map((name) => `<tr><td>${name}</td><td>${C}${B}</td></tr>`).join("");
    const text = bodyOf(bare(`<p>表は調べた順に並べた。</p><table>${rows}</table><p>以上が一年の記録だ。</p>`));
    expect(text.startsWith("表は調べた順に並べた。") && text.endsWith("以上が一年の記録だ。")).toBe(true);
  });
});

describe("parts and edges", () => {
  it("what stands outside the parts that a theme names is the site's", () => {
    const parts = [A, B, C].map((text) => `<p itemprop="articleBody">${text}</p>`).join("<h2>小見出し</h2>");
    const html = `<main><p>連載 第八回</p><h1>灯台が立つ</h1><p>文・写真＝椎名みちる</p>${parts}<p>※本記事は月刊誌から抜粋したものです。</p><div class="a"><p>椎名みちる</p><p>記者。灯台を集めている。</p></div></main>`;
    expect(bodyOf(html)).toBe([A, B, C].join("\n\n小見出し\n\n"));
  });

  it("captions are text where they are sentences, not where they label or credit", () => {
    const figure = (caption: string): string => `<figure><img src="1.jpg"><figcaption>${caption}</figcaption></figure>`;
    const text = bodyOf(
      bare(`${p(A)}${figure("夜の堤防＝港町市で")}${p(B)}${figure("点灯の日、子どもたちが堤防に並んだ。")}${p(C)}`),
    );
    expect(text).toBe([A, B, "点灯の日、子どもたちが堤防に並んだ。", C].join("\n\n"));
  });

  it("an anchor that leads nowhere is no link to the paragraphs in it", () => {
    expect(bodyOf(bare(`<a href="javascript:">${p(A)}${p(B)}</a>`))).toBe(`${A}\n\n${B}`);
  });
});
