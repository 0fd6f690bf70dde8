import { mkdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { holdLock } from "../index.ts";
import { atSignal, remove } from "./at-signal.ts";
import { said } from "./said.ts";
import { cliError } from "./usage-error.ts";

/** Says whose the folder is for as long as something is written there. */
export const LOCK = ".yoron-lock";

/**
 * Returns the function that gives a folder back, which is taken for this process alone: two that write there at once would leave
 * a mix of both. Throws `unwritable` where another is at work.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, LOCK);
  const made = await unwritable(folder, () => mkdir(folder, { recursive: true }));
  const lock = await unwritable(file, () => holdLock(file));
  if (!("giveBack" in lock)) {
    const { anotherWrites, waitForIt } = said().usage;
    throw cliError("unwritable", anotherWrites(lock.heldBy.pid, lock.heldBy.host), folder, waitForIt(LOCK));
  }
  const isBack = atSignal(remove(file, made === undefined ? null : folder));
  return async () => {
    await lock.giveBack();
    isBack();
    // A folder that was made for nothing goes again; one that holds something stays.
    if (made !== undefined) await rmdir(folder).catch(() => {});
  };
}

async function unwritable<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const { cannotWriteFolder, checkFolder } = said().usage;
    throw cliError("unwritable", cannotWriteFolder, path, (cause as NodeJS.ErrnoException).code ?? checkFolder, cause);
  }
}
