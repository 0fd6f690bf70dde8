import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const MAIN = join(import.meta.dirname, "../../dist/cli/main.js");
/** Heap in MB; the table of tokens alone took twice as much when it was held as a whole. */
const HEAP = 256;
const COMMENTS = 20_000;

const folder = mkdtempSync(join(tmpdir(), "yoron-long-"));
afterAll(() => rmSync(folder, { recursive: true }));

const page = join(folder, "long.csv");
const texts = [
  "図書館の開館時間を延ばすより、駐車場を広げてほしいです。",
  "市長の説明は納得できません。なぜ今になって料金を上げるのでしょうか。",
  "バスが1時間に2本は必要だと思う。高校生の通学が心配でなりません。",
];
const lines = Array.from({ length: COMMENTS }, (_, i) => `n${i},読者${i % 700},${i % 90},${texts[i % 3]}（${i}番）`);
writeFileSync(page, `id,author,likes,text\n${lines.join("\n")}\n`);

describe("a thread of 20,000 comments in a small heap", () => {
  it.each(["csv", "parquet"])("gives its tokens as %s", (format) => {
    const output = join(folder, `tokens.${format}`);
    const args = [`--max-old-space-size=${HEAP}`, MAIN, "table", "tokens", page, "-q", "-o", output];
    const { status, stderr } = spawnSync("node", args, { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const written = readFileSync(output);
    if (format === "parquet") expect(written.subarray(-4).toString()).toBe("PAR1");
    else expect(written.toString().trimEnd().split("\r\n").at(-1)).toMatch(/,c20000,\d+,\d+,）,/);
  });
});
