import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { walk } from "../../src/corpus/walk.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-walk-"));
for (const [file, text] of [
  ["記事.html", ""],
  ["b.txt", ""],
  ["sub/a.CSV", ""],
  ["sub/deep/dat", ""],
  ["記事_files/style.html", ""],
  ["logo.PNG", ""],
  ["print.css", ""],
  [".hidden.html", ""],
  ["out/manifest.json", '{ "schema": "yoron/manifest@1" }'],
  ["out/report.html", ""],
  ["out/tables/comments.csv", ""],
  ["outside.html", ""],
  ["export/manifest.json", '{ "schema": "somebody else\'s" }'],
  ["export/comments.json", ""],
] as const) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const inside = async (input: string) => (await walk(join(root, input))).map((file) => relative(root, file));

describe("walk", () => {
  test("a folder gives the pages in it, sorted, without what a browser or Yoron put beside them", async () => {
    expect(await inside("")).toEqual([
      "b.txt",
      "export/comments.json",
      "export/manifest.json",
      "outside.html",
      "sub/a.CSV",
      "sub/deep/dat",
      "記事.html",
    ]);
  });

  test.each([
    ["out", []],
    ["b.txt", ["b.txt"]],
    ["logo.PNG", ["logo.PNG"]],
    ["sub/**/*", ["sub/a.CSV", "sub/deep/dat"]],
    ["nothing.html", ["nothing.html"]],
  ])("%s", async (input, files) => {
    expect(await inside(input)).toEqual(files);
  });

  test("an address is given back as it is", async () => {
    expect(await walk("https://example.com/*")).toEqual(["https://example.com/*"]);
  });
});
