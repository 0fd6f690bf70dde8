import {
  type Analysis,
  LAYERS,
  layersOf,
  type NamedTable,
  type TablePieces,
  tableFormats,
  tables,
  writeTable,
} from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { askedTables } from "./asked-tables.ts";
import { isFolder } from "./inputs.ts";
import { type Io, writeWhole } from "./io.ts";
import { manifestLosses } from "./manifest-losses.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { privacyOf } from "./privacy.ts";
import { formatOfPath } from "./table-format.ts";
import { tellReading } from "./tell-reading.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";

export const query: Verb = {
  name: "query",
  summary: "ask the tables in SQL",
  usage: `yoron query "SELECT …" FILE…|DIR`,
  options: {
    format: {
      type: "string",
      value: "NAME",
      help: `${tableFormats.join(", ")} (by default from the file's name, else csv, on a terminal a plain table)`,
    },
    rows: { type: "string", value: "N", help: "rows of the plain table on a terminal (10)" },
    "allow-files": { type: "boolean", help: "let the SQL read and write files (by default it sees the tables alone)" },
    output: { type: "string", short: "o", value: "FILE", help: "write there instead of printing" },
    ...ANALYZE_OPTIONS,
  },
  examples: [
    `yoron query "SELECT author, up FROM comments ORDER BY up DESC LIMIT 5" page.html`,
    `yoron query "SELECT * FROM entities" out      # a folder made by yoron analyze`,
  ],
  async run({ positionals, values, io }) {
    const [sql, ...inputs] = positionals;
    if (sql === undefined) throw usageError("no SQL given", undefined, `yoron query "SELECT …" FILE…`);
    const output = stringOf(values, "output");
    const rows = rowsOf(stringOf(values, "rows"));
    const format = stringOf(values, "format") ?? formatOfPath(output) ?? (io.interactive ? undefined : "csv");
    if (format !== undefined && !tableFormats.includes(format)) {
      throw usageError("there is no table format", format, `known formats: ${tableFormats.join(", ")}`);
    }
    const [first] = inputs;
    const folder =
      inputs.length === 1 && first !== undefined && (await isFolder(`${first}/tables`)) ? first : undefined;
    if (folder !== undefined && Object.keys(await privacyOf(values)).length > 0)
      throw usageError(
        "names of a folder that is done already stay as they are:",
        folder,
        "make it anew with the option",
      );
    // The database engine loads only for this verb.
    const { openDatabase, views } = await import("../tables/export/duckdb.ts");
    const asked = askedTables(sql, views);
    const layers = asked === null ? LAYERS : layersOf(asked.map(({ name }) => name));
    const analyzed = folder === undefined ? await analyzeInputs(inputs, values, io, { layers }) : undefined;
    if (analyzed?.analyses.length === 0) return analyzed.status;
    const status = analyzed?.status ?? (await statusOf(folder!, values, io));
    const source = sourceOf(analyzed?.analyses ?? [], sql, asked);
    const database = await openDatabase(folder ?? source, { allowFiles: values["allow-files"] === true });
    try {
      const result = await database.query(sql);
      const content = format === undefined ? `${result.toString({ rows })}\n` : await writeTable(result, format);
      if (output === undefined) await io.print(content);
      else await writeWhole(output, content);
    } finally {
      await database.close();
    }
    return status;
  },
};

/** Tables that take long to make. */
const MEASURED: ReadonlySet<string> = new Set(["opinions", "claims", "copies"]);

/**
 * Returns what a database is made of: all tables that are read off analyses, with rows where the SQL may read them, and the
 * measured ones that it names.
 */
function sourceOf(
  analyses: readonly Analysis[],
  sql: string,
  asked: readonly NamedTable[] | null,
): readonly Analysis[] | readonly TablePieces[] {
  const measured = tables.filter(({ name }) => MEASURED.has(name) && new RegExp(`\\b${name}\\b`, "i").test(sql));
  if (asked === null && measured.length === 0) return analyses;
  return tables
    .filter((table) => !MEASURED.has(table.name) || measured.includes(table))
    .map((table) =>
      asked === null || asked.includes(table)
        ? table.project.pieces(analyses)
        : { schema: table.schema, pieces: () => [] },
    );
}

/** Returns how many rows a terminal shows; throws where that is no count. */
function rowsOf(given: string | undefined): number {
  if (given === undefined) return 10;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw usageError("--rows takes a count, not", given, "--rows 50");
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
