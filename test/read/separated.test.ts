import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPage } from "../../src/read/read.ts";

const read = (text: string, path = "意見.csv") => readPage(new TextEncoder().encode(text), { path });
const texts = (text: string, path?: string) => read(text, path).comments.map((comment) => comment.text);

describe("tables as people really save them", () => {
  test.each([
    ["commas", "名前,本文\nみかん,よい; とても\n", ["よい; とても"]],
    [
      "semicolons, from Excel",
      '\ufeff名前;本文;いいね\r\nみかん;よい,とても;5\r\nほたる;"短;い";2\r\n',
      ["よい,とても", "短;い"],
    ],
    ["a separator told in the first line", "sep=;\n名前;本文\nみかん;よい\n", ["よい"]],
    ["tabs", "名前\t本文\nみかん\tよい, とても\n", ["よい, とても"], "意見.tsv"],
    ["one column", "本文\n一行目\n二行目\n", ["一行目", "二行目"]],
    ["one column with a mark and quotes", '\ufeff"自由記述"\r\n"一行目\n続き"\r\n', ["一行目\n続き"]],
    ["only a header", "名前,本文\n", []],
    ["a quote that nobody doubled", '名前,本文,いいね\nみかん,"いわゆる "改革" です",3\n', ['いわゆる "改革" です']],
    ["words after a closing quote", '名前,本文\nみかん,"よい"です\n', ["よいです"]],
    [
      "a quote that never closes, between tabs",
      '名前\t本文\nみかん\t"よい\nほたる\tはい\n',
      ['"よい', "はい"],
      "意見.tsv",
    ],
    ["words last, with commas that nobody quoted", "名前,本文\nみかん,よい, とても, いい\n", ["よい, とても, いい"]],
  ])("%s", (_, text, words, path?: string) => {
    const found = read(text, path);
    expect(found.source.format).toBe((path ?? "意見.csv").slice(-3));
    expect(found.comments.map((comment) => comment.text)).toEqual(words);
  });

  test("a row too long or too short is noted with its number, and nothing of it is lost", () => {
    const { article, comments } = read("番号,本文,いいね\n1,短い\n\n2,これは, 長い,5\n3,普通,1\n");
    expect(comments.map(({ text, reactions }) => [text, reactions.up])).toEqual([
      ["短い", null],
      ["これは", null],
      ["普通", 1],
    ]);
    expect(comments.map(({ notes }) => notes.map(({ message }) => message))).toEqual([
      ["row 2 has 2 cells, the header 3"],
      ['row 4 has 4 cells, the header 3; beyond it: "5"', "cannot read the count  長い"],
      [],
    ]);
    expect(article.notes[0]).toEqual({
      code: "ragged-rows",
      message: "rows 2, 4 have not as many cells as the header: is a separator or line break in an unquoted cell?",
    });
  });

  test("columns of one name, and without a name, keep their cells", () => {
    const { comments } = read("名前,名前,本文,\nあ,い,う,え\n");
    expect(comments[0]!.author).toBe("あ");
    expect(comments[0]!.attributes).toEqual({ "名前 (2)": "い", "column 4": "え" });
  });

  test("a comma-separated file cut off inside a quoted cell is an error", () => {
    expect(() => texts('名前,本文\nみかん,"途中で')).toThrow(/ends inside a quoted cell that begins with/u);
  });

  test("what is quoted as RFC 4180 says comes back exactly, whatever the separator", () => {
    const cell = fc.string({ unit: fc.constantFrom("あ", "a", '"', ",", ";", "\t", "\n", " ", "😀") });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.constantFrom(",", ";"), (rows, separator) => {
        const words = rows.map(([author, text]) => [author, `本${text}文`] as const);
        const lines = words.map((row) => row.map(quote).join(separator));
        const found = read(`名前${separator}本文\r\n${lines.join("\r\n")}\r\n`);
        expect(found.comments.map(({ text }) => text)).toEqual(words.map(([, text]) => text));
        expect(found.article.notes.map(({ code }) => code)).toEqual(["no-article-text"]);
      }),
    );
  });

  test("any text is read or refused, in time that grows with its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "あ") }), (text) => {
        try {
          read(`名前,本文\n${text}`);
        } catch (error) {
          expect(["malformed", "not-an-article"]).toContain((error as { code?: string }).code);
        }
      }),
    );
    const quotes = `名前,本文\n"${'あ"い'.repeat(100_000)}",よい\n`;
    expect(read(quotes).comments).toHaveLength(1);
  });
});
