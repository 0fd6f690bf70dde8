import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Discussion } from "../../src/model/discussion.ts";
import { YoronError } from "../../src/model/error.ts";
import { makeDiscussion } from "../../src/read/discussion.ts";
import type { Format, ReadOptions } from "../../src/read/format.ts";
import { formats } from "../../src/read/formats.ts";
import { joinPages } from "../../src/read/join-pages.ts";
import { readAll, readFile, readPage } from "../../src/read/read.ts";
import { loadFormatWords } from "../../src/text/format-words.ts";

const HARBOUR = readFileSync("data/pages/harbour.txt");

describe("the sample pages", () => {
  it("read the same as text and as HTML", () => {
    const strip = ({ article, comments }: Discussion) => ({
      article: { ...article, url: null, links: [] },
      comments: comments.map((comment) => ({ ...comment, sourceId: null, links: [] })),
    });
    expect(strip(readPage(readFileSync("data/pages/harbour-tcd.html")))).toEqual(strip(readPage(HARBOUR)));
  });

  it("are what the documents say: 45, 30 and 48 comments, six levels, votes and names missing", () => {
    const { comments } = readPage(HARBOUR);
    expect(comments).toHaveLength(45);
    expect(Math.max(...comments.map(({ depth }) => depth))).toBe(5);
    expect(comments.filter(({ author }) => author === null).length).toBeGreaterThan(0);
    expect(comments.filter(({ reactions }) => reactions.up === null).length).toBeGreaterThan(0);
    const railway = readPage(readFileSync("data/pages/railway-core.html"));
    expect(railway.comments).toHaveLength(30);
    expect(railway.comments.every(({ reactions }) => "down" in reactions)).toBe(true);
    expect(readPage(readFileSync("data/pages/survey-library.csv")).comments).toHaveLength(48);
  });

  it("are the same, byte for byte, each time they are read", () => {
    expect(JSON.stringify(readPage(HARBOUR, { trace: true }))).toBe(JSON.stringify(readPage(HARBOUR, { trace: true })));
  });
});

