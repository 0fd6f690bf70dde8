import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { YoronError } from "../index.ts";
import { said } from "./said.ts";
import { cliError } from "./usage-error.ts";

/** Says whose the folder is for as long as something is written there. */
export const LOCK = ".yoron-lock";

/** Who writes. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Returns the function that gives a folder back, which is taken for this process alone: two that write there at once would leave
 * a mix of both. What a process that is gone has left is taken over. Throws `unwritable` where another is at work.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, LOCK);
  const made = await unwritable(folder, () => mkdir(folder, { recursive: true }));
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  if (!(await take(lock, own))) {
    const found = await readLock(lock);
    if (isAlive(found) || !(await moveAway(lock, found)) || !(await take(lock, own))) throw isTaken(folder, found);
  }
  return async () => {
    await rm(lock, { force: true });
    // A folder that was made for nothing goes again; one that holds something stays.
    if (made !== undefined) await rmdir(folder).catch(() => {});
  };
}

/** Returns what a lock says; one that is just being made says nothing for a moment. */
async function readLock(lock: string): Promise<string> {
  const read = () => readFile(lock, "utf8").catch(() => "");
  const found = await read();
  if (found !== "") return found;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return read();
}

/** Whether nobody had it: the system makes the file for one process alone. */
async function take(lock: string, own: string): Promise<boolean> {
  return unwritable(lock, () =>
    writeFile(lock, own, { flag: "wx" }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    ),
  );
}

/** Whether the lock of a process that is gone went; of several that find it one alone moves it. */
async function moveAway(lock: string, found: string): Promise<boolean> {
  const aside = `${lock}-${process.pid}`;
  try {
    await rename(lock, aside);
    const isSame = (await readFile(aside, "utf8")) === found;
    if (isSame) await rm(aside, { force: true });
    else await rename(aside, lock);
    return isSame;
  } catch {
    return false;
  }
}

/** Whether who wrote the lock may still be at work: of another machine nobody knows. */
function isAlive(found: string): boolean {
  const { pid, host } = holderOf(found);
  if (host !== hostname()) return host !== "";
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What a lock says; one that was cut off while it was written says nothing, and nobody holds it. */
function holderOf(found: string): Holder {
  const said = /^\{"pid":(\d+),"host":"([^"]*)"\}$/u.exec(found);
  return { pid: Number(said?.[1] ?? 0), host: said?.[2] ?? "" };
}

function isTaken(folder: string, found: string): YoronError {
  const { pid, host } = holderOf(found);
  const { anotherWrites, waitForIt } = said().usage;
  return cliError("unwritable", anotherWrites(pid, host), folder, waitForIt(LOCK));
}

async function unwritable<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const { cannotWriteFolder, checkFolder } = said().usage;
    throw cliError("unwritable", cannotWriteFolder, path, (cause as NodeJS.ErrnoException).code ?? checkFolder, cause);
  }
}
