import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** What is written takes its name when it is whole; until then its name says by which process. */
export const halfName = (written: number): string => `.yoron-${process.pid}-${written}.part`;
const HALF = /^\.yoron-(\d+)-\d+\.part$/;

/** Removes what processes that were killed left half written in the folders of an analysis. */
export async function removeLeftBehind(folder: string): Promise<void> {
  for (const within of [folder, join(folder, "charts"), join(folder, "tables")]) {
    for (const name of await readdir(within).catch(() => [])) {
      const [, pid] = HALF.exec(name) ?? [];
      // Another command may write a file of its own here at this moment.
      if (pid !== undefined && isGone(Number(pid))) await rm(join(within, name), { force: true });
    }
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
