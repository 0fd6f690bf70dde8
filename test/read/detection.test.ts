import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/read/formats.ts";
import { readSource } from "../../src/read/read.ts";
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
