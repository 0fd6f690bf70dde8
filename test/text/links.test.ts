import { describe, expect, test } from "vitest";
import { findLinks, withoutLinks } from "../../src/text/links.ts";

const links = (text: string) => findLinks(text).map(({ start, end }) => text.slice(start, end));

describe("a link is found as far as it goes", () => {
  test.each([
    ["店は https://example.org/red です", ["https://example.org/red"]],
    ["（https://example.org/a_(b)）と", ["https://example.org/a_(b"]],
    ["https://example.comを見て", ["https://example.com"]],
    ["https://example.org/wiki/大阪です", ["https://example.org/wiki/大阪"]],
    ["ttps://example.org/x。", ["ttps://example.org/x"]],
    ["www.example.jp/a、www.example.jp/b", ["www.example.jp/a", "www.example.jp/b"]],
    ["短縮は t.co/Ab9 や youtu.be/Q-1 で", ["t.co/Ab9", "youtu.be/Q-1"]],
    ["mail: a.b-c@mail.example.co.jp.", ["a.b-c@mail.example.co.jp"]],
    ["@taro_1と＠hanako", ["@taro_1", "＠hanako"]],
    ["http://a.example/?q=1&r=www#x!", ["http://a.example/?q=1&r=www#x"]],
  ])("%s", (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test.each([
    "卵@100円",
    "Node.js/Denoで書く",
    "1/3や24時間/日",
    "笑ｗｗｗ www",
    "and/or",
    "会場@東京",
  ])("%s holds none", (text) => expect(links(text)).toEqual([]));
});

test("a text without its links is as long as before", () => {
  const text = "a https://example.org/b c";
  expect(withoutLinks(text, findLinks(text))).toBe(`a ${"\ufffc".repeat(21)} c`);
});

test("time is linear in the text", () => {
  for (const piece of ["a.", "a@", "http:", "-a.co", "www.", "a.b@c.", "://x"]) {
    const text = piece.repeat(50_000);
    const start = performance.now();
    findLinks(text);
    expect(performance.now() - start).toBeLessThan(1500);
  }
});
