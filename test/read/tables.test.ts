import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import type { ColumnMapping, ReadOptions } from "../../src/read/format.ts";
import { readAll, readFile, readPage, readSource } from "../../src/read/read.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { writeTable } from "../../src/tables/export/write-table.ts";
import { Table } from "../../src/tables/table.ts";
import { rowXml, workbookOf } from "./make/workbook-parts.ts";
import { zip } from "./make/zip.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);

describe("what is a table is known by its rows", () => {
  test.each<[string, string, string, number, ReadOptions?]>([
    ["a line break in the header", '"ご意見\n(自由)",本文\n1,良い\n2,悪い\n', "csv", 2],
    ["a comma in the header", '"場所（駅,港など）",ひとこと,本文\n駅,a,良い\n港,b,悪い\n', "csv", 2],
    ["a semicolon in the header's words", '"番号;控え",本文\n1,良い\n', "csv", 1],
    ["semicolons", '番号;本文\n1;"良い, とても"\n', "csv", 1],
    [
      "a mapping, on a table without usual names",
      "甲,乙\n1,良い\n2,悪い\n3,普通\n",
      "csv",
      3,
      { columns: { text: "乙" } },
    ],
    [
      "a mapping, in the other order of separators",
      "甲\t乙\n1\t良い\n2\t悪い\n",
      "tsv",
      2,
      { columns: { text: "乙" } },
    ],
    [
      "one column, by its name",
      "ひとこと\n橋の上で立ち止まる人が多いです\n欄干を直してほしいと思います\n夕日がきれいに見えました\n",
      "csv",
      3,
      { path: "声.csv" },
    ],
    ["a header alone", "名前,本文\n", "csv", 0, { path: "声.csv" }],
  ])("%s", (_, text, format, count, options = {}) => {
    const page = readPage(bytes(text), options);
    expect([page.source.format, page.comments.length]).toEqual([format, count]);
    expect(codes(page.article.notes).includes("no-comments")).toBe(count === 0);
  });

  it("a table without any usual name is no page of text: its columns are asked for", () => {
    expect(() => readPage(bytes("甲,乙,丙\n1,2,3\n4,5,6\n"))).toThrow(
      /no column is known to hold the comments.*甲, 乙, 丙/su,
    );
  });

  it.each([
    ["prose with commas", "An evening, by the river\n\nPeople came, sat down, and talked.\nNobody, it seems, left.\n"],
    ["a poem between tabs", "川のうた\n\n\t流れ\t流れて\n\tどこまでも\n\nおわり\n"],
  ])("%s is no table", (_, text) => {
    expect(readPage(bytes(text)).source.format).toBe("page-text");
  });
});

