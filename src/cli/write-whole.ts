import { mkdir, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { YoronError } from "../index.ts";
import { atSignal, remove } from "./at-signal.ts";
import { halfName } from "./left-behind.ts";
import { said } from "./said.ts";
import { cliError } from "./usage-error.ts";

let written = 0;

/** What is written: at once, or part by part as it is made. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file whole or not at all: to a neighbour first, which then takes its name. Through a link the file that it leads to
 * is written, and a pipe or device gets the bytes themselves.
 */
export async function writeWhole(path: string, content: Content): Promise<void> {
  try {
    const found = await stat(path).catch(() => null);
    // What stands for a pipe, a terminal or nowhere must not be replaced by a file.
    const isFlow = path.startsWith("/dev/") || (found !== null && !found.isFile() && !found.isDirectory());
    if (isFlow) await writeFile(path, content);
    else await replace(await targetOf(path), content);
  } catch (cause) {
    // What is made while it is written can fail of itself.
    if (cause instanceof YoronError) throw cause;
    const { cannotWrite, checkFolder } = said().usage;
    throw cliError("unwritable", cannotWrite, path, cause instanceof Error ? wordsOf(cause) : checkFolder, cause);
  }
}

async function replace(path: string, content: Content): Promise<void> {
  // The name is short, since that of the file may be as long as a name can be.
  const neighbour = join(dirname(path), halfName(++written));
  const isThere = atSignal(remove(neighbour));
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(neighbour, content);
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => {});
    throw cause;
  } finally {
    isThere();
  }
}

/** How many links may lead to one another: as many as Linux follows. */
const MOST_LINKS = 40;

/** Returns where a path leads, whether or not a file is there yet. */
async function targetOf(path: string): Promise<string> {
  let target = path;
  for (let i = 0; i < MOST_LINKS; i++) {
    const next = await readlink(target).catch(() => null);
    if (next === null) return target;
    target = resolve(dirname(target), next);
  }
  throw new Error("ELOOP: its links lead in a circle");
}

/** The system's words, without the name of the neighbour, of which nobody knows. */
function wordsOf({ message }: Error): string {
  return message.replace(/, (?:open|write|close|rename|mkdir|stat)\b.*$/su, "");
}
