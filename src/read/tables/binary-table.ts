import type { ReadOptions } from "../format.ts";
import { readArrow } from "./arrow.ts";
import { preparedTable } from "./prepared.ts";
import type { Grid } from "./source-table.ts";
import { readWorkbook } from "./workbook.ts";

/** Returns the table that bytes of a kind hold. */
export function binaryTable(
  kind: "workbook" | "arrow" | "parquet",
  bytes: Uint8Array,
  path: string | null,
  options: ReadOptions,
): Grid {
  if (kind === "workbook") return readWorkbook(bytes, path, options);
  return kind === "arrow" ? readArrow(bytes, path) : preparedTable(bytes, path);
}

/** Returns a table as text, its cells between tabs, for whoever looks at text. */
export function asText({ names, rows }: Grid): string {
  const lines = names === null ? [] : [lineOf(names)];
  for (const { cells } of rows) lines.push(lineOf(cells));
  return lines.join("\n");
}

function lineOf(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t");
}
