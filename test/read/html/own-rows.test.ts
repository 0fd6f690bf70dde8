import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/read/read.ts";

const ARTICLE = "<article><h1>港の話</h1><p>岸壁で働く人たちが港の話をした。遊具も直せます。</p></article>";

/** What a page says of each comment: author and words; and the places of the trace's rows after the article. */
function read(thread: string) {
  const page = ARTICLE + thread;
  const { comments, trace } = readPage(page, { trace: true });
  return {
    comments: comments.map(({ author, text }) => [author, text]),
    rows: trace!
      .filter(({ start }) => start >= ARTICLE.length)
      .map(({ start, end, place, reason }) => `${page.slice(start, end)} ${place} ${reason}`),
  };
}

const SAID = "<cite>ほたる</cite><p>前の声。</p>";

/** A comment, and two in it without names. */
const OUTER_AND_TWO: [string | null, string][] = [
  ["ほたる", "外の声"],
  [null, "一の声"],
  [null, "二の声"],
];
/** The rows of these where dates stand behind the words. */
const DATES_BEHIND = [
  "ほたる c1 author",
  "外の声 c1 body",
  "一の声 c2 body",
  "2024年4月1日 c2 date",
  "二の声 c3 body",
  "2024年4月2日 c3 date",
];

describe("a stretch of a page belongs to one comment, the innermost that holds it", () => {
  it.each([
    [
      "comments without elements of their own, cut at their dates, in one that holds words too",
      `<div class="comment"><cite>ほたる</cite><p>外の声</p><div class="comment"><div>2024年4月1日</div>一の声<div>2024年4月2日</div>二の声</div></div>`,
      OUTER_AND_TWO,
      [
        "ほたる c1 author",
        "外の声 c1 body",
        "2024年4月1日 c2 date",
        "一の声 c2 body",
        "2024年4月2日 c3 date",
        "二の声 c3 body",
      ],
    ],
    [
      "cut after their dates, the first beginning with a break",
      `<div class="comment"><cite>ほたる</cite><p>外の声</p><div class="commentbody"><br>一の声<div>2024年4月1日</div><br>二の声<div>2024年4月2日</div></div></div>`,
      OUTER_AND_TWO,
      DATES_BEHIND,
    ],
    [
      "the first beginning with what nobody sees",
      `<div class="comment"><cite>ほたる</cite><p>外の声</p><div class="comment"><script>x</script>一の声<div>2024年4月1日</div><hr>二の声<div>2024年4月2日</div></div></div>`,
      OUTER_AND_TWO,
      DATES_BEHIND,
    ],
    [
      "words of the outer one behind them",
      `<div class="comment"><cite>ほたる</cite><p>外の声</p><div class="comment"><div>2024年4月1日</div>一の声<div>2024年4月2日</div>二の声</div>まだ外の声</div>`,
      [
        ["ほたる", "外の声\n\nまだ外の声"],
        [null, "一の声"],
        [null, "二の声"],
      ],
      [
        "ほたる c1 author",
        "外の声 c1 body",
        "2024年4月1日 c2 date",
        "一の声 c2 body",
        "2024年4月2日 c3 date",
        "二の声 c3 body",
        "まだ外の声 c1 body",
      ],
    ],
    [
      "a reply in a date that never ends",
      `<ol><li class="comment" id="comment-1">${SAID}<span class="comment-date">2024年4月1日<ul class="children"><li class="comment" id="comment-2"><cite>みかん</cite><time datetime="2024-04-02">四月二日</time><p>後の声。</p></li></ul></span></li></ol>`,
      [
        ["ほたる", "前の声。"],
        ["みかん", "後の声。"],
      ],
      [
        "ほたる c1 author",
        "前の声。 c1 body",
        "2024年4月1日 c1 date",
        "みかん c2 author",
        "四月二日 c2 date",
        "後の声。 c2 body",
      ],
    ],
    [
      "a reply in what holds the votes",
      `<ol><li class="comment" id="comment-1">${SAID}<div class="comment-likes">いいね<ul class="children"><li class="comment" id="comment-2"><cite>みかん</cite><time datetime="2024-04-02">四月二日</time><p>後の声。</p></li></ul></div></li></ol>`,
      [
        ["ほたる", "前の声。"],
        ["みかん", "後の声。"],
      ],
      [
        "ほたる c1 author",
        "前の声。 c1 body",
        "いいね c1 votes",
        "みかん c2 author",
        "四月二日 c2 date",
        "後の声。 c2 body",
      ],
    ],
    [
      "a reply in the words, which go on behind it",
      `<ol><li class="comment" id="comment-1"><cite>ほたる</cite><div class="comment-content">前の声。<ul class="children"><li class="comment" id="comment-2"><cite>みかん</cite><p>後の声。</p></li></ul>まだ前の声。</div></li></ol>`,
      [
        ["ほたる", "前の声。\nまだ前の声。"],
        ["みかん", "後の声。"],
      ],
      ["ほたる c1 author", "前の声。 c1 body", "みかん c2 author", "後の声。 c2 body", "まだ前の声。 c1 body"],
    ],
  ])("%s", (_, thread, comments, rows) => {
    expect(read(thread)).toEqual({ comments, rows });
  });
});

