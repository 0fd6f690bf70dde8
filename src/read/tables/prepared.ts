import { YoronError } from "../../model/error.ts";
import { binaryKind } from "./binary-kind.ts";
import type { Grid } from "./source-table.ts";

/** Tables that only an asynchronous reader can read, by the bytes of their files, until these are read. */
const prepared = new WeakMap<Uint8Array, Grid>();

/**
 * Returns the bytes, having read ahead what is read synchronously later: of a Parquet file, whose bytes stay what they
 * are.
 */
export async function prepare(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  if (binaryKind(bytes)?.table !== "parquet") return bytes;
  const { readParquet } = await import("./parquet.ts");
  prepared.set(bytes, await readParquet(bytes, path));
  return bytes;
}

/** Returns the table that was read ahead; throws `binary-input` for bytes that came another way. */
export function preparedTable(bytes: Uint8Array, path: string | null): Grid {
  const grid = prepared.get(bytes);
  if (grid !== undefined) return grid;
  throw new YoronError({
    code: "binary-input",
    what: `${path ?? "the input"} is a Parquet file, which is read from its path only`,
    next: "give the path: readFile(path), or readAll(await readSource(path)); or write the table as Arrow or CSV",
  });
}