describe("bad input is one clear error", () => {
  const page = "題\n\n本文です。\n";
  const rows: readonly (readonly [string, string | Uint8Array, ReadOptions, string, RegExp])[] = [
    [
      "an unknown format",
      page,
      { format: "word" },
      "unknown-format",
      /there is no format "word"; known formats: page-text, /,
    ],
    ["a wrong format", HARBOUR, { format: "wxr" }, "wrong-format", /is not "wxr"; it looks like page-text/],
    [
      "a wrong format of JSON",
      '{"comments":[{"body":"x"}]}',
      { format: "reddit" },
      "wrong-format",
      /it looks like json/,
    ],
    [
      "a page that is no article",
      "<html><body><ul><li>a</li></ul></body></html>",
      {},
      "not-an-article",
      /holds no article/,
    ],
    ["one line of text", "こんにちは", {}, "not-an-article", /こんにちは/],
    [
      "several discussions",
      readFileSync("test/pages/wxr-two-posts/page.xml"),
      {},
      "several-discussions",
      /discussions: 2; read them with readAll/,
    ],
    [
      "an unknown option",
      page,
      { lang: "ja" } as ReadOptions,
      "unknown-option",
      /has no option "lang"; it takes: format, /,
    ],
    ["a date that is none", page, { published: "昨日" }, "bad-value", /published is not a date: "昨日"/],
    [
      "a column that is not there",
      "id,body\n1,x\n",
      { columns: { text: "本文" } },
      "unknown-column",
      /no column "本文"; it has: id, body/,
    ],
    [
      "a role that is not there",
      "id,body\n1,x\n",
      { columns: { words: "body" } as never },
      "unknown-option",
      /no role "words"/,
    ],
    ["no column of comments", "a,b\n1,2\n", { format: "csv", path: "x.csv" }, "unknown-column", /name it: columns/],
    ["a Discussion of a wrong shape", '{"schema":"yoron/discussion@1","id":"x"}', {}, "malformed", /has no source/],
  ];
  it.each(rows)("%s", (_, input, options, code, message) => {
    let error: unknown;
    try {
      readPage(input, options);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(YoronError);
    expect((error as YoronError).code).toBe(code);
    expect((error as YoronError).message).toMatch(message);
  });

  it("a file that is an address, a folder or not there", async () => {
    await expect(readFile("https://example.jp/a")).rejects.toMatchObject({
      code: "not-a-file",
      message: expect.stringContaining("never fetches"),
    });
    await expect(readFile("test/pages")).rejects.toMatchObject({ code: "unreadable" });
    await expect(readFile("no/such/file.txt")).rejects.toMatchObject({
      code: "unreadable",
      message: expect.stringContaining("ENOENT"),
    });
  });
});

it("a page that lost its beginning is still HTML, a text that speaks of tags is still text", () => {
  const page = readFileSync("data/pages/railway-core.html", "utf8");
  expect(readPage(page.slice(page.indexOf('"UTF-8"'))).comments).toHaveLength(30);
  expect(readPage(page.slice(page.indexOf("</title>") + 3, page.indexOf("<ol"))).source.format).toBe("html");
  expect(
    readPage(
      "札の書き方\n\n太字は<b>と</b>で、斜体は<i>と</i>で囲む。\n段落は<p>と</p>。\n".repeat(1) +
        "\n説明の続き。\n".repeat(20),
    ).source.format,
  ).toBe("page-text");
});

describe("formats are values", () => {
  const mine: Format = {
    name: "lines",
    description: "a comment a line",
    needs: "a first line !lines",
    detect: ({ text }) => (text.startsWith("!lines") ? 1 : 0),
    *read(decoded) {
      const [, ...lines] = decoded.text.trim().split("\n");
      const comments = lines.map((text) => ({ author: null, posted: null, reactions: { up: null }, text }));
      yield makeDiscussion(decoded, "lines", { article: { title: "一行ずつ", text: "" }, comments });
    },
  };

  it("one of your own is passed beside the others", () => {
    const page = readPage("!lines\n一つ\n二つ\n", { formats: [mine, ...formats] });
    expect(page.source.format).toBe("lines");
    expect(page.comments.map(({ text }) => text)).toEqual(["一つ", "二つ"]);
  });

  it("every format says what it reads and what it needs, under a name of its own", () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
    for (const { description, needs } of formats) expect(description.length * needs.length).toBeGreaterThan(0);
  });
});

it("ids are the first twelve digits of the sha256, numbered where a source holds several", () => {
  const [first, second] = [...readAll(readFileSync("test/pages/wxr-two-posts/page.xml"))];
  expect(first!.id).toBe(first!.source.sha256.slice(0, 12));
  expect(second!.id).toBe(`${first!.id}-2`);
});

it("the date of publication is the page's, else the caller's, else the earliest comment's", () => {
  const page = "題\n\n本文です。\n\nコメント\n\n    • あ\n    • 2024年5月2日\n\n    い\n";
  expect(readPage(page).article.published).toEqual({ value: "2024-05-02", precision: "day", from: "earliest-comment" });
  expect(readPage(page, { published: "2024-05-01" }).article.published).toEqual({
    value: "2024-05-01",
    precision: "day",
    from: "option",
  });
  const dated = page.replace("本文", "2024年4月1日\n\n本文");
  expect(readPage(dated, { published: "2024-05-01" }).article.published?.from).toBe("page");
});

describe("a file", () => {
  it("is read with its path recorded", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "read-")), "a.txt");
    writeFileSync(path, HARBOUR);
    expect((await readFile(path)).source).toMatchObject({ path, format: "page-text", encoding: "utf-8" });
  });
});

describe("personal data that readers do not see never enters a Discussion", () => {
  const names = [
    "wxr-two-posts",
    "disqus-two-threads",
    "wordpress-core-html5",
    "5ch-dat-anchors",
    "json-ld-in-html",
    "youtube-replies",
    "csv-mapping",
    "json-hostile-keys",
  ];
  it.each(names)("%s", (name) => {
    const file = { wxr: "xml", disqus: "xml", wordpress: "html", "5ch": "dat", youtube: "json", csv: "csv" }[
      name.split("-")[0]!
    ];
    const bytes = readFileSync(`test/pages/${name}/page.${name === "json-ld-in-html" ? "html" : (file ?? "json")}`);
    const source = bytes.toString("latin1");
    expect(source).toMatch(/himitsu|203\.0\.113/);
    const options = name === "csv-mapping" ? { columns: { text: "what" } } : {};
    expect(JSON.stringify([...readAll(bytes, { trace: true, ...options })])).not.toMatch(/himitsu|203\.0\.113/);
  });
});

