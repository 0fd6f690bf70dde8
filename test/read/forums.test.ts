import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lossesOf } from "../../src/model/losses.ts";
import { reactionsIn } from "../../src/read/forums/reactions.ts";
import { parseHtml } from "../../src/read/html/parse.ts";
import { joinPages } from "../../src/read/join-pages.ts";
import { readPage } from "../../src/read/read.ts";

const OLD = readFileSync("test/pages/forum-phpbb-old/page.html", "utf8");

/** A thread of phpBB: posts of ids and words, with what turns its pages. */
const thread = (posts: readonly (readonly [number, string])[], pages = "<strong>1</strong>"): string =>
  `<!doctype html><html lang="ja"><head><title>夜間開館 - 板</title></head><body><h2 class="topic-title">夜間開館</h2><div class="pagination">${pages}</div>${posts
    .map(
      ([id, words]) =>
        `<div id="p${id}" class="post"><div class="postbody"><p class="author">by <a class="username">み${id}</a> <time>2024-05-01 10:${id}</time></p><div class="content">${words}</div></div></div>`,
    )
    .join("")}</body></html>`;
const quote = (id: number, words: string): string =>
  `<blockquote><cite>み <a href="./viewtopic.php?p=${id}#p${id}">↑</a></cite>${words}</blockquote>`;

describe("quotations say whom a post answers", () => {
  const read = (words: string) =>
    readPage(
      thread([
        [10, "開けますか"],
        [11, "はい"],
        [12, "いいえ"],
        [13, words],
      ]),
    ).comments[2]!;
  it.each([
    ["one post", `${quote(11, "はい")}賛成`, "c1", []],
    ["the first post, which is the article", `${quote(10, "開けますか")}賛成`, null, []],
    ["two posts", `${quote(12, "いいえ")}反対${quote(11, "はい")}賛成`, "c2", ["several-parents"]],
    ["a quotation within a quotation", `${quote(12, `${quote(11, "はい")}いいえ`)}なぜ`, "c2", []],
    ["a post that is elsewhere", `${quote(99, "昔の話")}懐かしい`, null, ["missing-parent"]],
    ["a post that is elsewhere and one that is here", `${quote(99, "昔の話")}${quote(11, "はい")}賛成`, "c1", []],
    ["a link in the words is no quotation", '<a href="./viewtopic.php?p=11#p11">あれ</a>です', null, []],
  ])("%s", (_, words, replyTo, notes) => {
    expect([read(words).replyTo, read(words).notes.map(({ code }) => code)]).toEqual([replyTo, notes]);
  });
});

describe("a thread of several pages says so", () => {
  it.each([
    ["<strong>1</strong> / <strong>3</strong>", "page 1 of 3", "開けますか"],
    ['<ul><li class="active"><span>1</span></li><li><a href="?start=4">2</a></li></ul>', "page 1 of 2", "開けますか"],
    ['<ul><li><a href="?">1</a></li><li class="active"><span>2</span></li></ul>', "page 2 of 2", ""],
    ["ページ 2 / 5", "page 2 of 5", ""],
  ])("%s", (pages, told, text) => {
    const page = readPage(
      thread(
        [
          [10, "開けますか"],
          [11, "はい"],
        ],
        pages,
      ),
    );
    expect(lossesOf(page)).toEqual([
      {
        code: "missing-comments",
        message: `it is ${told} of the thread: save the others too and join them with joinPages`,
      },
    ]);
    expect(page.article.text).toBe(text);
  });

  it("and its pages can be joined", () => {
    const first = OLD.replaceAll("<strong>2</strong>", "<strong>1</strong>")
      .replace(/p44/g, "p40")
      .replace(/p45/g, "p41");
    const whole = joinPages([readPage(first), readPage(OLD)]);
    expect(whole.article.text).toContain("電気代は誰が払うのでしょう。");
    expect(whole.comments.map(({ sourceId }) => sourceId)).toEqual(["41", "44", "45"]);
  });
});

describe("reactions", () => {
  const image = (name: string): string => `<img alt="${name}">`;
  it.each([
    ["<bdi>花</bdi>", { up: 1 }],
    [`${image("いいね")}<bdi>花</bdi>, <bdi>黒</bdi> と他1,234人`, { up: 1236 }],
    [`${image("Haha")}<bdi>花</bdi> and 3 others`, { up: null, Haha: 4 }],
    [`${image("Like")}${image("Haha")}<bdi>花</bdi>`, { up: null, reactions: 1 }],
    [`${image("Like")}<span>3</span>${image("Sad")}<span>2</span>`, { up: 3, Sad: 2 }],
    ["<strong>5 人</strong> がいいねしています", { up: 5 }],
    ["12", { up: 12 }],
    ["", { up: null }],
  ])("%s", (bar, expected) => {
    expect(reactionsIn(parseHtml(`<div>${bar}</div>`), 0)).toEqual(expected);
  });
});

it("a thread with one post is an article without comments", () => {
  const page = readPage(thread([[10, "開けますか"]]));
  expect([page.source.format, page.article.text, page.comments]).toEqual(["forum", "開けますか", []]);
});

it("a quotation that nobody closed takes nothing of the posts after it", () => {
  const page = thread([
    [10, "開けますか"],
    [11, "<cite>はい"],
    [12, "いいえ"],
    [13, "なぜ"],
  ]).replaceAll("</div>", "");
  const { comments, trace } = readPage(page, { trace: true });
  expect(comments.map(({ author, text }) => [author, text])).toEqual([
    ["み11", ""],
    ["み12", "いいえ"],
    ["み13", "なぜ"],
  ]);
  const rows = trace!.filter(({ reason }) => reason === "body" || reason === "quoted");
  expect(rows.map(({ start, end, place, reason }) => `${page.slice(start, end)} ${place} ${reason}`)).toEqual([
    "開けますか article body",
    "はい c1 quoted",
    "いいえ c2 body",
    "なぜ c3 body",
  ]);
});

it("posts that nobody closed, 20,000 deep, are read in time", () => {
  const deep = '<div id="p1" class="post"><div class="postbody"><blockquote><div class="content">話'.repeat(20_000);
  const start = performance.now();
  readPage(deep, { format: "forum" });
  expect(performance.now() - start).toBeLessThan(20_000);
});
