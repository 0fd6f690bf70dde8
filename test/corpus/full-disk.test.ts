import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAIN, yoron } from "../cli/run.ts";
import { bytesOf } from "./kill-build.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-full-disk-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name);
const pages = at("pages");

beforeAll(() => {
  mkdirSync(pages);
  for (let page = 0; page < 4; page++) {
    const rows = Array.from({ length: 80 }, (_, i) => `人${i % 9},${page}の${i}番目の意見です。図書館を残してほしい！`);
    writeFileSync(join(pages, `p${page}.csv`), `author,text\n${rows.join("\n")}\n`);
  }
  expect(yoron(["corpus", "build", pages, "-o", at("whole"), "--workers", "0"]).status).toBe(0);
}, 60_000);

/** Builds where no file may become longer than so many blocks: what a disk does that is full, at one file or another. */
function buildWithin(blocks: number, folder: string, workers: string) {
  // The signal that the system would send is left aside, so that writing fails as on a full disk.
  const command = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  return spawnSync(
    "bash",
    ["-c", command, "-", process.execPath, MAIN, "corpus", "build", pages, "-o", folder, "--workers", workers],
    { encoding: "utf8" },
  );
}

describe("a disk that takes no more", () => {
  test.each([
    ["0", 4],
    ["0", 30],
    ["2", 30],
    ["2", 60],
  ])(
    "with %s workers, at %i blocks: one error that says so, nothing half, and the same command goes on",
    (workers, blocks) => {
      const folder = at(`full-${workers}-${blocks}`);
      const { status, stderr } = buildWithin(blocks, folder, workers);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^yoron: cannot write .+\[unwritable\]\n$/u)]);
      const told = yoron(["corpus", "info", folder]);
      expect([told.status, told.stderr]).toEqual([1, expect.stringContaining("holds no corpus")]);
      expect(yoron(["corpus", "build", pages, "-o", folder]).status).toBe(0);
      expect(bytesOf(folder)).toEqual(bytesOf(at("whole")));
    },
    60_000,
  );
});
