import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type Corpus,
  type CorpusReportOptions,
  isLossCode,
  openCorpus,
  renderCorpusReport,
  type Table,
  version,
  writeTablePieces,
} from "../index.ts";
import { wordsOf } from "./analyze-inputs.ts";
import { bookOf } from "./book-of.ts";
import { corpusPieces, corpusTableNames } from "./corpus-table.ts";
import { onlyTitle } from "./corpus-title.ts";
import type { Io } from "./io.ts";
import { askedLang } from "./lang.ts";
import type { LongInputs } from "./long-inputs.ts";
import { MANIFEST, MANIFEST_SCHEMA } from "./own-folder.ts";
import { said } from "./said.ts";
import type { Values } from "./verb.ts";
import { MOST_ROWS, type TableFiles, type Write } from "./write-tables.ts";
import { type Content, writeWhole } from "./write-whole.ts";

/** What of the results is asked for. */
export interface LongResults {
  readonly asked: TableFiles;
  readonly reported: boolean;
  readonly drawn: boolean;
  readonly lang: "ja" | "en";
  readonly told: CorpusReportOptions;
}

/**
 * Writes the results of long inputs, which lie in a corpus, into a folder: tables piece by piece, the report of a corpus, and last
 * the manifest. What is only made of what is in memory is told.
 */
export async function analyzeLong(
  folder: string,
  long: LongInputs & { readonly folder: string },
  { asked, reported, drawn, lang, told }: LongResults,
  values: Values,
  io: Io,
): Promise<number> {
  const { progress, done, notes } = said();
  await rm(join(folder, MANIFEST), { force: true }).catch(() => {});
  const written: string[] = [];
  const write = async (name: string, content: Content) => {
    await writeWhole(join(folder, name), content);
    written.push(name);
  };
  const corpus = await openCorpus(long.folder);
  let tables = 0;
  try {
    const given = corpusTableNames(corpus);
    const made = asked.tables.map(({ name }) => name).filter((name) => given.includes(name));
    tables = made.length;
    await writeLongTables(corpus, made, { ...asked, write, values, seed: told.seed }, io);
    if (reported) {
      io.progress(progress.report);
      const { date, command, seed, title = await onlyTitle(corpus) } = told;
      const html = await renderCorpusReport(corpus, {
        lang,
        ...(title === undefined ? {} : { title }),
        ...(date === undefined ? {} : { date }),
        ...(command === undefined ? {} : { command }),
        ...(seed === undefined ? {} : { seed }),
      });
      await write("report.html", html);
    }
    await write(MANIFEST, `${JSON.stringify(await manifestOf(corpus, written), null, 2)}\n`);
    const left = asked.tables.map(({ name }) => name).filter((name) => !given.includes(name) && name !== "codes");
    const without = [...left, ...(drawn ? [notes.longCharts] : [])];
    if (without.length > 0) io.note(notes.longWithout(without.join(", ")));
  } finally {
    await corpus.close();
  }
  await rm(dirname(long.folder), { recursive: true, force: true });
  io.progress("");
  const main = reported ? join(folder, "report.html") : folder;
  io.done(reported ? done.report(main) : done.folder(main, done.counted(tables, 0)));
  if (!io.interactive) await io.print(`${main}\n`);
  return long.status;
}

async function writeLongTables(
  corpus: Corpus,
  names: readonly string[],
  {
    format,
    bom,
    write,
    values,
    seed,
  }: TableFiles & { readonly write: Write; readonly values: Values; readonly seed: number | undefined },
  io: Io,
): Promise<void> {
  const { progress, notes } = said();
  const { userDictionary } = await wordsOf(values);
  const sheets: Table[] = [];
  for (const [index, name] of names.entries()) {
    io.progress(progress.table(name, `${index + 1}/${names.length}`));
    const pieces = await corpusPieces(corpus, name, { userDictionary, seed });
    if (format !== "xlsx") {
      await write(`tables/${name}.${format}`, writeTablePieces(pieces, format, { bom }));
      continue;
    }
    const [sheet, rows] = await sheetOf(pieces.pieces());
    if (sheet !== null) sheets.push(sheet);
    if (sheet !== null || rows === 0) continue;
    const file = `tables/${name}.csv`;
    io.tell(`yoron: ${notes.tooManyRows(name, rows, file)}`);
    await write(file, writeTablePieces(pieces, "csv", { bom: true }));
  }
  if (sheets.length > 0) await write("tables.xlsx", await bookOf(sheets, askedLang(values), io));
}

/** Returns a table for a sheet, and its rows; null where it has none, or more than a sheet holds. */
async function sheetOf(pieces: AsyncIterable<Table>): Promise<readonly [Table | null, number]> {
  const kept: Table[] = [];
  let rows = 0;
  for await (const piece of pieces) {
    rows += piece.length;
    if (rows > MOST_ROWS) kept.length = 0;
    else kept.push(piece);
  }
  const [first, ...others] = kept;
  return [first === undefined || rows === 0 || rows > MOST_ROWS ? null : first.concat(...others), rows];
}

/** Returns the manifest of the results, as that of inputs in memory is. */
async function manifestOf(corpus: Corpus, files: readonly string[]): Promise<object> {
  const { sources } = corpus.manifest;
  const noted = new Map(sources.map(({ sha256, notes }) => [sha256, notes] as const));
  const found = await corpus.query(
    "SELECT discussion, title, comments, path, format, sha256 FROM discussions ORDER BY discussion",
  );
  return {
    schema: MANIFEST_SCHEMA,
    yoron: version,
    discussions: [...found].map(({ discussion, title, comments, path, format, sha256 }) => ({
      id: discussion,
      title,
      comments,
      source: { path, format, sha256 },
      losses: (noted.get(String(sha256)) ?? []).filter(({ code }) => isLossCode(code)),
    })),
    files,
  };
}