describe("a colon before the words is the name's only where it stands behind one", () => {
  const comments = (second: string) =>
    read(`<ol>${one("ほたる", "前の声。")}<li class="comment" id="comment-2">${second}</li></ol>`).comments.at(-1);
  it.each([
    ["behind a name", '<span class="author">みかん</span>: 賛成です。<br>2024年5月2日', ["みかん", "賛成です。"]],
    ["of full width", '<span class="author">みかん</span>：賛成です。<br>2024年5月2日', ["みかん", "賛成です。"]],
    ["a sign of the writer's", "<cite>みかん</cite><p>:-) 賛成です。</p>", ["みかん", ":-) 賛成です。"]],
    [
      "in an element of the words",
      '<cite>みかん</cite><div class="comment-content">：賛成</div>',
      ["みかん", "：賛成"],
    ],
    ["without a name", "<p>2024年5月2日</p><p>:賛成です。</p>", [null, ":賛成です。"]],
  ])("%s", (_, second, comment) => expect(comments(second)).toEqual(comment));
});

const one = (name: string, words: string) =>
  `<li class="comment" id="comment-1"><cite>${name}</cite><div class="comment-content">${words}</div></li>`;

describe("what is in a template that nobody sees is no comment", () => {
  const seen = [["ほたる", "前の声。"]];
  it.each([
    [
      "a whole comment",
      `<ol>${one("ほたる", "前の声。")}<template>${one("{{name}}", "{{text}}")}</template></ol>`,
      seen,
    ],
    [
      "in another",
      `<ol>${one("ほたる", "前の声。")}<template><template></template>${one("x", "y")}</template></ol>`,
      seen,
    ],
    ["one that never ends", `<ol>${one("ほたる", "前の声。")}</ol><template/>${one("x", "y")}`, seen],
    ["a part of the words", one("ほたる", "前の<template>見えない</template>声。"), seen],
    [
      "the words",
      `<ol>${one("ほたる", "前の声。")}<li class="comment" id="comment-2"><template>${one("x", "y")}`,
      seen,
    ],
    ["a reference in it", one("ほたる", "前の<template>x&amp;y</template>声。"), seen],
    ["the end of one without its beginning", one("ほたる", "前の</template>声。"), seen],
    ["and what is after it is seen", `<template>${one("x", "y")}</template>${one("ほたる", "前の声。")}`, seen],
    [
      "but the inside of an element is",
      `<c-thread><template shadowrootmode="open"><ol>${one("ほたる", "前の声。")}`,
      seen,
    ],
    [
      "unless that is in another",
      `${one("ほたる", "前の声。")}<template><template shadowrootmode="open">${one("x", "y")}`,
      seen,
    ],
  ])("%s", (_, thread, comments) => {
    const { comments: found, rows } = read(thread);
    expect(found).toEqual(comments);
    expect(rows).not.toContainEqual(expect.stringMatching(/^(?:見えない|[xy{]|\{\{\w+\}\}) /));
    expect(rows.filter((row) => row.endsWith("c1 body")).length).toBeGreaterThan(0);
  });
});
