import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { YoronError } from "../model/error.ts";
import type { Part } from "./part.ts";

/** Where the parts of one input are kept: its bytes, its path and everything that decides the result name the file. */
export function partFile(folder: string, path: string | null, bytes: Uint8Array, settings: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([path, settings]))
    .update(bytes)
    .digest("hex");
  return join(folder, `${hash.slice(0, 32)}.json`);
}

/** Returns what an earlier run left; null where it left nothing, or nothing that can be read. */
export async function readParts(file: string): Promise<readonly Part[] | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as readonly Part[];
  } catch {
    return null;
  }
}

/** Writes the parts of one input, whole or not at all. */
export async function writeParts(file: string, folder: string, parts: readonly Part[]): Promise<void> {
  const neighbour = `${file}.${process.pid}.part`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(neighbour, jsonOf(parts));
    await rename(neighbour, file);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => {});
    throw new YoronError({
      code: "unwritable",
      what: "cannot keep what is done in",
      value: folder,
      next: cause instanceof Error ? cause.message : "check the folder and its rights",
      cause,
    });
  }
}

/** Rows that become text at once: of a very long thread all of them are more than a string can hold. */
const ROWS = 4_096;

/** Returns the JSON of parts, piece by piece. */
export function* jsonOf(parts: readonly Part[]): Generator<string, void, undefined> {
  yield "[";
  for (const [i, part] of parts.entries()) {
    let before = i === 0 ? "{" : ",{";
    for (const [name, layer] of Object.entries(part)) {
      yield `${before}${JSON.stringify(name)}:`;
      before = ",";
      if (Array.isArray(layer)) yield* jsonOfRows(layer);
      else yield JSON.stringify(layer);
    }
    yield "}";
  }
  yield "]";
}

function* jsonOfRows(rows: readonly unknown[]): Generator<string, void, undefined> {
  yield "[";
  for (let from = 0; from < rows.length; from += ROWS)
    yield `${from === 0 ? "" : ","}${JSON.stringify(rows.slice(from, from + ROWS)).slice(1, -1)}`;
  yield "]";
}
