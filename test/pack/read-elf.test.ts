import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readElf } from "../../src/pack/elf.ts";
import { ARM64, program, X64 } from "./elf.ts";

test.each([
  ["for arm64", program({ machine: ARM64 }), { machine: "arm64", libraries: [], glibc: null }],
  [
    "with the libraries that it needs, and the newest glibc of these",
    program({
      machine: X64,
      libraries: ["libdl.so.2", "libnode.so.108"],
      versions: ["GLIBC_2.9", "GLIBC_2.28", "GLIBCXX_3.4.21", "GLIBC_2.2.5"],
    }),
    { machine: "x64", libraries: ["libdl.so.2", "libnode.so.108"], glibc: "2.28" },
  ],
  ["for a machine without a name of Node's", program({ machine: 243 }), { machine: "243", libraries: [], glibc: null }],
])("a program %s", (_, bytes, told) => {
  expect(readElf(bytes)).toEqual(told);
});

test.each([
  ["nothing", new Uint8Array()],
  ["a script", new TextEncoder().encode(`#!/bin/sh\nexec node "$@"\n${"#".repeat(100)}`)],
  ["a program for macOS", Uint8Array.from({ length: 200 }, (_, i) => [0xcf, 0xfa, 0xed, 0xfe][i] ?? 0)],
  ["a program of 32 bits", program({ machine: X64 }).with(4, 1)],
  ["a program that is cut off", program({ machine: X64, libraries: ["libc.so.6"] }).subarray(0, 0x210)],
])("%s is none", (_, bytes) => {
  expect(readElf(bytes)).toBeNull();
});

test.runIf(process.platform === "linux")("the Node that runs these tests", () => {
  const elf = readElf(readFileSync(process.execPath));
  expect(elf?.machine).toBe(process.arch);
  expect(elf?.libraries).toContain("libc.so.6");
  expect(elf?.glibc).toMatch(/^2\.\d+$/);
});
