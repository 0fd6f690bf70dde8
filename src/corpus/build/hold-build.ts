import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { YoronError } from "../../model/error.ts";
import { unwritable } from "./item-file.ts";

/** Says in the folder of what is not finished who builds. */
const LOCK = "lock";

/** The builds of this program that are at work: a lock of the same process that is none of theirs was left by one that is gone. */
const atWork = new Set<string>();

/** How many names this process has given: no two builds of it share one. */
let given = 0;
const nextName = (): string => `${++given}`;

/**
 * Returns the function that gives back the right to build into a folder, which one build has at a time: a second would commit a
 * corpus whose parts the first takes away. What a process that is gone has left is taken over. Throws `unwritable` where
 * another is at work.
 */
export async function holdBuild(folder: string, work: string): Promise<() => Promise<void>> {
  const lock = join(work, LOCK);
  const token = nextName();
  const own = `${process.pid} ${hostname()} ${token}`;
  if (!(await take(lock, own))) {
    const found = await whoseIs(lock);
    if (isAlive(found) || !(await moveAway(lock, found)) || !(await take(lock, own)))
      throw isTaken(folder, lock, found);
  }
  atWork.add(token);
  return async () => {
    atWork.delete(token);
    // The folder may have gone with all that was in it, and be another build's by now.
    if ((await readFile(lock, "utf8").catch(() => "")) === own) await rm(lock, { force: true });
  };
}

/** Whether nobody had it: the system makes the file for one alone. */
async function take(lock: string, own: string): Promise<boolean> {
  try {
    await writeFile(lock, own, { flag: "wx" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw unwritable(lock, cause);
  }
}

/** Returns what a lock says; one that is just being made says nothing for a moment. */
async function whoseIs(lock: string): Promise<string> {
  const read = () => readFile(lock, "utf8").catch(() => "");
  const found = await read();
  if (found !== "") return found;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return read();
}

/** Whether the lock of a process that is gone went; of several that find it one alone moves it. */
async function moveAway(lock: string, found: string): Promise<boolean> {
  const aside = `${lock}-${process.pid}-${nextName()}`;
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
  // One that was cut off while it was written says nothing, and nobody holds it.
  const [, pid, host, token] = /^(\d+) (\S+) (\S+)$/u.exec(found) ?? [];
  if (pid === undefined || host === undefined || token === undefined) return false;
  if (host !== hostname()) return true;
  if (Number(pid) === process.pid) return atWork.has(token);
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isTaken(folder: string, lock: string, found: string): YoronError {
  const [pid = "?", host = "?"] = found.split(" ");
  return new YoronError({
    code: "unwritable",
    what: `another build (process ${pid} on ${host}) writes to the corpus:`,
    value: folder,
    next: `wait for it; if there is none, remove ${lock}`,
  });
}
