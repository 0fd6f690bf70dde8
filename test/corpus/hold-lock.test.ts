import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { holdLock } from "../../src/corpus/hold-lock.ts";

/** What happens at calls of the file system, before they are made. */
const at = vi.hoisted(() => ({
  read: (_path: string): void => {},
  link: (_path: string): void => {},
  written: async (_path: string): Promise<void> => {},
}));
vi.mock("node:fs/promises", async (original) => {
  const fs = await original<typeof import("node:fs/promises")>();
  return {
    ...fs,
    default: fs,
    readFile: async (path: string, options: "utf8") => {
      at.read(path);
      return fs.readFile(path, options);
    },
    link: async (from: string, to: string) => {
      at.link(to);
      return fs.link(from, to);
    },
    // A file is there before what it says is.
    writeFile: async (path: string, content: string, options?: { flag: string }) => {
      await fs.writeFile(path, "", options);
      await at.written(path);
      await fs.writeFile(path, content);
    },
  };
});

const root = mkdtempSync(join(tmpdir(), "yoron-lock-"));
afterAll(() => rmSync(root, { recursive: true }));
let folder = "";
let lock = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "a-"));
  lock = join(folder, "lock");
});
afterEach(() => Object.assign(at, { read: () => {}, link: () => {}, written: async () => {} }));

const lockOf = (pid: number, { host = hostname(), thread = 0, turn = 900_000 } = {}) =>
  JSON.stringify({ pid, host, thread, turn });
const isHeld = (one: Awaited<ReturnType<typeof holdLock>>) => "giveBack" in one;
const noLinks = () => {
  at.link = () => {
    throw Object.assign(new Error("no links"), { code: "EPERM" });
  };
};

describe("a lock", () => {
  test.each([
    ["of a second name"],
    ["where the disk knows none"],
  ])("%s is one's at a time, and given back", async (how) => {
    if (how.startsWith("where")) noLinks();
    const first = await holdLock(lock);
    expect(await holdLock(lock)).toEqual({ heldBy: { pid: process.pid, host: hostname() } });
    if ("giveBack" in first) await first.giveBack();
    expect(readdirSync(folder)).toEqual([]);
    expect(isHeld(await holdLock(lock))).toBe(true);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  test("that is given back while another looks whose it is, is the other's", async () => {
    writeFileSync(lock, lockOf(1));
    let looked = 0;
    at.read = (path) => {
      if (path === lock && looked++ === 0) rmSync(lock);
    };
    expect(isHeld(await holdLock(lock))).toBe(true);
    expect(looked).toBeGreaterThan(0);
  });

  test("is one's alone however long it takes to write what it says", async () => {
    let go = () => {};
    const waits = new Promise<void>((resolve) => {
      go = resolve;
    });
    let writes = 0;
    let begun = () => {};
    const isWriting = new Promise<void>((resolve) => {
      begun = resolve;
    });
    at.written = async () => {
      if (writes++ > 0) return;
      begun();
      await waits;
    };
    const slow = holdLock(lock);
    // Which of two that begin together comes first is not known.
    await isWriting;
    const quick = await holdLock(lock);
    go();
    expect([isHeld(quick), isHeld(await slow)]).toEqual([true, false]);
  });

  const GONE = spawnSync(process.execPath, ["-e", ""]).pid;
  test.each<[string, string]>([
    ["of a process that is gone", lockOf(GONE)],
    ["of an earlier process of the same number", lockOf(process.pid, { thread: threadId })],
    ["of an earlier process, in words of before", JSON.stringify({ pid: process.pid, host: hostname() })],
    ["that was cut off", '{"pid":12,"ho'],
    ["that says nothing", ""],
    ["of no process", '{"pid":0,"host":""}'],
  ])("%s is taken over, by one of many that find it", async (_, left) => {
    writeFileSync(lock, left);
    const all = await Promise.all(Array.from({ length: 8 }, () => holdLock(lock)));
    expect(all.filter(isHeld)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["lock"]);
    expect(JSON.parse(readFileSync(lock, "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
  });

  test.each<[string, string, { pid: number; host: string }]>([
    ["of a process at work", lockOf(process.ppid), { pid: process.ppid, host: hostname() }],
    ["of another thread", lockOf(process.pid, { thread: threadId + 1 }), { pid: process.pid, host: hostname() }],
    ["of another machine", lockOf(12, { host: "elsewhere" }), { pid: 12, host: "elsewhere" }],
  ])("%s stays", async (_, left, heldBy) => {
    writeFileSync(lock, left);
    expect(await holdLock(lock)).toEqual({ heldBy });
    expect(readFileSync(lock, "utf8")).toBe(left);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  test("that became another's meanwhile is not taken from it when one's own is given back", async () => {
    const own = await holdLock(lock);
    writeFileSync(lock, lockOf(process.ppid));
    if ("giveBack" in own) await own.giveBack();
    expect(readFileSync(lock, "utf8")).toBe(lockOf(process.ppid));
  });

  test("where nothing can be written throws what the system says", async () => {
    await expect(holdLock(join(folder, "absent/lock"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});
