import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyzeFiles } from "../../src/corpus/analyze-files.ts";
import { readAll, readSource } from "../../src/read/read.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-changing-"));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const rowOf = (i: number) => `人${i},${i}番目の意見です\n`;

describe("a source that changes while it is read", () => {
  test("the hash is that of the bytes that were read, whatever stands there later", async () => {
    const path = join(folder, "replaced.csv");
    writeFileSync(path, `名前,本文\n${rowOf(1)}`);
    const bytes = await readSource(path);
    const read = readAll(bytes, { path });
    writeFileSync(path, `名前,本文\n${rowOf(2)}${rowOf(3)}`);
    const [discussion] = [...read];
    expect(discussion!.source.sha256).toBe(sha256(bytes));
    expect(discussion!.comments.map(({ text }) => text)).toEqual(["1番目の意見です"]);
  });

  test("one that grows gives the comments of the very bytes that its hash is of, kept or not", async () => {
    const path = join(folder, "growing.csv");
    const parts = join(folder, "parts");
    writeFileSync(path, `名前,本文\n${rowOf(0)}`);
    let rows = 1;
    const grow = setInterval(() => appendFileSync(path, rowOf(rows++)), 1);
    const seen = [];
    try {
      for (let run = 0; run < 3; run++)
        for await (const { analyses } of analyzeFiles([path], { parts })) seen.push(...analyses);
    } finally {
      clearInterval(grow);
    }
    const last = readFileSync(path);
    expect(seen).toHaveLength(3);
    for (const { discussion } of seen) {
      const lines = 1 + discussion.comments.length;
      const end = last.toString().split("\n").slice(0, lines).join("\n").length;
      const read = Buffer.from(`${last.toString().slice(0, end)}\n`);
      expect(discussion.source.sha256).toBe(sha256(read));
      expect(discussion.id).toBe(sha256(read).slice(0, 12));
    }
  });
});
