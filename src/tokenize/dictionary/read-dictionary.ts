import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { YoronError } from "../../model/error.ts";
import type { Dictionary } from "./dictionary.ts";
import { viewDictionary } from "./view-dictionary.ts";

/** Dictionaries of files that some tokenizer of this thread still uses, by path, size and time of change. */
const inUse = new Map<string, WeakRef<Dictionary>>();

/**
 * Returns a compiled dictionary in shared memory, read from a path, the bytes of the file, or memory that already holds
 * it.
 */
export function readDictionary(source: string | Uint8Array | SharedArrayBuffer): Dictionary {
  if (source instanceof SharedArrayBuffer) return viewDictionary(source, { name: "shared dictionary" });
  if (typeof source === "string") return readFile(source);
  const buffer = new SharedArrayBuffer(source.byteLength);
  new Uint8Array(buffer).set(source);
  return viewDictionary(buffer, { name: "dictionary of bytes" });
}

/** A file that is still in use is not read again. */
function readFile(path: string): Dictionary {
  const file = open(path);
  try {
    const { size, mtimeMs, ino } = fstatSync(file);
    const key = `${path}:${size}:${mtimeMs}:${ino}`;
    const known = inUse.get(key)?.deref();
    if (known !== undefined) return known;
    const dictionary = viewDictionary(readShared(file, size), { name: path });
    inUse.set(key, new WeakRef(dictionary));
    return dictionary;
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    throw new YoronError({
      code: "missing-resource",
      what: "cannot open the dictionary",
      value: path,
      next: "reinstall yoron, or run `npm run build:dictionary` in a checkout",
      cause,
    });
  }
}

function readShared(file: number, size: number): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  for (let done = 0; done < size; ) {
    const read = readSync(file, bytes, done, size - done, done);
    if (read === 0) break;
    done += read;
  }
  return buffer;
}
