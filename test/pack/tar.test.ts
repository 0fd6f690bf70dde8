import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type TarFile, tarOf } from "../../src/pack/tar.ts";

const file = (path: string, content: string, executable = false): TarFile => {
  const bytes = new TextEncoder().encode(content);
  return { path, size: bytes.length, executable, read: async () => bytes };
};
const bytesOf = async (files: readonly TarFile[]) => {
  const parts: Uint8Array[] = [];
  for await (const part of tarOf(files)) parts.push(part);
  return Buffer.concat(parts);
};

const LONG = `${"深い".repeat(20)}/${"a".repeat(90)}.txt`;
const FILES = [
  file("空", ""),
  file("data/港.txt", "港".repeat(400)),
  file("bin/run", "x".repeat(512), true),
  file(LONG, "z"),
];

test.runIf(spawnSync("tar", ["--version"]).status === 0)("what is packed is what tar unpacks", async () => {
  const folder = mkdtempSync(join(tmpdir(), "yoron-tar-"));
  writeFileSync(join(folder, "x.tar"), await bytesOf(FILES));
  const run = spawnSync("tar", ["xf", "x.tar"], { cwd: folder, encoding: "utf8" });
  expect([run.status, run.stderr]).toEqual([0, ""]);
  for (const { path, read, executable } of FILES) {
    expect(readFileSync(join(folder, path))).toEqual(Buffer.from(await read()));
    expect((statSync(join(folder, path)).mode & 0o111) !== 0).toBe(executable);
  }
});

test("the same files are the same bytes, a multiple of a block", async () => {
  const [one, other] = await Promise.all([bytesOf(FILES), bytesOf(FILES)]);
  expect(one.equals(other)).toBe(true);
  expect(one.length % 512).toBe(0);
});

test("a path that does not fit is told", async () => {
  await expect(bytesOf([file("長".repeat(90), "x")])).rejects.toMatchObject({ code: "bad-value" });
});

test("a file that became longer is told", async () => {
  await expect(bytesOf([{ ...file("a", "x"), size: 2 }])).rejects.toThrow("the file changed while it was packed");
});