describe("columns", () => {
  const csv = (header: string, ...rows: string[]) => bytes(`${[header, ...rows].join("\n")}\n`);
  const read = (source: Uint8Array, columns?: ColumnMapping) => [
    ...readAll(source, { path: "声.csv", ...(columns === undefined ? {} : { columns }) }),
  ];

  test.each([
    ["ご意見"],
    ["ご意見・ご感想"],
    ["ご要望"],
    ["自由記述欄"],
    ["自由回答"],
    ["感想"],
    ["理由"],
    ["口コミ"],
    ["レビュー"],
    ["コメント内容"],
    ["comment_content"],
  ])("%s holds the words", (name) => {
    expect(read(csv(`番号,${name}`, "1,短い"))[0]!.comments.map(({ text }) => text)).toEqual(["短い"]);
  });

  test.each([
    ["タイムスタンプ"],
    ["回答日時"],
    ["送信日時"],
    ["終了日時"],
    ["投稿時間"],
    ["created_utc"],
    ["publishedAt"],
    ["published_at"],
    ["comment_date"],
    ["コメント日時"],
  ])("%s holds the date", (name) => {
    expect(read(csv(`本文,${name}`, "短い,2024/5/1 9:05"))[0]!.comments[0]!.posted?.value).toBe("2024-05-01T09:05");
  });

  test.each([
    ["賛同数"],
    ["賛成数"],
    ["参考になった"],
    ["agreements_count"],
    ["like_count"],
  ])("%s holds likes", (name) => {
    expect(read(csv(`本文,${name}`, 'よい,"1,204"'))[0]!.comments[0]!.reactions.up).toBe(1204);
  });

  it("several named by the mapping are a discussion each, by the name of the question", () => {
    const found = read(csv("問1,問2,年代", "歩きやすい,街灯が暗い,30代", "坂がつらい,,60代"), { text: ["問2", "問1"] });
    expect(
      found.map(({ id, article, comments }) => [id.slice(12), article.title, comments.map(({ text }) => text)]),
    ).toEqual([
      ["", "問2", ["街灯が暗い"]],
      ["-2", "問1", ["歩きやすい", "坂がつらい"]],
    ]);
    expect(found[1]!.comments[1]!.attributes).toEqual({ 年代: "60代" });
  });

  it("questions for names make a survey: each column of words is one, and names of persons are kept out", () => {
    const rows = [
      "静かな席をもっと増やしてほしいです,朝は八時から開けてください,山田,20代",
      "本の予約をもっと簡単にしてほしい,夜九時まで開いていると助かる,鈴木,60代",
      "自習室の机が古くて揺れるのが気になる,今のままで特に困っていません,佐藤,40代",
    ];
    for (const [first, second] of [
      ["問1 図書館に望むこと", "問2 開館時間について"],
      ["Q1", "Q2"],
      ["図書館についてどう思いますか", "開館時間についてお書きください"],
    ]) {
      const found = read(csv(`${first},${second},名前,年代`, ...rows));
      expect(found.map(({ article, comments }) => [article.title, comments.length])).toEqual([
        [first, 3],
        [second, 3],
      ]);
      expect(found[0]!.comments[0]).toMatchObject({ author: null, attributes: { 年代: "20代" } });
    }
  });

  it("answers that may be words, though many say the same, are told with the mapping that reads them", () => {
    const said = [
      "今のままでよいと思います",
      "もう少し長くしてほしい",
      "朝を早くしてほしいです",
      "夜を延ばしてほしいです",
    ];
    const more = [
      "休館日を減らしてください",
      "土日だけ長くしてください",
      "どちらでもかまいません",
      "わからないので任せます",
    ];
    const rows = Array.from(
      { length: 24 },
      (_, i) => `席が足りない朝は${i}人も並びました,${[...said, ...more][i % 8]},${["東町", "西町"][i % 2]}`,
    );
    const [survey, ...others] = read(csv("問1,問2,地区", ...rows));
    expect(others).toEqual([]);
    expect(survey!.article.notes.find(({ code }) => code === "wordy-columns")?.message).toBe(
      "read as attributes, but may hold words: 問2; --map 'text=問1' --map 'text=問2' reads each",
    );
    const [choice] = read(
      csv("問1,問2,地区", ...rows.map((row, i) => row.replace(/,[^,]*,/, `,${["はい", "いいえ"][i % 2]},`))),
    );
    expect(choice!.article.notes.map(({ code }) => code)).not.toContain("wordy-columns");
  });

  it("what identifies a person is kept out and named once; a name in a thread is an author's", () => {
    const survey = read(csv("回答日時,名前,電話番号,ご住所,ご意見", "2024/5/1 9:05,架空太郎,000,町,よい"))[0]!;
    expect(survey.comments[0]).toMatchObject({ author: null, attributes: {} });
    expect(survey.article.notes.find(({ code }) => code === "personal-columns")?.message).toBe(
      "kept out as personal: 名前, 電話番号, ご住所",
    );
    const thread = read(csv("名前,本文,いいね,連絡", "みかん,よい,3,a@example.jp"))[0]!;
    expect(thread.comments[0]!.author).toBe("みかん");
    expect(JSON.stringify(thread)).not.toContain("a@example.jp");
  });

  it("an address among other values is left out with a note", () => {
    const rows = ["よい,なし", "わるい,a@example.jp", "ふつう,なし", "ふつうです,なし"];
    const { comments } = read(csv("本文,備考", ...rows))[0]!;
    expect(comments.map(({ attributes }) => attributes.備考)).toEqual(["なし", undefined, "なし", "なし"]);
    expect(codes(comments[1]!.notes)).toEqual(["personal-columns"]);
  });

  it("a mapping to a column that is not there proposes the nearest", () => {
    expect(() => read(csv("番号,自由に書いた意見", "1,a"), { text: "自由に書いたご意見" })).toThrow(
      'the source has no column "自由に書いたご意見"; is "自由に書いた意見" meant? it has: 番号, 自由に書いた意見',
    );
  });

  it("a mapping or a sheet for a source that has none is an error", () => {
    const page = bytes("<h1>題</h1><p>本文です。</p>");
    expect(() => readPage(page, { columns: { text: "a" } })).toThrow(
      /columns are given.*has none; it is read as "html"/u,
    );
    expect(() => readPage(page, { sheet: "a" })).toThrow(/a sheet is given.*no workbook/u);
  });

  it("single tags in a column of words stay as they are, with a note", () => {
    const rows = Array.from({ length: 40 }, (_, i) => (i === 7 ? "<br>は改行の印です" : `${i}番の声`));
    const { article, comments } = read(csv("本文", ...rows))[0]!;
    expect(comments[7]!.text).toBe("<br>は改行の印です");
    expect(codes(article.notes)).toContain("html-cells");
  });

  it("days and months are told apart by the column", () => {
    const days = (...dates: string[]) =>
      read(csv("本文,日付", ...dates.map((date) => `a,${date}`)))[0]!.comments.map(({ posted }) => posted?.value);
    expect(days("3/4/2024", "13/4/2024")).toEqual(["2024-04-03", "2024-04-13"]);
    expect(days("3/4/2024", "4/13/2024")).toEqual(["2024-03-04", "2024-04-13"]);
  });
});

