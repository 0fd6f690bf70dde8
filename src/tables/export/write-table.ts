import { YoronError } from "../../model/error.ts";
import type { Table } from "../table.ts";
import { toConvokit } from "./convokit.ts";
import { type DelimitedOptions, toCsv, toTsv } from "./delimited.ts";
import { toJson, toJsonLines } from "./json.ts";
import type { WorkbookOptions } from "./workbook.ts";

/** What some formats take: `bom` csv and tsv, `lang` xlsx. */
export interface WriteTableOptions extends DelimitedOptions, WorkbookOptions {}

type Writer = (table: Table, options: WriteTableOptions) => string | Promise<string | Uint8Array>;

/** The heavy writers load only when asked for. */
const writers: Readonly<Record<string, Writer>> = {
  csv: toCsv,
  tsv: toTsv,
  jsonl: toJsonLines,
  json: toJson,
  parquet: async (table) => (await import("./parquet.ts")).toParquet(table),
  arrow: async (table) => (await import("./arrow.ts")).toArrow(table),
  convokit: toConvokit,
  xlsx: async (table, { lang = "en" }) => (await import("./workbook.ts")).toWorkbook([table], { lang }).bytes,
};

/** Names of the formats that {@link writeTable} writes. */
export const tableFormats: readonly string[] = Object.freeze(Object.keys(writers));

/**
 * Returns a table in a format of {@link tableFormats}; an unknown one is an error that lists them.
 *
 * @example
 * await writeTable(commentTable(analysis), "csv", { bom: true });
 */
export async function writeTable(
  table: Table,
  format: string,
  options: WriteTableOptions = {},
): Promise<string | Uint8Array> {
  const writer = writers[format];
  if (writer === undefined) {
    throw new YoronError({
      code: "unknown-format",
      what: "there is no table format",
      value: format,
      next: `known formats: ${tableFormats.join(", ")}`,
    });
  }
  return writer(table, options);
}
