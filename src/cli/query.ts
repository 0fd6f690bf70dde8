import {
  type Analysis,
  type CodeOptions,
  type CorpusLayer,
  isCorpus,
  LAYERS,
  layersOf,
  type NamedTable,
  type OpinionOptions,
  type Table,
  type TablePieces,
  tableFormats,
  tables,
  writeTable,
} from "../index.ts";
import type { Database } from "../tables/export/duckdb.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { askedTables } from "./asked-tables.ts";
import { bookOf } from "./book-of.ts";
import { checkSqlFirst } from "./check-order.ts";
import { checkOutput } from "./check-output.ts";
import { CODE_OPTIONS, codesOf, optionsFor } from "./code-options.ts";
import { expandInputs, isFile, isFolder } from "./inputs.ts";
import type { Io } from "./io.ts";
import { corpusOfLong, isLong, type LongInputs, WHOLE_OPTION } from "./long-inputs.ts";
import { manifestLosses } from "./manifest-losses.ts";
import { OPINION_OPTIONS, OPINION_TABLES, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { said } from "./said.ts";
import { tableFormatOf } from "./table-format.ts";
import { tellReading } from "./tell-reading.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

export const query: Verb = {
  name: "query",
  usage: `yoron query "SELECT …" FILE…|DIR|CORPUS`,
  options: {
    format: {
      type: "string",
      value: "NAME",
      help: ({ options }) => options.queryFormat(tableFormats.join(", ")),
    },
    rows: { type: "string", value: "N", help: ({ options }) => options.rows },
    "allow-files": { type: "boolean", help: ({ options }) => options.allowFiles },
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.output },
    ...OPINION_OPTIONS,
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
    ...WHOLE_OPTION,
  },
  examples: [
    `yoron query "SELECT author, up FROM comments ORDER BY up DESC LIMIT 5" page.html`,
    [`yoron query "SELECT * FROM entities" out`, "ofFolder"],
  ],
  async run({ positionals, values, io }) {
    const [sql, ...inputs] = positionals;
    const { usage } = said();
    if (sql === undefined) throw usageError(usage.noSql, undefined, `yoron query "SELECT …" FILE…`);
    checkSqlFirst(sql, inputs);
    const output = stringOf(values, "output");
    const rows = rowsOf(stringOf(values, "rows"));
    const asked = tableFormatOf(values, output);
    if (asked !== undefined && values.rows !== undefined)
      throw usageError(usage.doesNothing("--rows", usage.forFormat(asked)), undefined, usage.leaveOut);
    const format = asked ?? (io.interactive ? undefined : "csv");
    const folder = await doneFolder(inputs);
    if (folder !== undefined) checkNoAnalysis(values);
    const codes = await codesOf(values);
    checkCodes(sql, folder, codes);
    const named = [...OPINION_TABLES].filter((name) => new RegExp(`\\b${name}\\b`, "i").test(sql));
    const made = { ...codes, ...(await opinionOptions(values, named, "SQL")) };
    const opened = await openAsked(sql, inputs, { folder, made }, values, io);
    if (opened.database === undefined) return opened.status;
    const { database, status, leave } = opened;
    try {
      const result = await database.query(sql);
      if (isDone(result)) {
        io.done(toldDone(sql, result));
        return status;
      }
      const content =
        format === undefined
          ? `${result.toString({ rows })}\n`
          : format === "xlsx"
            ? await bookOf([result], undefined, io)
            : await writeTable(result, format);
      if (output === undefined) await io.print(content);
      else {
        await writeWhole(output, content);
        io.done(said().done.table(output, result.length));
      }
    } finally {
      await database.close();
      await leave();
    }
    return status;
  },
};

/** The database that SQL asks, and what is done behind it; none where no input could be read. */
type Opened =
  | { readonly database: Database; readonly status: number; readonly leave: () => Promise<void> }
  | { readonly database?: never; readonly status: number };

/** Returns the database of a folder of ready tables or a corpus, or of inputs that are analysed for it. */
async function openAsked(
  sql: string,
  inputs: readonly string[],
  { folder, made }: { readonly folder: string | undefined; readonly made: CodeOptions & OpinionOptions },
  values: Values,
  io: Io,
): Promise<Opened> {
  // The database engine loads only for this verb.
  const { openDatabase, views } = await import("../tables/export/duckdb.ts");
  const options = { allowFiles: values["allow-files"] === true };
  const leave = async () => {};
  if (folder !== undefined) {
    const status = await statusOf(folder, values, io);
    return { database: await openDatabase(folder, options), status, leave };
  }
  const files = await expandInputs(inputs, io);
  checkOutput(values, files);
  const named = askedTables(sql, views);
  const layers = named === null ? LAYERS : layersOf(named.map(({ name }) => name));
  const long = await longOf(files, sql, layers, values, io);
  if (long !== undefined) {
    if (long.folder === null) return { status: long.status };
    return { database: await openDatabase(long.folder, options), status: long.status, leave: long.leave };
  }
  const { analyses, status } = await analyzeInputs(files, values, io, { layers });
  if (analyses.length === 0) return { status };
  return { database: await openDatabase(sourceOf(analyses, sql, named, made), options), status, leave };
}

