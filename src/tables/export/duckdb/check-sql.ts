import { type DuckDBConnection, StatementType } from "@duckdb/node-api";
import { YoronError } from "../../../model/error.ts";

/** Statements by which SQL writes files. */
const WRITES: ReadonlySet<StatementType> = new Set([StatementType.COPY, StatementType.EXPORT, StatementType.ATTACH]);
const WRITING_WORDS = /\b(?:copy|export|attach)\b/iu;
/** Functions that write what a query does to a file, wherever they stand: in a text, too, of which `query()` makes SQL. */
const LOGS = /enable_(?:logging|profil)|query\s*\([^)]*\|\|/iu;

/** Texts and quoted names. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/gu;
/** What may hide where a text ends: comments, texts between dollars, texts with signs taken apart. */
const HARD_TO_READ = /\/\*|--|\$|\be'/iu;

/**
 * Throws `bad-query` for SQL that would have DuckDB log to a file. DuckDB minds no limit there: where it may write it
 * does, and where not it ends the whole process.
 */
export function checkLogs(sql: string): void {
  if (!LOGS.test(sql)) return;
  throw new YoronError({
    code: "bad-query",
    what: "DuckDB: Permission Error: SQL writes no log and no profile to a file",
    next: "leave enable_logging and enable_profiling out",
  });
}

/**
 * Throws `bad-query` for SQL that would write a file; what does not parse is told when it is run.
 *
 * The words are looked at before DuckDB sees them, since it makes a folder for EXPORT as soon as it reads it and lets
 * EXPLAIN ANALYZE write.
 */
export async function checkReads(connection: DuckDBConnection, sql: string): Promise<void> {
  const words = HARD_TO_READ.test(sql) ? sql : sql.replace(QUOTED, " ' ");
  if (WRITING_WORDS.test(words)) throw writes();
  const statements = await connection.extractStatements(sql).catch(() => null);
  for (let at = 0; at < (statements?.count ?? 0); at++) {
    // One that needs what an earlier one makes cannot be prepared; its words were looked at.
    const prepared = await statements!.prepare(at).catch(() => null);
    if (prepared !== null && WRITES.has(prepared.statementType)) throw writes();
  }
}

function writes(): YoronError {
  return new YoronError({
    code: "bad-query",
    what: "DuckDB: Permission Error: SQL over a corpus writes no file",
    next: 'write the answer with -o FILE, or allow it; a column of the name copy, export or attach is written in quotes, as "copy"',
  });
}
