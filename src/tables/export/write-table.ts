import { YoronError } from "../../model/error.ts";
import { type AnyPieces, piecesOf } from "../pieces.ts";
import { Table } from "../table.ts";
import { toConvokit } from "./convokit.ts";
import { type DelimitedOptions, delimitedPieces } from "./delimited.ts";
import { jsonLinePieces, jsonPieces } from "./json.ts";
import type { WorkbookOptions } from "./workbook.ts";

/** What some formats take: `bom` csv and tsv, `lang` xlsx. */
export interface WriteTableOptions extends DelimitedOptions, WorkbookOptions {}

type Written = AsyncIterable<string | Uint8Array>;
type Writer = (table: AnyPieces, options: WriteTableOptions) => Written | Promise<Written>;

/** The heavy writers load only when asked for. */
const writers: Readonly<Record<string, Writer>> = {
  csv: (table, options) => delimitedPieces(table, ",", options),
  tsv: (table, options) => delimitedPieces(table, "\t", options),
  jsonl: jsonLinePieces,
  json: jsonPieces,
  parquet: async (table) => (await import("./parquet.ts")).parquetPieces(table),
  arrow: async (table) => (await import("./arrow.ts")).arrowPieces(table),
  // A comment's conversation is known when all are.
  convokit: async function* (table) {
    yield toConvokit(await collected(table));
  },
  // A workbook is one archive.
  xlsx: async function* (table, { lang = "en" }) {
    yield (await import("./workbook.ts")).toWorkbook([await collected(table)], { lang }).bytes;
  },
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
  const parts: (string | Uint8Array)[] = [];
  for await (const part of writeTablePieces(piecesOf(table), format, options)) parts.push(part);
  const texts = parts.filter((part) => typeof part === "string");
  return texts.length === parts.length
    ? texts.join("")
    : new Uint8Array(Buffer.concat(parts.filter((part) => typeof part !== "string")));
}

/**
 * Returns what {@link writeTable} does, part by part, of a table that is made while it is written: what is too long to be
 * held as a whole, in memory that hangs on no number of rows.
 *
 * @example
 * for await (const part of writeTablePieces(tokenTable.pieces(analysis), "csv")) console.log(part);
 */
export async function* writeTablePieces(
  table: AnyPieces,
  format: string,
  options: WriteTableOptions = {},
): AsyncGenerator<string | Uint8Array, void, undefined> {
  const writer = writers[format];
  if (writer === undefined) {
    throw new YoronError({
      code: "unknown-format",
      what: "there is no table format",
      value: format,
      next: `known formats: ${tableFormats.join(", ")}`,
    });
  }
  yield* await writer(table, options);
}

/** Returns a table that is there in pieces as one. */
async function collected({ schema, pieces }: AnyPieces): Promise<Table> {
  const all: Table[] = [];
  for await (const piece of pieces()) all.push(piece);
  const [first, ...others] = all;
  return first === undefined ? Table.from(schema, []) : first.concat(...others);
}
