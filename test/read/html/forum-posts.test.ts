import { describe, expect, it } from "vitest";
import { readPage } from "../../../src/read/read.ts";

const page = (posts: string): string =>
  `<!doctype html><html lang="ja"><head><title>夜間開館の話</title></head><body><main><h1>夜間開館の話</h1>${posts}</main></body></html>`;
const words = "図書館を夜も開けてほしいという声が、町の集まりで相次いだ。";
const codes = (source: string): string[] => readPage(source, { format: "html" }).article.notes.map(({ code }) => code);

describe("threads of forums that are read as any page say so", () => {
  it.each([
    ["phpBB", (n: number) => `<div id="p${n}" class="post bg1"><div class="content">${words}</div></div>`],
    [
      "XenForo",
      (n: number) => `<article class="message" id="js-post-${n}"><div class="bbWrapper">${words}</div></article>`,
    ],
  ])("%s", (_, post) => {
    expect(codes(page(post(900) + post(901)))).toContain("comments-not-read");
  });

  it("but a list of a blog's articles is no thread", () => {
    const post = (n: number) => `<article id="post-${n}" class="post type-post hentry"><p>${words}</p></article>`;
    expect(codes(page(post(210) + post(211)))).not.toContain("comments-not-read");
  });
});

it("a board's posts of today may be div, with their attributes in any order", () => {
  const post = (n: number, text: string) =>
    `<div id="${n}" data-date="NG" data-userid="ID:aBcDeFg${n}" data-id="${n}" class="clear post"><span class="postid">000${n}</span><span class="postusername"><b>名無しさん</b></span><span class="date">2023/08/11(金) 12:00:0${n}.23</span><span class="uid">ID:aBcDeFg${n}</span><div class="post-content"> ${text} </div></div>`;
  const read = readPage(page(post(1, words) + post(2, "&gt;&gt;1 賛成")));
  expect(read.source.format).toBe("5ch-html");
  expect(read.comments.map(({ text, replyTo }) => [text, replyTo])).toEqual([
    [words, null],
    [">>1 賛成", "c1"],
  ]);
});
