import { join } from "node:path";
import { YoronError } from "../../model/error.ts";
import { holdLock } from "../hold-lock.ts";
import { unwritable } from "./item-file.ts";

/** Says in the folder of what is not finished who builds. */
const LOCK = "lock";

/**
 * Returns the function that gives back the right to build into a folder, which one build has at a time: a second would commit a
 * corpus whose parts the first takes away. Throws `unwritable` where another is at work.
 */
export async function holdBuild(folder: string, work: string): Promise<() => Promise<void>> {
  const file = join(work, LOCK);
  const lock = await holdLock(file).catch((cause: unknown) => {
    throw unwritable(file, cause);
  });
  if ("giveBack" in lock) return lock.giveBack;
  const { pid, host } = lock.heldBy;
  throw new YoronError({
    code: "unwritable",
    what: `another build (process ${pid} on ${host}) writes to the corpus:`,
    value: folder,
    next: `wait for it; if there is none, remove ${file}`,
  });
}
