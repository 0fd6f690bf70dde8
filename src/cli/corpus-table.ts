import {
  type Analysis,
  type Corpus,
  corpusOpinions,
  type FetchedPieces,
  isCorpus,
  openCorpus,
  type Projection,
  sentenceTable,
  Table,
  tokenTable,
  writeTablePieces,
} from "../index.ts";
import { bookOf } from "./book-of.ts";
import { countedPieces } from "./counted-pieces.ts";
import { type Io, printParts } from "./io.ts";
import { knownNames } from "./known-name.ts";
import { askedLang } from "./lang.ts";
import { said } from "./said.ts";
import { cliError, usageError } from "./usage-error.ts";
import type { OptionSpec, Values } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

/** Returns the corpus that is asked, where nothing else is. */
export async function corpusOf([first, ...others]: readonly string[]): Promise<string | undefined> {
  return first !== undefined && others.length === 0 && (await isCorpus(first)) ? first : undefined;
}

/** Throws for an option that a corpus, which is read and analysed already, does not hear. */
export function checkIdle(
  options: Readonly<Record<string, OptionSpec>>,
  values: Values,
  heard: ReadonlySet<string>,
): void {
  const idle = Object.keys(options).find((name) => !heard.has(name) && values[name] !== undefined);
  const { usage, corpus } = said();
  if (idle !== undefined) throw usageError(usage.doesNothing(`--${idle}`, corpus.forCorpus), undefined, usage.leaveOut);
}

/** The table that is measured over a corpus: found in a sample, of which the rest is assigned. */
const OPINIONS = "opinions";

/** Tables that need not be in a corpus: they are made of its texts, which are cut again. */
const OF_TEXTS: readonly Projection[] = [tokenTable, sentenceTable] as readonly unknown[] as readonly Projection[];

/** Names of tables that a corpus gives, whatever it holds. */
export const corpusTableNames = (corpus: Corpus): readonly string[] => [
  ...new Set([...corpus.tables, ...OF_TEXTS.map(({ schema }) => schema.name), OPINIONS]),
];

/** How a table of a corpus is made. */
export interface CorpusTableOptions {
  readonly columns?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  /** The user dictionary with which the corpus was built. */
  readonly userDictionary?: string | undefined;
}

/** Returns a table of a corpus, one of the sums over it, or its opinions, in pieces as they lie there. */
export async function corpusPieces(
  corpus: Corpus,
  name: string,
  { columns, seed, userDictionary }: CorpusTableOptions = {},
): Promise<FetchedPieces> {
  const names = corpusTableNames(corpus);
  if (!names.includes(name))
    throw cliError("unknown-name", said().corpus.noTable, name, knownNames("tables", name, names));
  const opinions = name === OPINIONS ? [await corpusOpinions(corpus, seed === undefined ? {} : { seed })] : null;
  const project = corpus.tables.includes(name) ? undefined : OF_TEXTS.find(({ schema }) => schema.name === name);
  const own = userDictionary === undefined ? {} : { userDictionary };
  const all = () => opinions ?? (project === undefined ? corpus.table(name) : ofTexts(project, corpus.analyses(own)));
  const chosen = (table: Table): Table => (columns === undefined ? table : table.select(columns));
  const pieces = async function* (): AsyncGenerator<Table, void, undefined> {
    for await (const table of all()) yield chosen(table);
  };
  for await (const { schema } of pieces()) return { schema, pieces };
  // Of texts there may be no row; a table of the corpus comes empty.
  return { schema: chosen(Table.from(project!.schema, [])).schema, pieces };
}

async function* ofTexts(
  project: Projection,
  analyses: AsyncIterable<Analysis>,
): AsyncGenerator<Table, void, undefined> {
  for await (const analysis of analyses) yield* project.pieces(analysis).pieces();
}

/** Prints or writes a table of a corpus. */
export async function writeCorpusTable(
  folder: string,
  name: string,
  {
    format,
    output,
    bom,
    values,
    io,
    ...options
  }: CorpusTableOptions & {
    readonly format: string;
    readonly output: string | undefined;
    readonly bom: boolean;
    readonly values: Values;
    readonly io: Io;
  },
): Promise<void> {
  const corpus = await openCorpus(folder);
  try {
    const { pieces, rows } = countedPieces(await corpusPieces(corpus, name, options));
    const content = format === "xlsx" ? bookOfPieces(pieces, values, io) : writeTablePieces(pieces, format, { bom });
    if (output === undefined) await printParts(io, content);
    else {
      await writeWhole(output, content);
      io.done(said().done.table(output, rows()));
    }
  } finally {
    await corpus.close();
  }
}

/** A sheet is one table. */
async function* bookOfPieces(
  { pieces }: FetchedPieces,
  values: Values,
  io: Io,
): AsyncGenerator<Uint8Array, void, undefined> {
  const all: Table[] = [];
  for await (const piece of pieces()) all.push(piece);
  const [first, ...others] = all;
  // A table of a corpus comes empty where it has no row.
  yield await bookOf([first!.concat(...others)], askedLang(values), io);
}
