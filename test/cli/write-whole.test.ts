import { execFileSync, spawn } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeWhole } from "../../src/cli/write-whole.ts";

const here = () => mkdtempSync(join(tmpdir(), "yoron-write-"));
const onLinux = process.platform === "linux";

describe("a file is written whole under its name", () => {
  test.each([
    ["a line break", "港\n町.csv"],
    ["quotes", `"'\`$(x).csv`],
    ["a leading dash", "-o.csv"],
    ["a composed form taken apart (NFD)", "か\u3099く\u3099.csv"],
    ["an escape", "\u001b[2J.csv"],
    ["255 bytes", `${"表".repeat(83)}ab.csv`],
    ["a blank at its end", "表 "],
  ])("with %s", async (_, name) => {
    const folder = here();
    await writeWhole(join(folder, name), "雨");
    await writeWhole(join(folder, name), "雪");
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), "utf8")).toBe("雪");
  });

  test("of 256 bytes is told, and leaves nothing", async () => {
    const folder = here();
    await expect(writeWhole(join(folder, "a".repeat(256)), "雨")).rejects.toThrow(/ENAMETOOLONG/u);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("by several at once is one of them, not a mix", async () => {
    const file = join(here(), "x.csv");
    const contents = Array.from({ length: 8 }, (_, i) => String(i).repeat(100_000 + i));
    await Promise.all(contents.map((content) => writeWhole(file, content)));
    expect(contents).toContain(readFileSync(file, "utf8"));
  });
});

describe("what is no plain file stays what it is", () => {
  test.each([
    ["a file", true],
    ["nothing yet", false],
  ])("a link leads on to %s", async (_, exists) => {
    const folder = here();
    mkdirSync(join(folder, "disk"));
    if (exists) writeFileSync(join(folder, "disk/real.csv"), "古い");
    symlinkSync("disk/real.csv", join(folder, "second.csv"));
    symlinkSync("second.csv", join(folder, "first.csv"));
    await writeWhole(join(folder, "first.csv"), "新しい");
    expect(lstatSync(join(folder, "first.csv")).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(folder, "second.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "disk/real.csv"), "utf8")).toBe("新しい");
  });

  test("links in a circle are told", async () => {
    const folder = here();
    symlinkSync("b.csv", join(folder, "a.csv"));
    symlinkSync("a.csv", join(folder, "b.csv"));
    await expect(writeWhole(join(folder, "a.csv"), "雨")).rejects.toThrow(/ELOOP/u);
    expect(readdirSync(folder)).toEqual(["a.csv", "b.csv"]);
  });

  test.runIf(onLinux)("a pipe gets the bytes", async () => {
    const fifo = join(here(), "pipe.csv");
    execFileSync("mkfifo", [fifo]);
    const reader = spawn("cat", [fifo]);
    let read = "";
    reader.stdout.setEncoding("utf8");
    reader.stdout.on("data", (chunk) => {
      read += chunk;
    });
    const content = "港町,".repeat(50_000);
    await Promise.all([writeWhole(fifo, content), new Promise((end) => reader.on("close", end))]);
    expect(read).toBe(content);
    expect(lstatSync(fifo).isFIFO()).toBe(true);
  });

  test.runIf(onLinux)("a device that is full is told, and neither it nor /dev/null is replaced", async () => {
    const link = join(here(), "full.csv");
    symlinkSync("/dev/full", link);
    for (const path of ["/dev/full", link])
      await expect(writeWhole(path, "雨")).rejects.toMatchObject({
        code: "unwritable",
        message: expect.stringMatching(/^cannot write the file ".*"; ENOSPC: no space left on device$/u),
      });
    await writeWhole("/dev/null", "雨");
    for (const path of ["/dev/full", "/dev/null"]) expect(lstatSync(path).isCharacterDevice()).toBe(true);
  });
});
