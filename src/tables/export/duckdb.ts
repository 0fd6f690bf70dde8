/**
 * SQL over the tables: an embedded DuckDB, in memory unless a file is named. No extension is downloaded.
 *
 * @module
 */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { checkOptions, YoronError } from "../../model/error.ts";
import { Table } from "../table.ts";
import { viewCorpus } from "./corpus/corpus-views.ts";
import { isCorpus } from "./corpus/manifest.ts";
import { checkLogs, checkReads } from "./duckdb/check-sql.ts";
import { literal } from "./duckdb/create-table.ts";
import { type DatabaseSource, fill } from "./duckdb/source.ts";
import { cellOf, columnOf } from "./duckdb/values.ts";
import { type View, views } from "./duckdb/views.ts";

export type { DatabaseSource } from "./duckdb/source.ts";
export { type View, views } from "./duckdb/views.ts";

export interface DatabaseOptions {
  /** File that keeps the database; in memory by default. It must not exist yet. */
  readonly file?: string;
  /** Whether the SQL may read and write files, attach databases and load extensions. Default true; `yoron query` says false. */
  readonly allowFiles?: boolean;
}

/** Tables and views that answer SQL. */
export interface Database {
  /** Names of the tables. */
  readonly tables: readonly string[];
  /** The views made over them. */
  readonly views: readonly View[];
  /**
   * Returns the answer to SQL (DuckDB's dialect), a table that shows itself; of several statements, the last one's.
   *
   * @throws {YoronError} `bad-query`, with DuckDB's message and the position.
   */
  query(sql: string): Promise<Table>;
  /** Closes the database; a file is complete afterwards. */
  close(): Promise<void>;
}

/**
 * Returns a database of analyses, of tables, of the folder that `yoron analyze` wrote, or of a corpus, whose parts are
 * read where they lie.
 *
 * Every table of the design is there under its name, with its primary key (`discussion` and the key column) and with
 * the meaning of each column as its comment; {@link views} are there where their tables are. `posted` is a local
 * TIMESTAMP at the start of its period, `postedText` the value as the page gives it.
 *
 * @example
 * const database = await openDatabase(analysis);
 * const top = await database.query("SELECT author, up FROM comments ORDER BY up DESC NULLS LAST LIMIT 3");
 * await database.close();
 */
export async function openDatabase(source: DatabaseSource, options: DatabaseOptions = {}): Promise<Database> {
  checkOptions(options, ["file", "allowFiles"], "openDatabase");
  const { file, allowFiles = true } = options;
  const instance = await open(file);
  const connection = await instance.connect();
  try {
    const corpus = typeof source === "string" && (await isCorpus(source)) ? await viewCorpus(connection, source) : null;
    const tables = Object.freeze(corpus?.names ?? (await fill(connection, source)));
    const made = views.filter((view) => view.tables.every((name) => tables.includes(name)));
    for (const { name, sql, description } of made) {
      await connection.run(`CREATE VIEW ${name} AS ${sql}; COMMENT ON VIEW ${name} IS ${literal(description)}`);
    }
    // The last word: no later statement can take it back.
    if (!allowFiles) await connection.run("SET enable_external_access = false; SET lock_configuration = true");
    return Object.freeze({
      tables,
      views: Object.freeze(made),
      query: async (sql: string) => {
        await corpus?.check(sql);
        if (!allowFiles) checkLogs(sql);
        // The parts lie open to be read, and must not be written.
        if (corpus !== null && !allowFiles) await checkReads(connection, sql);
        return query(connection, sql);
      },
      close: async () => {
        connection.closeSync();
        instance.closeSync();
      },
    });
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
}

async function open(file: string | undefined): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file ?? ":memory:", {
      autoinstall_known_extensions: "false",
      // Two analyses in one process must not wait for a thread each.
      threads: "2",
    });
  } catch (cause) {
    throw new YoronError({
      code: "unwritable",
      what: "cannot open the database",
      value: file,
      next: cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause),
      cause,
    });
  }
}

/** One table has the name of a keyword, which is no table's name unless it is quoted; people write it plainly all the same. */
const KEYWORD_TABLE = "references";
/** Texts, quoted names and comments, in which nothing is changed, or the bare word. */
const BARE_KEYWORD = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\breferences\b/giu;

async function query(connection: DuckDBConnection, sql: string): Promise<Table> {
  try {
    return await answer(connection, sql);
  } catch (error) {
    // SQL that does not parse has done nothing yet.
    if (!(error instanceof YoronError) || keywordAt(error.message) !== KEYWORD_TABLE) throw error;
    return answer(
      connection,
      sql.replace(BARE_KEYWORD, (part) => (part.toLowerCase() === KEYWORD_TABLE ? `"${KEYWORD_TABLE}"` : part)),
    );
  }
}

const LONG_LINE = /([^\n]{199})[^\n]{2,}/gu;

async function answer(connection: DuckDBConnection, sql: string): Promise<Table> {
  try {
    const reader = await connection.runAndReadAll(sql);
    const names = reader.deduplicatedColumnNames();
    const types = reader.columnTypes();
    const columns = names.map((name, index) => columnOf(name, types[index]!));
    const cells = reader.getColumns().map((values) => values.map(cellOf));
    return Table.fromColumns(
      { name: "query", description: sql, columns },
      Object.fromEntries(names.map((name, index) => [name, cells[index] ?? []])),
    );
  } catch (cause) {
    if (cause instanceof YoronError) throw cause;
    const told = cause instanceof Error ? cause.message.trim() : String(cause);
    const keyword = !told.includes("syntax error") ? undefined : /\b(?:order(?!\s+by\b)|end)\b(?!")/iu.exec(sql)?.[0];
    throw new YoronError({
      code: "bad-query",
      // Values and names of any length stand in DuckDB's words.
      what: `DuckDB: ${told.replace(LONG_LINE, "$1…")}`,
      ...(keyword === undefined ? {} : { next: `the column ${keyword} has a keyword's name: write "${keyword}"` }),
      cause,
    });
  }
}

/** The word at which SQL could not be parsed. */
function keywordAt(message: string): string | undefined {
  return /syntax error at or near "(\w+)"/u.exec(message)?.[1]?.toLowerCase();
}
