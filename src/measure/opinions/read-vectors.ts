import { YoronError } from "../../model/error.ts";
import type { GivenVectors } from "./likeness/given-vectors.ts";

/**
 * Returns the vectors of a file: JSON Lines of `{"id": "c3.2", "vector": [0.1, …]}`, or Parquet with the columns `id` and
 * `vector`. Ids are those of claims (`c3.2`) or comments (`c3`).
 *
 * Throws `bad-value` for a line that is none, and for an id that comes twice.
 *
 * @example
 * opinionTable(analysis, { vectors: await readVectors(await readSource("vectors.jsonl")) });
 */
export async function readVectors(content: Uint8Array | string): Promise<GivenVectors> {
  const isParquet = typeof content !== "string" && new TextDecoder().decode(content.subarray(0, 4)) === "PAR1";
  const rows = isParquet ? await parquetRows(content) : lineRows(content);
  const vectors = new Map<string, readonly number[]>();
  for (const [place, row] of rows.entries()) {
    const { id, vector } = (row ?? {}) as { readonly id?: unknown; readonly vector?: unknown };
    if (typeof id !== "string" || !Array.isArray(vector)) {
      throw new YoronError({
        code: "bad-value",
        what: `row ${place + 1} of the vectors has no "id" with a "vector":`,
        value: row,
        next: 'a row is {"id": "c3.2", "vector": [0.1, 0.2]}',
      });
    }
    if (vectors.has(id))
      throw new YoronError({ code: "bad-value", what: "there are two vectors of one id:", value: id });
    // Numbers are checked where they are used, with the name of their claim.
    vectors.set(id, vector as readonly number[]);
  }
  if (vectors.size === 0)
    throw new YoronError({ code: "bad-value", what: "the file holds no vectors; rows are", value: 0 });
  return vectors;
}

function lineRows(content: Uint8Array | string): unknown[] {
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line, place): unknown => {
      try {
        return JSON.parse(line);
      } catch {
        throw new YoronError({
          code: "bad-value",
          what: `line ${place + 1} of the vectors is not JSON:`,
          value: line,
          next: 'a line is {"id": "c3.2", "vector": [0.1, 0.2]}; NaN is no JSON, and no vector',
        });
      }
    });
}

async function parquetRows(content: Uint8Array): Promise<unknown[]> {
  // Parquet loads the database engine, which lines of JSON need not.
  const { fromParquet } = await import("../../tables/export/parquet.ts");
  const table = await fromParquet(content, null);
  return [...table];
}
