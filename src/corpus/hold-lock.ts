import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/** What came of asking for a lock: the function that gives it back, or who holds it. */
export type HeldLock = { readonly giveBack: () => Promise<void> } | { readonly heldBy: LockHolder };

/** One ask of one thread of a process. */
interface Asker extends LockHolder {
  readonly thread: number;
  readonly turn: number;
}

/** The turns in which this thread asks for a lock or holds it: one of its own that is none of them was left by a process of the same number. */
const own = new Set<number>();

/** How many locks this thread has asked for. */
let given = 0;

/** How often one looks again while others ask too, and how long it waits between, in milliseconds. */
const LOOKS = 200;
const PAUSE = 10;

/**
 * Returns the right to what a file stands for, which one process has at a time, and one part of it: the function that gives it
 * back, or who holds it. What a process that is gone has left is taken over; of one on another machine nobody knows whether
 * it is at work. Throws what the system says where the file cannot be written.
 *
 * Who asks says so by a file beside it, and takes the lock only when it looks after that and sees nobody else who asks: of any two
 * the later sees the other, so that they never both take it, however slow the machine. Where several see each other the
 * first by name stays and the others step back until it is through.
 *
 * @example
 * const lock = await holdLock("yoron.lock");
 * if ("giveBack" in lock) await lock.giveBack();
 */
export async function holdLock(file: string): Promise<HeldLock> {
  const me: Asker = { pid: process.pid, host: hostname(), thread: threadId, turn: ++given };
  const asks = join(dirname(file), nameOf(file, me));
  own.add(me.turn);
  const heldBy = await take(file, asks, me).catch(async (cause: unknown) => {
    own.delete(me.turn);
    await rm(asks, { force: true }).catch(() => {});
    throw cause;
  });
  if (heldBy === null) return { giveBack: () => giveBack(file, me) };
  own.delete(me.turn);
  await rm(asks, { force: true });
  return { heldBy };
}

async function giveBack(file: string, me: Asker): Promise<void> {
  own.delete(me.turn);
  // The folder may have gone with all that was in it, and be another's by now.
  if ((await wordsIn(file)) === JSON.stringify(me)) await rm(file, { force: true });
}

/** Returns who has a lock where that is another; null says that it was taken. */
async function take(file: string, asks: string, me: Asker): Promise<LockHolder | null> {
  let seen: readonly Asker[] = [];
  let isAsking = false;
  for (let look = 0; look < LOOKS; look++) {
    const holder = await holderOf(file);
    if (holder !== null) return holder;
    seen = await othersThatAsk(file, me);
    if (seen.some((other) => nameOf(file, other) < basename(asks))) {
      if (isAsking) await rm(asks, { force: true });
      isAsking = false;
    } else if (!isAsking) {
      await writeFile(asks, JSON.stringify(me));
      isAsking = true;
      continue;
    } else if (seen.length === 0) {
      // Another may have taken it since the first look, and ask no more.
      const quicker = await holderOf(file);
      if (quicker !== null) return quicker;
      // It comes to be with all that it says: nobody finds a part of it.
      await rename(asks, file);
      return null;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const [{ pid, host } = me] = seen;
  return { pid, host };
}

/** Returns who else asks for a lock and may be at work; what those that are gone have left is taken away. */
async function othersThatAsk(file: string, me: Asker): Promise<readonly Asker[]> {
  const others: Asker[] = [];
  for (const entry of (await readdir(dirname(file))).sort()) {
    const asker = entry.startsWith(`${basename(file)}-`) ? askerNamed(entry.slice(basename(file).length + 1)) : null;
    if (asker === null || entry === nameOf(file, me)) continue;
    if (isAtWork(asker)) others.push(asker);
    else await rm(join(dirname(file), entry), { force: true });
  }
  return others;
}

/** The name says all, since a file is there before its content is. */
const nameOf = (file: string, { pid, host, thread, turn }: Asker): string =>
  `${basename(file)}-${pid}-${thread}-${turn}-${Buffer.from(host).toString("base64url")}`;

const NAMED = /^([1-9]\d*)-(\d+)-(\d+)-([\w-]*)$/u;

function askerNamed(rest: string): Asker | null {
  const [found, pid, thread, turn, host = ""] = NAMED.exec(rest) ?? [];
  if (found === undefined) return null;
  const hostName = Buffer.from(host, "base64url").toString();
  return { pid: Number(pid), host: hostName, thread: Number(thread), turn: Number(turn) };
}

/** Returns who holds a lock and may be at work; one that was cut off while it was written says nothing, and nobody holds it. */
async function holderOf(file: string): Promise<LockHolder | null> {
  const [, pid = 0, host = "", thread = -1, turn = -1] = LOCKED.exec(await wordsIn(file)) ?? [];
  const holder = { pid: Number(pid), host, thread: Number(thread), turn: Number(turn) };
  return isAtWork(holder) ? { pid: holder.pid, host } : null;
}

const LOCKED = /^\{"pid":([1-9]\d*),"host":"([^"]*)"(?:,"thread":(\d+),"turn":(\d+))?\}$/u;

/** Returns what a lock says, nothing where there is none. */
async function wordsIn(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return "";
    throw cause;
  });
}

/** Whether who holds a lock, or asks for it, may still be at work. */
function isAtWork({ pid, host, thread, turn }: Asker): boolean {
  if (host !== hostname()) return host !== "";
  if (pid === process.pid) return thread === threadId ? own.has(turn) : thread >= 0;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