describe("joinPages", () => {
  const part = (items: string, title = "二つに分かれた記事") =>
    `<h1 class="entry-title">${title}</h1><div class="entry-content"><p>本文です。</p></div><ol class="comment-list">${items}</ol>`;
  const item = (id: number, text: string, inner = "") =>
    `<li id="comment-${id}" class="comment even depth-1"><div class="comment-author"><b class="fn">人${id}</b></div><div class="comment-metadata"><time datetime="2024-01-0${id}">1</time></div><div class="comment-content"><p>${text}</p></div>${inner}</li>`;
  const first = readPage(part(item(3, "三", `<ul class="children">${item(4, "三への返信")}</ul>`) + item(5, "五")), {
    path: "1.html",
  });
  const second = readPage(part(item(5, "五", `<ul class="children">${item(6, "五への返信")}</ul>`) + item(1, "一")), {
    path: "2.html",
  });

  it("numbers the comments anew and keeps one that stands on both pages once", () => {
    const whole = joinPages([first, second]);
    expect(
      whole.comments.map(({ id, order, sourceId, replyTo, depth, text }) => [
        id,
        order,
        sourceId,
        replyTo,
        depth,
        text,
      ]),
    ).toEqual([
      ["c1", 0, "comment-3", null, 0, "三"],
      ["c2", 1, "comment-4", "c1", 1, "三への返信"],
      ["c3", 2, "comment-5", null, 0, "五"],
      ["c4", 3, "comment-6", "c3", 1, "五への返信"],
      ["c5", 4, "comment-1", null, 0, "一"],
    ]);
    expect(whole.article.published).toEqual({ value: "2024-01-01", precision: "day", from: "earliest-comment" });
    expect(whole.source.notes.map(({ message }) => message)).toEqual(["comment pages joined with this one: 2.html"]);
    expect(Object.isFrozen(whole.comments)).toBe(true);
  });

  it("leaves one page as it is, and refuses none or those of two articles", () => {
    expect(joinPages([first])).toEqual(first);
    expect(() => joinPages([])).toThrow(/no pages/);
    expect(() => joinPages([first, readPage(part(item(9, "九"), "別の記事"))])).toThrow(
      /different articles: .*別の記事/,
    );
  });
});

it("every format has Japanese words, which hold the names that its source must have, and no words are left over", () => {
  const words = loadFormatWords();
  for (const { name, needs } of formats) {
    expect(words(name)?.meaning, name).toMatch(/[\p{Script=Hiragana}\p{Script=Han}]/u);
    const signs = needs.match(/\b\w*_\w+|\.[a-z][\w-]+|\w+\[\]/g) ?? [];
    for (const sign of signs) expect(words(name)?.needs, name).toContain(sign);
  }
  const rows = readFileSync("data/format-words.tsv", "utf8").trim().split("\n").slice(1);
  expect(rows.map((row) => row.split("\t")[0])).toEqual(formats.map(({ name }) => name));
});

it.each([
  ["<!DO</noframes>CTYPE html><html><head><title>港;話</title></head><body><p>港の話。;</p></body></html>"],
  ["<!doc<html lang=ja><body><p>港の話。;</p>\n<p>駅の話。;</p></body></html>"],
  ["< html><html><body><p>港の話。;</p></body></html>"],
  ["<htm<dd>l><head><title>港,話</title></head><body>\n<p>港の話。,</p>\n<p>駅の話。,</p>\n"],
])("%s is a page, however its first tag is broken", (page) => {
  const long = page.replaceAll("港の話。", "港の話をする。".repeat(40));
  expect(readPage(long).source.format).toBe("html");
});

it("docs/formats.md tells of every format", () => {
  const table = readFileSync("docs/formats.md", "utf8");
  for (const { name } of formats) expect(table).toContain(`\`${name}\``);
});
