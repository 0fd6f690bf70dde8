import { describe, expect, it } from "vitest";
import type { YoronError } from "../../../src/model/error.ts";
import { readPage } from "../../../src/read/read.ts";

const page = (body: string, head = "<title>図書室の椅子</title>"): string =>
  `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const A = "図書室の椅子が新しくなった。座面は青く、座ると少し沈む。";
const B = "古い椅子は子どもたちが色を塗り、公園に置くことになった。";
const C = "塗る日は来月の三日。雨なら体育館で行うという。";
const read = (html: string) => readPage(html, { trace: true });

describe("the body is found by its own words, whatever its elements are called", () => {
  it.each([
    ["a form about the page", `<form id="aspnetForm"><h1>図書室の椅子</h1><div><p>${A}</p><p>${B}</p></div></form>`],
    ["a class with the part ad", `<div class="gate-ad"><h1>図書室の椅子</h1><div><p>${A}</p><p>${B}</p></div></div>`],
    ["an id with the part share", `<div id="share-page"><h1>図書室の椅子</h1><div><p>${A}</p><p>${B}</p></div></div>`],
    ["an aside about all", `<aside><h1>図書室の椅子</h1><div><p>${A}</p><p>${B}</p></div></aside>`],
    ["hidden until a script runs", `<h1>図書室の椅子</h1><div style="display:none"><p>${A}</p><p>${B}</p></div>`],
    ["no container at all", `<h1>図書室の椅子</h1><p>${A}<p>${B}`],
    [
      "cards above it",
      `<ul>${["坂の道", "朝の市", "川の橋"].map((t) => `<li><a href="/${t}">${t}、来月から工事</a><p>工事は三月まで続くという。迂回路がある。</p></li>`).join("")}</ul><h1>図書室の椅子</h1><div><p>${A}</p><p>${B}</p></div>`,
    ],
    [
      "a date and a name before it",
      `<h1>図書室の椅子</h1><div><div class="d">2024年5月1日</div><div class="n">椎名</div><p>${A}</p><p>${B}</p></div>`,
    ],
    [
      "lines of the site in it",
      `<h1>図書室の椅子</h1><div><p>${A}</p><p>広告</p><p>この記事は有料会員限定です</p><p>${B}</p><p>続きを読む</p></div>`,
    ],
    [
      "two bodies of one name",
      `<h1>図書室の椅子</h1><main><div class="article-body"><p>${A}</p></div><div class="article-body"><p>${B}</p></div></main>`,
    ],
    [
      "a link list in it",
      `<h1>図書室の椅子</h1><div><p>${A}</p><ul><li><a href="/1">関連する話題、もう一つ</a></li><li><a href="/2">過去の記事を読む</a></li></ul><p>${B}</p></div>`,
    ],
  ])("%s", (_, body) => {
    expect(read(page(body)).article.text).toBe(`${A}\n\n${B}`);
  });

  it("a hidden piece at the head of a paragraph takes nothing else with it", () => {
    const { article } = read(page(`<h1>図書室の椅子</h1><p><span hidden>隠し</span>${A}</p><p>${B}</p>`));
    expect(article.text).toBe(`${A}\n\n${B}`);
  });

  it("what follows the text that the page declares is not the body", () => {
    const declared = `${A}${B}${A.replace("青く", "赤く")}${B.replace("公園", "駅前")}`;
    const paragraphs = [A, B, A.replace("青く", "赤く"), B.replace("公園", "駅前")].map((p) => `<p>${p}</p>`).join("");
    const head = `<title>図書室の椅子</title><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "図書室の椅子", articleBody: declared })}</script>`;
    const { article } = read(page(`<h1>図書室の椅子</h1><div>${paragraphs}<p>${C}</p></div>`, head));
    expect(article.text).not.toContain(C);
    expect(article.text).toContain("駅前");
  });

  it("every text node has one place, a reading that of its unit", () => {
    const html = page(
      `<nav><a href="/">表紙</a></nav><h1>図書室の<ruby>椅子<rt>いす</rt></ruby></h1><p><ruby>古<rt>ふる</rt></ruby>い椅子は公園に置く。${A}</p>`,
    );
    const { trace, article } = read(html);
    const told = trace!.map(({ start, end, place, reason }) => [html.slice(start, end), place, reason]);
    expect(article.ruby).toEqual([{ start: 0, end: 1, reading: "ふる" }]);
    expect(told).toContainEqual(["ふる", "article", "reading"]);
    expect(new Set(trace!.map(({ start }) => start)).size).toBe(trace!.length);
  });
});

describe("a body in doubt is told", () => {
  const notes = (body: string) => read(page(body)).article.notes;
  it("a caption alone", () => {
    const [note] = notes(`<h1>図書室の椅子</h1><figure><img src="1.jpg"><figcaption>${A}</figcaption></figure>`);
    expect(note).toMatchObject({
      code: "body-uncertain",
      message: expect.stringMatching(/^\d+ of \d+ characters .* caption/),
    });
  });
  it("a part that another nearly equals", () => {
    const first = `<div class="one"><p>${A}${B}</p><p>${C}</p></div>`;
    const second = `<div class="two"><h2>坂の道の話</h2><p>${B}${A}</p></div>`;
    const found = read(page(`<h1>図書室の椅子</h1>${first}${second}`)).article;
    expect(found.text).toBe(`${A}${B}\n\n${C}`);
    expect(found.notes[0]).toMatchObject({
      code: "body-uncertain",
      message: expect.stringMatching(/another part of the page has nearly as many/),
    });
  });
  it("words without a sentence", () => {
    expect(notes("<h1>図書室の椅子</h1><div>準備中</div>")[0]?.code).toBe("body-uncertain");
  });
  it("but not a plain article", () => {
    expect(
      notes(
        `<h1>図書室の椅子</h1><div><p>${A}</p><p>${B}</p></div><footer><p>町立図書室。無断転載を禁じます。</p></footer>`,
      ),
    ).toEqual([]);
  });
  it("text without a title is read, and told", () => {
    const { article } = read(page(`<div><p>${A}</p><p>${B}</p></div>`, ""));
    expect([article.title, article.notes.map(({ code }) => code)]).toEqual(["", ["no-title"]]);
  });
});

describe("a page without an article says what stands on it", () => {
  it.each([
    [
      "a list of links",
      `<ul>${"<li><a href='/1'>坂の道、来月から工事</a></li>".repeat(9)}</ul>`,
      /the title "図書室の椅子".*characters of text: 0.*mostly links/,
    ],
    ["a page made by script", "<div id='root'></div><script>start()</script>", /script/],
    ["an empty page", "<div></div>", /nearly empty/],
  ])("%s", (_, body, message) => {
    let error: YoronError | null = null;
    try {
      read(page(body));
    } catch (caught) {
      error = caught as YoronError;
    }
    expect(error?.code).toBe("not-an-article");
    expect(error?.message).toMatch(message);
  });
});
