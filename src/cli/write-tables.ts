import {
  type Analysis,
  type CodeOptions,
  type NamedTable,
  type OpinionOptions,
  type Table,
  tableFormats,
  tables,
  writeTable,
  writeTablePieces,
} from "../index.ts";
import { bookOf } from "./book-of.ts";
import { optionsFor } from "./code-options.ts";
import type { Io } from "./io.ts";
import { checkListed, checkName } from "./known-name.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Values } from "./verb.ts";
import type { Content } from "./write-whole.ts";

/** Which tables `yoron analyze` writes, and how. */
export interface TableFiles {
  readonly tables: readonly NamedTable[];
  readonly format: string;
  readonly bom: boolean;
}

/** What takes the content of a file of the results. */
export type Write = (name: string, content: Content) => Promise<void>;

/** ConvoKit's utterances are made of the comments alone. */
export const TABLE_FILES: readonly string[] = tableFormats.filter((format) => format !== "convokit");

/** Rows that a sheet of Excel holds under its header. */
export const MOST_ROWS = 1_048_575;

/** Returns which tables are written and how; throws for what is not there, and for a mark that the format has not. */
export function tableFilesOf(values: Values): TableFiles {
  const { noTableFormat, doesNothing, withoutCsv, leaveOut } = said().usage;
  const format = stringOf(values, "format") ?? "csv";
  checkName("table formats", noTableFormat, format, TABLE_FILES);
  const asked = listOption(values, "tables");
  for (const name of asked ?? [])
    checkListed(
      "tables",
      name,
      tables.map((table) => table.name),
    );
  const separated = format === "csv" || format === "tsv";
  if (values["no-bom"] === true && !separated)
    throw usageError(doesNothing("--no-bom", withoutCsv), undefined, leaveOut);
  const chosen = asked === undefined ? tables : tables.filter(({ name }) => asked.includes(name));
  return { tables: chosen, format, bom: separated && values["no-bom"] !== true };
}

/** Writes the tables: a file each in `tables/`, or one workbook, beside which stands what is too long for a sheet. */
export async function writeTables(
  analyses: readonly Analysis[],
  {
    tables,
    format,
    bom,
    lang,
    made,
  }: TableFiles & { readonly lang: "ja" | "en" | undefined; readonly made: CodeOptions & OpinionOptions },
  write: Write,
  io: Io,
): Promise<void> {
  const { progress, notes } = said();
  const sheets: Table[] = [];
  const empty: string[] = [];
  for (const [index, { name, project }] of tables.entries()) {
    io.progress(progress.table(name, `${index + 1}/${tables.length}`));
    if (format !== "xlsx") {
      const pieces = project.pieces(analyses, optionsFor(name, made));
      await write(`tables/${name}.${format}`, writeTablePieces(pieces, format, { bom }));
      continue;
    }
    const table = project(analyses, optionsFor(name, made));
    if (table.length === 0) empty.push(name);
    else if (table.length <= MOST_ROWS) sheets.push(table);
    else {
      const file = `tables/${name}.csv`;
      io.tell(`yoron: ${notes.tooManyRows(name, table.length, file)}`);
      await write(file, await writeTable(table, "csv", { bom: true }));
    }
  }
  if (empty.length > 0) io.note(notes.emptySheets(empty.join(", ")));
  if (sheets.length === 0) return;
  io.progress(progress.writing("tables.xlsx"));
  await write("tables.xlsx", await bookOf(sheets, lang, io));
}
