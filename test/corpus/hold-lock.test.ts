import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { holdLock } from "../../src/corpus/hold-lock.ts";
import { patience } from "../patience.ts";

const INDEX = new URL("../../dist/index.js", import.meta.url).href;

/** What happens at calls of the file system, before they are made. */
const at = vi.hoisted(() => ({
  read: (_path: string): void => {},
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
afterEach(() => Object.assign(at, { read: () => {}, written: async () => {} }));

const lockOf = (pid: number, { host = hostname(), thread = 0, turn = 900_000 } = {}) =>
  JSON.stringify({ pid, host, thread, turn });
const isHeld = (one: Awaited<ReturnType<typeof holdLock>>) => "giveBack" in one;
describe("a lock", () => {
  test("is one's at a time, and given back", async () => {
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
    await isWriting;
    // Who asked first is in the way of the other, which is told so.
    expect(await holdLock(lock)).toEqual({ heldBy: { pid: process.pid, host: hostname() } });
    go();
    expect(isHeld(await slow)).toBe(true);
    expect(readdirSync(folder)).toEqual(["lock"]);
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

  test("is asked for in vain by nobody who is gone, and by names that are no asker's", async () => {
    const left = `lock-${GONE}-0-1-${Buffer.from(hostname()).toString("base64url")}`;
    const others = ["lock-", "lock-0-0-1-", "lock-1-0-1-%zz", "lock-ed", "other-1-0-1-"];
    for (const name of [left, ...others]) writeFileSync(join(folder, name), "");
    expect(isHeld(await holdLock(lock))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["lock", ...others].sort());
  });

  test("where nothing can be written throws what the system says", async () => {
    await expect(holdLock(join(folder, "absent/lock"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

/** What a process does that asks again and again, and is now and then gone without giving back; it tells how often two had it. */
const RIVAL = `
  import { mkdirSync, rmdirSync, writeFileSync } from "node:fs";
  import { hostname } from "node:os";
  import { holdLock } from ${JSON.stringify(INDEX)};
  const [lock, seed, gone] = process.argv.slice(1);
  let state = Number(seed);
  const random = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32);
  let [held, together] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const mine = await holdLock(lock);
    if (!("giveBack" in mine)) { await new Promise((go) => setTimeout(go, random() * 4)); continue; }
    held++;
    try { mkdirSync(lock + ".guard"); } catch { together++; }
    await new Promise((go) => setTimeout(go, random() * 3));
    try { rmdirSync(lock + ".guard"); } catch { together++; }
    // One in two goes without giving back: what is left is a dead one's.
    if (random() < 0.5) writeFileSync(lock, random() < 0.5 ? "" : JSON.stringify({ pid: Number(gone), host: hostname(), thread: 0, turn: i }));
    else await mine.giveBack();
  }
  console.log(JSON.stringify({ held, together }));
`;

test(
  "six processes that ask at once, and leave it half of the time, never have it together",
  async () => {
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const ends = await Promise.all(
      Array.from({ length: 6 }, async (_, i) => {
        const child = spawn(process.execPath, ["--input-type=module", "-e", RIVAL, lock, `${i + 1}`, `${gone}`]);
        let said = "";
        child.stdout.on("data", (piece: Buffer) => {
          said += piece.toString();
        });
        await once(child, "close");
        return JSON.parse(said) as { held: number; together: number };
      }),
    );
    expect(ends.map(({ together }) => together)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(ends.reduce((sum, { held }) => sum + held, 0)).toBeGreaterThan(20);
  },
  patience(60_000),
);
