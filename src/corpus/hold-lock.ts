import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { threadId } from "node:worker_threads";

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/** What came of asking for a lock: the function that gives it back, or who holds it. */
export type HeldLock = { readonly giveBack: () => Promise<void> } | { readonly heldBy: LockHolder };

/** The locks that this thread holds: one of its own that is none of them was left by a process of the same number. */
const held = new Set<number>();

/** How many locks this thread has asked for: each has a name of its own. */
let given = 0;

/** How often a lock is asked for that goes to others meanwhile: each time one of them got on. */
const TURNS = 50;

/**
 * Returns the right to what a file stands for, which one process has at a time, and one part of it: the function that gives it
 * back, or who holds it. What a process that is gone has left is taken over; of one on another machine nobody knows whether
 * it is at work. Throws what the system says where the file cannot be written.
 *
 * @example
 * const lock = await holdLock("yoron.lock");
 * if ("giveBack" in lock) await lock.giveBack();
 */
export async function holdLock(file: string): Promise<HeldLock> {
  const turn = ++given;
  const own = JSON.stringify({ pid: process.pid, host: hostname(), thread: threadId, turn });
  let found = "";
  for (let asked = 0; asked < TURNS; asked++) {
    if (await take(file, own, turn)) {
      held.add(turn);
      return { giveBack: () => giveBack(file, own, turn) };
    }
    const now = await whoseIs(file);
    // It was given back since.
    if (now === null) continue;
    found = now;
    if (isAlive(found)) break;
    await moveAway(file, found, turn);
  }
  const { pid, host } = holderOf(found);
  return { heldBy: { pid, host } };
}

async function giveBack(file: string, own: string, turn: number): Promise<void> {
  held.delete(turn);
  // The folder may have gone with all that was in it, and be another's by now.
  if ((await readFile(file, "utf8").catch(() => "")) === own) await rm(file, { force: true });
}

const besideOf = (file: string, turn: number): string => `${file}-${process.pid}-${threadId}-${turn}`;

/** Whether nobody had it. It comes to be with all that it says: however slow a machine, nobody finds a part of it. */
async function take(file: string, own: string, turn: number): Promise<boolean> {
  const draft = besideOf(file, turn);
  await writeFile(draft, own);
  try {
    await link(draft, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    return await takeAtOnce(file, own);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether nobody had it, where the disk knows no second name of a file: what it says follows a moment later. */
async function takeAtOnce(file: string, own: string): Promise<boolean> {
  try {
    await writeFile(file, own, { flag: "wx" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}

/** Returns what a lock says, null where there is none; one that is just being made may say nothing for a moment. */
async function whoseIs(file: string): Promise<string | null> {
  const read = () =>
    readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return null;
      throw cause;
    });
  const found = await read();
  if (found !== "") return found;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return read();
}

/** Removes the lock of a process that is gone; of several that find it one alone moves it. */
async function moveAway(file: string, found: string, turn: number): Promise<void> {
  const aside = besideOf(file, turn);
  try {
    await rename(file, aside);
    // Somebody who was quicker may have taken it: it is put back, unless another has it by now.
    if ((await readFile(aside, "utf8")) !== found) await link(aside, file);
  } catch {
    // It is gone, and is asked for again.
  } finally {
    await rm(aside, { force: true });
  }
}

/** Whether who wrote the lock may still be at work. */
function isAlive(found: string): boolean {
  const { pid, host, thread, turn } = holderOf(found);
  if (host !== hostname()) return host !== "";
  if (pid === process.pid) return thread === threadId ? held.has(turn) : thread >= 0;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Returns whose a lock is; one that was cut off while it was written says nothing, and nobody holds it. */
function holderOf(found: string): LockHolder & { readonly thread: number; readonly turn: number } {
  const [, pid = 0, host = "", thread = -1, turn = -1] = LOCKED.exec(found) ?? [];
  return { pid: Number(pid), host, thread: Number(thread), turn: Number(turn) };
}

const LOCKED = /^\{"pid":([1-9]\d*),"host":"([^"]*)"(?:,"thread":(\d+),"turn":(\d+))?\}$/u;
