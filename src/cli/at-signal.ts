import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What is to be undone when a signal ends the process, which no `finally` hears of. */
const undoings = new Set<() => void>();

/** Returns the function that ends the wait for a signal; if one ends the process before, something is undone. */
export function atSignal(undo: () => void): () => void {
  undoings.add(undo);
  return () => void undoings.delete(undo);
}

/** Removes all that is to be undone; what cannot be stays, and holds nothing up. */
export function undoAll(): void {
  for (const undo of undoings) {
    try {
      undo();
    } catch {
      // Of a process that ends nobody could be told more.
    }
  }
}

/** Removes a file, and its folder where that was made for it alone. */
export const remove =
  (file: string, made: string | null = null) =>
  (): void => {
    rmSync(file, { force: true });
    if (made !== null) rmdirSync(made);
  };

/** Removes what is not written to its end in a folder of what is done. */
export const removeHalf = (folder: string) => (): void => {
  for (const name of readdirSync(folder)) if (name.endsWith(".part")) rmSync(join(folder, name), { force: true });
};
