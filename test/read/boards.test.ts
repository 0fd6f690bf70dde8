import { describe, expect, it } from "vitest";
import type { YoronError } from "../../src/model/error.ts";
import { readPage } from "../../src/read/read.ts";

const page = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="ja"><head><title>${title}</title></head><body>${body}</body></html>`;

describe("what merely looks like a board is none", () => {
  it("a numbered list of questions is an article", () => {
    const { source, article } = readPage(
      page(
        "夜間開館の質問",
        "<article><h1>夜間開館の質問</h1><p>町の人から寄せられた質問に、館長が順に答えます。費用の話もあります。</p><dl><dt>1：いつから始まりますか</dt><dd>五月からの予定です。</dd><dt>2：費用はかかりますか</dt><dd>かかりません。</dd></dl></article>",
      ),
    );
    expect(source.format).toBe("html");
    expect(article.text).toContain("五月からの予定です。");
  });

  it("a post of a blog with a message in it keeps its comments", () => {
    const { source, comments } = readPage(
      page(
        "図書館の夜",
        '<div class="post"><h1>図書館の夜</h1><div class="message"><p>きのう図書館で夜間開館の話を聞いた。館長の話は長かった。</p></div></div><ol class="commentlist"><li class="comment depth-1" id="comment-5"><div class="comment-body"><div class="comment-author vcard"><cite class="fn">りんご</cite></div><div class="comment-meta commentmetadata"><a href="#">2025年4月1日 10:06</a></div><p>賛成です。</p></div></li></ol>',
      ),
    );
    expect(source.format).toBe("wordpress-core");
    expect(comments.map(({ author, text }) => [author, text])).toEqual([["りんご", "賛成です。"]]);
  });
});

describe("a list of threads is no thread", () => {
  const list =
    '<h1>倉庫</h1><p><a href="/test/read.cgi/lib/1743465931/">図書館の夜間開館 (120)</a></p><p><a href="/test/read.cgi/lib/1743465932/">町の本棚 (45)</a></p>';
  it.each([
    ["過去ログ倉庫", "page.html"],
    ["図書館板", "kako0001.html"],
  ])("%s in %s", (title, path) => {
    expect(() => readPage(page(title, list), { path })).toThrow(
      expect.objectContaining({ code: "not-an-article" } satisfies Partial<YoronError>),
    );
    expect(() => readPage(page(title, list), { path })).toThrow(/a list of threads, not a thread/);
  });
});

it("a list of opinions is read by name only", () => {
  const text = "夜も開けてほしい\n費用が心配\n仕事帰りに寄りたい\n人手が足りない\nまず昼間を\n";
  expect(readPage(text, { format: "lines" }).comments).toHaveLength(5);
  const guessed = readPage(text);
  expect(guessed.source.format).toBe("page-text");
  expect(guessed.article.notes).toMatchObject([{ code: "perhaps-list", message: expect.stringContaining('"lines"') }]);
});

describe("a plain text that only looks a little like a thread stays an article", () => {
  it.each([
    [
      "headings over dates",
      "町の歴史\n町の図書館は次のように変わってきました。\n\n開館\n1964年4月1日\n広場に小さな図書館が開かれました。\n\n移転\n1985年6月10日\n駅の前に移りました。\n\n改築\n2020年10月1日\nいまの建物です。\n",
    ],
    [
      "one letter quoted",
      "夜の図書館\n先週から始まりました。手紙をもらいました。\n\nりんご より:\n2025年3月1日 9:00\nこれは手紙の写しです。\n\nという手紙でした。とてもよい話だと思います。\n",
    ],
  ])("%s", (_, text) => {
    const { comments } = readPage(text);
    expect(comments).toEqual([]);
  });
});

describe("personal data of boards is left out", () => {
  it.each([
    "名無しさん [203.0.113.77]",
    "名無しさん (ﾜｯﾁｮｲ 1a2b-3c4d [2001:db8::1])",
  ])("the address in the name %s", (name) => {
    const dat = `${name}<>mail@example.com<>2025/04/01(火) 09:05:31 ID:AbCdEf01 発信元:203.0.113.9<> 夜も <>図書館<>\n`;
    const text = JSON.stringify(readPage(dat));
    expect(text).not.toMatch(/203\.0|2001:db8|example\.com/);
    expect(text).toContain("名無しさん");
  });
});