describe("workbooks", () => {
  const book = workbookOf([
    { name: "表紙", rows: rowXml(1, ["表題"]) },
    { name: "声", rows: rowXml(1, ["本文", "いいね"]) + rowXml(2, ["よい", 3]) },
  ]);

  it("a sheet that is not there is an error that lists those that are", () => {
    expect(() => readPage(book, { sheet: "こえ" })).toThrow('the workbook has no sheet "こえ"; it has: 表紙, 声');
  });

  it("the sheet with comments is read, and the others are told", () => {
    const page = readPage(book);
    expect(page.comments.map(({ text, reactions }) => [text, reactions.up])).toEqual([["よい", 3]]);
    expect(page.article.notes[0]).toEqual({
      code: "other-sheets",
      message: "read is the sheet 声; others, with their rows: 表紙 (1)",
    });
  });

  it("headings across the table are told", () => {
    const rows = [["本文", "いいね"], ["■ 北の地区"], ["よい", 3]] as const;
    const page = readPage(
      workbookOf([
        {
          name: "声",
          rows: rows.map((cells, i) => rowXml(i + 1, cells)).join(""),
          after: '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>',
        },
      ]),
    );
    expect(page.article.notes.find(({ code }) => code === "merged-cells")?.message).toContain("■ 北の地区");
  });
});

describe("what is no text and no table is named, with the way out", () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(`${name}\0`, "utf16le")]);
  test.each<[string, Uint8Array, RegExp]>([
    ["docx", zip({ "word/document.xml": "<a/>" }), /Word document.*HTML/u],
    ["pptx", zip({ "ppt/presentation.xml": "<a/>" }), /PowerPoint/u],
    ["numbers", zip({ "Index/Document.iwa": "x" }), /Numbers.*CSV UTF-8/u],
    ["odt", zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }), /OpenDocument text/u],
    ["zip", zip({ "a.txt": "a" }), /ZIP archive.*unpack/u],
    ["a workbook with a password", ole("EncryptedPackage"), /password.*CSV UTF-8 で保存/u],
    ["doc", ole("WordDocument"), /Word document/u],
    ["SQLite", bytes("SQLite format 3\0xx"), /SQLite.*CSV/u],
    ["webarchive", bytes("bplist00xx"), /webarchive.*HTML/u],
    ["Parquet without its path", bytes("PAR1xxxxPAR1"), /Parquet file, which is read from its path only.*readFile/u],
  ])("%s", (_, source, message) => {
    expect(() => readPage(source)).toThrow(message);
    expect(() => readPage(source)).toThrow(expect.objectContaining({ code: "binary-input" }));
  });

  it("a file that is damaged is malformed", async () => {
    expect(() => readPage(zip({ "xl/workbook.xml": "<workbook" }))).toThrow(
      expect.objectContaining({ code: "malformed" }),
    );
    expect(() => readPage(bytes("ARROW1\0\0xxxxxxxx"))).toThrow(expect.objectContaining({ code: "malformed" }));
    const path = join(folder, "broken.parquet");
    writeFileSync(path, "PAR1xxxxPAR1");
    await expect(readSource(path)).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("what the table of comments is written to comes back", () => {
  const { schema } = commentTable([]);
  const texts = ["=給食はよい", "'+1", "@名前", "ふつう\n二行目", "-", "<br>は印です"];
  const table = Table.from(
    schema,
    texts.map((text, i) => ({
      discussion: "0123456789ab",
      id: `c${i + 1}`,
      order: i,
      depth: i === 1 ? 1 : 0,
      replies: 0,
      characters: text.length,
      text,
      replyTo: i === 1 ? "c1" : null,
      author: i === 0 ? "-みかん" : null,
      posted: i === 0 ? "2024-05" : null,
      postedPrecision: i === 0 ? "month" : null,
      up: i === 2 ? 0 : null,
      down: i === 2 ? 4 : null,
    })),
  );

  test.each(["csv", "tsv", "arrow", "parquet"])("%s", async (format) => {
    const path = join(folder, `comments.${format}`);
    writeFileSync(path, await writeTable(table, format));
    const page = await readFile(path);
    expect(page.source.format).toBe(format);
    expect(page.comments.map(({ text }) => text)).toEqual(texts);
    expect(page.comments.map(({ replyTo }) => replyTo)).toEqual([null, "c1", null, null, null, null]);
    expect(page.comments[0]).toMatchObject({
      author: "-みかん",
      posted: { value: "2024-05", precision: "month" },
      reactions: { up: null, down: null },
      attributes: {},
      notes: [],
    });
    expect(page.comments[2]!.reactions).toEqual({ up: 0, down: 4 });
  });

  it("the bytes that readSource gives are those of the file", async () => {
    const path = join(folder, "same.parquet");
    writeFileSync(path, await writeTable(table, "parquet"));
    expect(Buffer.from(await readSource(path)).equals(readFileSync(path))).toBe(true);
  });
});
