import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { listInputs, walk } from "../../src/corpus/walk.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-walk-"));
for (const [file, text] of [
  ["記事.html", ""],
  ["b.txt", ""],
  ["sub/a.CSV", ""],
  ["sub/deep/dat", ""],
  ["記事_files/style.html", ""],
  ["logo.PNG", ""],
  ["logo.svg.gz", ""],
  ["pages.tar.gz", ""],
  ["log.jsonl.gz", ""],
  ["表.xlsx", ""],
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
      "log.jsonl.gz",
      "outside.html",
      "sub/a.CSV",
      "sub/deep/dat",
      "表.xlsx",
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

describe("listInputs", () => {
  test("tells what of a folder is no input, and why", async () => {
    const { files, passedOver } = await listInputs(root);
    expect(files).toEqual(await walk(root));
    expect(passedOver.map(({ path, ...rest }) => [relative(root, path), rest.reason, rest.group])).toEqual([
      [".hidden.html", "hidden", ".hidden.html"],
      ["logo.PNG", "no-page", ".png"],
      ["logo.svg.gz", "no-page", ".svg.gz"],
      ["out/manifest.json", "written", "out"],
      ["out/report.html", "written", "out"],
      ["out/tables/comments.csv", "written", "out"],
      ["pages.tar.gz", "no-page", ".tar.gz"],
      ["print.css", "no-page", ".css"],
      ["記事_files/style.html", "beside-page", "記事_files"],
    ]);
  });

  test("every file of a folder is an input or passed over, whatever its name; what is hidden is not looked into", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yoron-names-"));
    for (const name of [
      ".DS_Store",
      "Thumbs.db",
      "desktop.ini",
      "._a.html",
      ".git/config",
      "a.html",
      "b",
      "c.",
      "node_modules/x/readme.md",
    ]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), "");
    }
    const { files, passedOver } = await listInputs(folder);
    expect(files.map((file) => relative(folder, file))).toEqual(["a.html", "b", "c."]);
    expect(passedOver.map(({ path, reason }) => `${relative(folder, path)} ${reason}`)).toEqual([
      ".DS_Store hidden",
      "._a.html hidden",
      ".git hidden",
      "Thumbs.db hidden",
      "desktop.ini hidden",
      "node_modules packages",
    ]);
  });

  test("what a run that was broken off has kept is no input: it has no manifest yet", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yoron-parts-"));
    const kept = `out/parts/${"0123456789abcdef".repeat(2)}.json`;
    for (const name of ["a.html", kept, "out/parts/notes.json", "parts/b.json"]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), "");
    }
    const { files, passedOver } = await listInputs(folder);
    expect(files.map((file) => relative(folder, file))).toEqual(["a.html", "out/parts/notes.json", "parts/b.json"]);
    expect(passedOver).toEqual([{ path: join(folder, kept), reason: "written", group: "out/parts" }]);
  });

  test("a link that leads back up ends; one that leads nowhere is an input, so that reading it tells", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yoron-links-"));
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "sub/a.html"), "");
    symlinkSync(folder, join(folder, "sub/up"));
    symlinkSync(join(folder, "sub"), join(folder, "aside"));
    symlinkSync("nowhere.html", join(folder, "lost.html"));
    const { files } = await listInputs(folder);
    expect(files.map((file) => relative(folder, file))).toEqual(["lost.html", "sub/a.html"]);
  });

  test("a folder deep down costs no recursion", async () => {
    const folder = mkdtempSync(join(tmpdir(), "yoron-deep-"));
    const deep = join(folder, ...Array.from({ length: 200 }, () => "d"));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, "a.html"), "");
    expect((await listInputs(folder)).files).toEqual([join(deep, "a.html")]);
  });
});
