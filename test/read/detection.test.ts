import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/read/formats.ts";
import { readPage, readSource } from "../../src/read/read.ts";
import { open } from "../../src/read/unpack/unpack.ts";

const ROOT = "test/pages";
/** Nearer than this, a field more or less could turn one format into another. */
const MARGIN = 0.02;

/** Scores of all formats for a page, the surest first. */
async function scores(name: string) {
  const path = readdirSync(`${ROOT}/${name}`).find((one) => one.startsWith("page."))!;
  const { options } = JSON.parse(readFileSync(`${ROOT}/${name}/expected.json`, "utf8"));
  const { decoded } = open(await readSource(`${ROOT}/${name}/${path}`), { path, ...options, format: undefined });
  return formats
    .map((format) => ({ format: format.name, score: format.detect(decoded) }))
    .sort((a, b) => b.score - a.score);
}

describe("every page is known as its own format, with a margin", () => {
  it.each(readdirSync(ROOT))("%s", async (name) => {
    const { format, options } = JSON.parse(readFileSync(`${ROOT}/${name}/expected.json`, "utf8"));
    if (options?.format !== undefined) return;
    const [first, second] = await scores(name);
    expect(first!.format).toBe(format);
    // Decimals have no exact double.
    expect(Math.round((first!.score - second!.score) * 1e6)).toBeGreaterThanOrEqual(MARGIN * 1e6);
  });
});

/** Formats that are known by fields of their own services and of no other. */
const SHAPED = [
  "discourse",
  "mastodon",
  "misskey",
  "bluesky",
  "lemmy",
  "stack-exchange",
  "remark42",
  "isso",
  "qiita",
  "zenn",
  "niconico",
  "app-reviews",
];

it("formats of one service each say nothing of any other page", async () => {
  for (const name of readdirSync(ROOT)) {
    const { format } = JSON.parse(readFileSync(`${ROOT}/${name}/expected.json`, "utf8"));
    const claims = (await scores(name)).filter(
      (one) => one.score > 0 && SHAPED.includes(one.format) && one.format !== format,
    );
    expect([name, ...claims.map((one) => one.format)]).toEqual([name]);
  }
});

describe("a page whose first tag is broken is still a page", () => {
  const rest = `<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>石碑</title></head><body><h1>水害の記憶を伝える石碑</h1><p>川の石碑が直された。</p>
${Array.from({ length: 12 }, (_, i) => `<p>町の人が集まった; ${i + 1}人目の話を聞いた。</p>`).join("\n")}</body></html>`;
  it.each([
    ["a doctype of which the end is left", '<//www.w3.org/1999/xhtml" lang="ja">'],
    ["a name of signs", "<?!>"],
    ["a comment without its dashes", "< 保存したページ -->"],
    ["whole", "<!doctype html><html>"],
  ])("%s", (_, start) => {
    expect(readPage(start + rest).source.format).toBe("html");
  });

  it.each([
    [
      "a title in angle brackets",
      "<速報>石碑\n\n本文です。\n\nコメント\n\n    • みかん\n    • 2023年4月1日\n\n    賛成です。\n\n    3\n",
    ],
    ["a table of which a cell begins so", "text;up\n<headを直した;3\n賛成です;2\n"],
  ])("%s is none", (_, text) => {
    expect(readPage(text).source.format).not.toBe("html");
  });
});
