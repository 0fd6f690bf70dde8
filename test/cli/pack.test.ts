import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SparkManifest } from "../../src/index.ts";
import { ARM64, program, X64 } from "../pack/elf.ts";
import { patience } from "../patience.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-pack-"));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
// Archives weigh more than what other tests leave behind.
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const LICENCE = file("LICENSE", "Node.js is licensed for use as follows:\n");
const pack = (name: string, ...args: string[]) => yoron(["pack", "--spark", "-o", join(folder, name), ...args]);
const unpacked = (name: string) => {
  const into = mkdtempSync(join(folder, "unpacked-"));
  expect(spawnSync("tar", ["xzf", join(folder, name), "-C", into]).status).toBe(0);
  const manifest = JSON.parse(readFileSync(join(into, "manifest.json"), "utf8")) as SparkManifest;
  return { into, manifest };
};
const filesIn = (into: string) =>
  readdirSync(into, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(into, path)).isFile());

describe.runIf(process.platform === "linux")("an archive", () => {
  let made: ReturnType<typeof unpacked>;
  beforeAll(() => {
    const { status, stderr } = pack("whole.tar.gz");
    expect(stderr).toMatch(
      new RegExp(`^the archive is ready: .*whole\\.tar\\.gz \\(linux-${process.arch}, glibc 2\\.\\d+ or newer\\)\n$`),
    );
    expect(status).toBe(0);
    made = unpacked("whole.tar.gz");
  }, patience(120_000));

  test("holds what its manifest says, file by file", () => {
    const { into, manifest } = made;
    expect(manifest).toMatchObject({ schema: "yoron/spark@1", platform: `linux-${process.arch}` });
    expect(manifest.node.version).toBe(process.version);
    expect(manifest.files.map(({ path }) => path)).toEqual(
      filesIn(into)
        .filter((path) => path !== "manifest.json")
        .sort(),
    );
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(into, path));
      expect([path, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([path, bytes, sha256]);
    }
  });

  test("holds the licences of all that is in it, and nothing that Spark does not need", () => {
    const paths = filesIn(made.into);
    expect(readFileSync(join(made.into, "licences/node/LICENSE"), "utf8")).toContain("Node.js");
    expect(paths).toEqual(
      expect.arrayContaining(["LICENSE", "data/SOURCES.md", "data/IPADIC-NOTICE.txt", "dist/THIRD-PARTY.txt"]),
    );
    expect(paths.filter((path) => /\/(?:training|pages|types|__pycache__)\//.test(path))).toEqual([]);
  });

  test("annotates by itself, with its own Node", () => {
    const run = spawnSync(
      join(made.into, "bin/node"),
      [join(made.into, "dist/cli/main.js"), "annotate", "--layers", "sentences", "--tables", "dates"],
      { input: '{"id":1,"text":"雨だ。"}\n', encoding: "utf8", cwd: "/", env: {} },
    );
    expect([run.stdout, run.stderr]).toEqual([
      '{"id":1,"sentences":[{"start":0,"end":3}],"tables":{"dates":[]}}\n',
      "",
    ]);
  });

  test("has the same bytes when it is packed again", () => {
    expect(pack("again.tar.gz", "-q").status).toBe(0);
    expect(readFileSync(join(folder, "again.tar.gz")).equals(readFileSync(join(folder, "whole.tar.gz")))).toBe(true);
  });

  test("of another kind of machine says so", () => {
    const node = file("node-arm64", program({ machine: ARM64, libraries: ["libc.so.6"], versions: ["GLIBC_2.28"] }));
    expect(pack("arm64.tar.gz", "--node", node, "--node-licence", LICENCE).status).toBe(0);
    const { manifest } = unpacked("arm64.tar.gz");
    expect(manifest.platform).toBe("linux-arm64");
    expect(manifest.node).toEqual({ version: null, libraries: ["libc.so.6"], glibc: "2.28" });
  });
});

describe("what cannot be packed is one clear error, and no file is left", () => {
  const script = file("node-script", `#!/bin/sh\nexec /usr/bin/env node "$@"\n${"#".repeat(80)}`);
  const shared = file("node-shared", program({ machine: X64, libraries: ["libnode.so.108", "libc.so.6"] }));
  const arm64 = file("node-bare", program({ machine: ARM64 }));
  const other = file("other-licence", "MIT\n");
  test.each([
    ["a script that starts Node", ["--node", script], 1, "bad-value", "no program for 64-bit Linux"],
    ["a Node in libraries", ["--node", shared], 1, "bad-value", "needs libnode.so.108"],
    ["no file", ["--node", join(folder, "absent")], 1, "unreadable", "cannot read the file (ENOENT)"],
    ["another licence", ["--node", arm64, "--node-licence", other], 1, "bad-value", "no licence of Node.js"],
    ["another kind of archive", ["-o", join(folder, "x.zip")], 2, "usage", "ends in .tar.gz"],
  ])("%s", (_, args, status, code, words) => {
    const before = readdirSync(folder);
    const run = pack("failed.tar.gz", ...args);
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.stderr).toContain(words);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ["nothing to pack for", ["pack"], "pack needs --spark; as in yoron pack --spark -o yoron-spark.tar.gz"],
    ["no name", ["pack", "--spark"], "pack needs -o FILE"],
    ["a file", ["pack", "--spark", "page.html"], 'pack takes no file, but got "page.html"'],
  ])("%s", (_, args, words) => {
    const run = yoron(args);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test("in Japanese too", () => {
    const run = pack("failed.tar.gz", "--node", script, "--lang", "ja");
    expect(run.stderr).toContain("64 ビットの Linux 用のプログラムではありません");
    expect(run.stderr).toContain("bin/node を取り出し、--node で指定してください");
  });
});
