import { readdirSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How the names of this process's folders begin, those of its threads too. */
const PREFIX = `yoron-${process.pid}-`;

/**
 * Returns the path of a new folder for what must lie on disk for a moment; whoever asks for it removes it.
 *
 * @example
 * const folder = await makeScratch();
 * await buildCorpus(["long.jsonl"], folder);
 */
export function makeScratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), PREFIX));
}

/**
 * Removes what this process and its threads have on disk for a moment: for programs that a signal ends, where nothing else
 * would remove it. What cannot be removed stays.
 *
 * @example
 * process.once("SIGTERM", () => removeScratch());
 */
export function removeScratch(): void {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(PREFIX)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}