/** Returns the corpus of long inputs; what is measured over all there is needs them in memory. */
async function longOf(
  files: readonly string[],
  sql: string,
  layers: readonly CorpusLayer[],
  values: Values,
  io: Io,
): Promise<LongInputs | undefined> {
  const named = (names: readonly string[]) => names.filter((name) => new RegExp(`\\b${name}\\b`, "i").test(sql));
  const measured = named(["opinions", "copies", "codes", ...(values.vectors === undefined ? [] : ["claims"])]);
  // Words and sentences are many rows: they are in the corpus where they are asked for.
  const ofTexts = (["tokens", "sentences"] as const).filter((name) => named([name]).length > 0);
  if (measured.length === 0) return corpusOfLong(files, values, io, { layers: [...layers, ...ofTexts] });
  if (await isLong(files)) io.note(said().notes.longInMemory(measured.join(", ")));
  return undefined;
}

/** Returns the folder of results, or the corpus, that is asked, where nothing else is; throws for one that holds a book. */
async function doneFolder([first, ...others]: readonly string[]): Promise<string | undefined> {
  if (first === undefined || others.length > 0) return undefined;
  const { bookAsked, asParquet } = said().usage;
  // A book of somebody's own has no manifest beside it.
  const isBook = (await isFile(`${first}/tables.xlsx`)) && (await isFile(`${first}/manifest.json`));
  if (isBook) throw usageError(bookAsked, first, asParquet);
  return (await isFolder(`${first}/tables`)) || (await isCorpus(first)) ? first : undefined;
}

/** Whether DuckDB answers without rows of its own: that a statement was done, or how many rows it changed. */
function isDone({ columns }: Table): boolean {
  return columns.length === 1 && (columns[0]?.name === "Success" || columns[0]?.name === "Count");
}

/** What a statement did that asked for nothing. */
function toldDone(sql: string, result: Table): string {
  const { changed, changedRows, filesWritten } = said().notes;
  const words = /^\s*(\w+)(?:\s+(\w+))?/.exec(sql);
  const verb = (words?.[1] ?? "").toUpperCase();
  const rows = result.length === 0 ? null : Number(result.row(0).Count);
  if (verb === "COPY" && rows !== null) return filesWritten(rows);
  return rows === null || Number.isNaN(rows)
    ? changed(`${verb} ${(words?.[2] ?? "").toUpperCase()}`.trim())
    : changedRows(rows);
}

/** Throws for an option of reading or analysing, which a folder of ready tables does not hear. */
function checkNoAnalysis(values: Values): void {
  const idle = Object.keys({ ...ANALYZE_OPTIONS, ...OPINION_OPTIONS }).find(
    (name) => name !== "strict" && values[name] !== undefined,
  );
  const { doesNothing, forFolder, leaveOut } = said().usage;
  if (idle !== undefined) throw usageError(doesNothing(`--${idle}`, forFolder), undefined, leaveOut);
}

/** Tables that take long to make. */
const MEASURED: ReadonlySet<string> = new Set(["opinions", "claims", "copies", "codes"]);

/**
 * Returns what a database is made of: all tables that are read off analyses, with rows where the SQL may read them, and the
 * measured ones that it names.
 */
function sourceOf(
  analyses: readonly Analysis[],
  sql: string,
  asked: readonly NamedTable[] | null,
  made: CodeOptions & OpinionOptions,
): readonly Analysis[] | readonly TablePieces[] {
  const measured = tables.filter(({ name }) => MEASURED.has(name) && new RegExp(`\\b${name}\\b`, "i").test(sql));
  if (asked === null && measured.length === 0) return analyses;
  return tables
    .filter((table) => !MEASURED.has(table.name) || measured.includes(table))
    .map((table) =>
      asked === null || asked.includes(table)
        ? table.project.pieces(analyses, optionsFor(table.name, made))
        : { schema: table.schema, pieces: () => [] },
    );
}

/** Throws where the SQL asks for codes and there are no rules, or where rules can do nothing. */
function checkCodes(sql: string, folder: string | undefined, { codes }: CodeOptions): void {
  const isAsked = /\b(?:from|join)\s+"?codes\b/i.test(sql);
  if (codes === undefined && isAsked && folder === undefined)
    throw usageError(said().codes.needed, undefined, said().codes.give);
  if (codes !== undefined && folder !== undefined)
    throw usageError(said().usage.namesStay, folder, said().usage.makeAnew);
  if (codes !== undefined && !/\bcodes\b/i.test(sql))
    throw usageError(said().codes.notAsked, sql, "SELECT * FROM codes");
}

/** Returns how many rows a terminal shows; throws where that is no count. */
function rowsOf(given: string | undefined): number {
  if (given === undefined) return 10;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw usageError(said().usage.rows, given, "--rows 50");
  return Number(given);
}

/** Writes to stderr what was not read of the sources behind a folder of tables; with `--strict` that is status 1. */
async function statusOf(folder: string, values: Values, io: Io): Promise<number> {
  const told = tellReading(io, values.json === true);
  const sources = await manifestLosses(folder);
  for (const [file, discussions] of sources) told.losses(file, discussions);
  const lossy = told.end(sources.size);
  return values.strict === true && lossy > 0 ? 1 : 0;
}
