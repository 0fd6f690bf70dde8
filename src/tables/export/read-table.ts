import { YoronError } from "../../model/error.ts";
import type { TableSchema } from "../schema.ts";
import { schemaNamed } from "../schemas.ts";
import type { Table } from "../table.ts";
import { fromConvokit } from "./convokit.ts";
import { fromCsv, fromTsv } from "./delimited.ts";
import { fromJson, fromJsonLines } from "./json.ts";

type Reader = (content: string | Uint8Array, schema: TableSchema | null) => Table | Promise<Table>;

const ofText =
  (read: (text: string, schema: TableSchema) => Table): Reader =>
  (content, schema) => {
    if (schema === null) {
      throw new YoronError({
        code: "bad-value",
        what: "this format does not say its columns' types",
        next: 'name the table, as in readTable(text, "csv", "comments"), or give its schema',
      });
    }
    return read(textOf(content), schema);
  };

// A byte order mark is the reader's to see: in a cell it is text.
const textOf = (content: string | Uint8Array): string =>
  typeof content === "string" ? content : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);

/** The heavy readers load only when asked for. */
const readers: Readonly<Record<string, Reader>> = {
  csv: ofText(fromCsv),
  tsv: ofText(fromTsv),
  jsonl: ofText(fromJsonLines),
  json: ofText(fromJson),
  parquet: async (content, schema) => (await import("./parquet.ts")).fromParquet(bytesOf(content), schema),
  arrow: async (content, schema) => (await import("./arrow.ts")).fromArrow(bytesOf(content), schema),
  convokit: (content) => fromConvokit(textOf(content)),
};

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/**
 * Returns the table that `writeTable` wrote.
 *
 * Parquet and Arrow files say their schema themselves; for the text formats give a schema or the name of one of
 * Yoron's tables. From ConvoKit's utterances comes the table of comments.
 *
 * @example
 * const comments = await readTable(await readSource("comments.csv"), "csv", "comments");
 */
export async function readTable(
  content: string | Uint8Array,
  format: string,
  schema?: TableSchema | string,
): Promise<Table> {
  const reader = readers[format];
  if (reader === undefined) {
    throw new YoronError({
      code: "unknown-format",
      what: "there is no table format",
      value: format,
      next: `known formats: ${Object.keys(readers).join(", ")}`,
    });
  }
  return reader(content, typeof schema === "string" ? schemaNamed(schema) : (schema ?? null));
}
