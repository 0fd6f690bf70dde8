import { expect, test } from "vitest";
import { formats } from "../../src/read/formats.ts";
import { readPage } from "../../src/read/read.ts";
import { unknownFormat } from "../../src/read/unknown-format.ts";

const decoded = (text: string) => ({ text, path: "x", encoding: null, sha256: "", notes: [], options: {} });

test.each([
  ["JSON", '{"weather": {"town": "港町"}}', /formats that read such a thing: json \(an array of objects/u],
  ["XML", '<?xml version="1.0"?>\n<weather><town>港町</town></weather>', /wxr \(RSS 2\.0 XML.*disqus/u],
  ["XML", "<weather><town>港町</town></weather>", /disqus/u],
  ["HTML", "<!doctype html><div>港町</div>", /such a thing: html \(.+wordpress-/u],
  ["HTML", '<?xml version="1.0"?><!doctype html><html xmlns="x"><p>港町</p></html>', /wordpress-/u],
  ["e-mail", "From: みなと\nSubject: 天気\n\n晴れ", /save or export it as HTML, CSV or JSON|mail/u],
  ["a table", "町,天気\n港町,晴れ\n", /csv \(a header row/u],
  ["a table", "町\t天気\n港町\t晴れ\n", /tsv \(a header row/u],
  ["plain text", "港町は晴れ", /page-text/u],
])("a source of no known format looks like %s: %s", (look, text, likely) => {
  const { message, code } = unknownFormat(decoded(text), formats);
  expect(code).toBe("unknown-format");
  expect(message).toContain(`x looks like ${look}, but is of no format that is known; it begins with `);
  expect(message).toMatch(likely);
  // The likely ones alone: not every name there is.
  expect(formats.filter(({ needs }) => message.includes(`(${needs})`)).length).toBeLessThanOrEqual(6);
});

test("the reader tells so", () => {
  expect(() => readPage("<weather><town>港町</town></weather>")).toThrow(/looks like XML, .*wxr/u);
});

test("where nothing known reads such a thing, it says what to make of it", () => {
  expect(unknownFormat(decoded("<a><b>c</b></a>"), []).message).toMatch(
    /no known format reads such a thing; save or export it/u,
  );
});
