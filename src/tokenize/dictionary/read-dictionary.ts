import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { YoronError } from "../../model/error.ts";
import type { Dictionary } from "./dictionary.ts";
import { viewDictionary } from "./view-dictionary.ts";

/** Reads a compiled dictionary into shared memory: a path, the bytes of the file, or memory that already holds it. */
export function readDictionary(source: string | Uint8Array | SharedArrayBuffer): Dictionary {
  if (source instanceof SharedArrayBuffer) return viewDictionary(source, { name: "shared dictionary" });
  if (typeof source === "string") return viewDictionary(readShared(source), { name: source });
  const buffer = new SharedArrayBuffer(source.byteLength);
  new Uint8Array(buffer).set(source);
  return viewDictionary(buffer, { name: "dictionary of bytes" });
}

function readShared(path: string): SharedArrayBuffer {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (cause) {
    throw new YoronError({
      code: "missing-resource",
      what: "cannot open the dictionary",
      value: path,
      next: "reinstall yoron, or run `npm run build:dictionary` in a checkout",
      cause,
    });
  }
  try {
    const { size } = fstatSync(file);
    const buffer = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(buffer);
    for (let done = 0; done < size; ) {
      const read = readSync(file, bytes, done, size - done, done);
      if (read === 0) break;
      done += read;
    }
    return buffer;
  } finally {
    closeSync(file);
  }
}
