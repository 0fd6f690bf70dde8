import { DuckDBInstance } from "@duckdb/node-api";
import { YoronError } from "../../../model/error.ts";
import { notWholeParquet } from "../../../read/tables/not-whole-parquet.ts";
import { literal } from "../duckdb/create-table.ts";

/**
 * Writes some rows of a Parquet file after others to `scratch`, each time in place of the last, and gives how many rows
 * stand before them. Errors name it as `name`.
 */
export async function* parquetSlices(
  path: string,
  scratch: string,
  rows: number,
  name = path,
): AsyncGenerator<number, void, undefined> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    autoinstall_known_extensions: "false",
    memory_limit: "256MB",
  });
  const connection = await instance.connect();
  try {
    const counted = await connection.runAndReadAll(`SELECT sum(num_rows) FROM parquet_file_metadata(${literal(path)})`);
    const all = Number(counted.getRows()[0]?.[0] ?? 0);
    for (let from = 0; from < all; from += rows) {
      await connection.run(
        `COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet(${literal(path)}, file_row_number = true, hive_partitioning = false)
               WHERE file_row_number >= ${from} AND file_row_number < ${from + rows}) TO ${literal(scratch)} (FORMAT parquet)`,
      );
      yield from;
    }
  } catch (cause) {
    if (cause instanceof YoronError) throw cause;
    throw notWholeParquet(name, cause);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
