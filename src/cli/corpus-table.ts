import { corpusOpinions, isCorpus, openCorpus, type Table, writeTable } from "../index.ts";
import { bookOf } from "./book-of.ts";
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

/** Formats that are written part by part. */
const LINES: ReadonlySet<string> = new Set(["csv", "tsv", "jsonl"]);

/** The table that is measured over a corpus: found in a sample, of which the rest is assigned. */
const OPINIONS = "opinions";

/** Prints or writes a table of a corpus, one of the sums over it, or its opinions. */
export async function writeCorpusTable(
  folder: string,
  name: string,
  {
    format,
    output,
    columns,
    bom,
    seed,
    values,
    io,
  }: {
    readonly format: string;
    readonly output: string | undefined;
    readonly columns: readonly string[] | undefined;
    readonly bom: boolean;
    readonly seed: number | undefined;
    readonly values: Values;
    readonly io: Io;
  },
): Promise<number> {
  const corpus = await openCorpus(folder);
  try {
    const names = [...corpus.tables, OPINIONS];
    if (!names.includes(name))
      throw cliError("unknown-name", said().corpus.noTable, name, knownNames("tables", name, names));
    const found: AsyncIterable<Table> | Iterable<Table> =
      name === OPINIONS ? [await corpusOpinions(corpus, seed === undefined ? {} : { seed })] : corpus.table(name);
    let rows = 0;
    const parts = async function* (): AsyncGenerator<Table, void, undefined> {
      for await (const part of found) {
        rows += part.length;
        yield columns === undefined ? part : part.select(columns);
      }
    };
    const content = LINES.has(format) ? lines(parts(), format, bom) : whole(parts(), format, values, io);
    if (output === undefined) await printParts(io, content);
    else {
      await writeWhole(output, content);
      io.done(said().done.table(output, rows));
    }
    return 0;
  } finally {
    await corpus.close();
  }
}

/** The header stands once, before the rows of all parts. */
async function* lines(
  parts: AsyncIterable<Table>,
  format: string,
  bom: boolean,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  let header: string | null = null;
  for await (const part of parts) {
    if (header === null) {
      header = format === "jsonl" ? "" : String(await writeTable(part.slice(0, 0), format));
      yield String(await writeTable(part, format, format === "jsonl" ? {} : { bom }));
    } else yield String(await writeTable(part, format)).slice(header.length);
  }
}

async function* whole(
  parts: AsyncIterable<Table>,
  format: string,
  values: Values,
  io: Io,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  const all: Table[] = [];
  for await (const part of parts) all.push(part);
  const [first, ...others] = all;
  const table = first!.concat(...others);
  yield format === "xlsx" ? await bookOf([table], askedLang(values), io) : await writeTable(table, format);
}
