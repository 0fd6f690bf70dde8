import { layersOf, tableFormats, tableNamed, tables, writeTablePieces } from "../index.ts";
import { analyzeInputs, wordsOf } from "./analyze-inputs.ts";
import { bookOf } from "./book-of.ts";
import { checkOrder } from "./check-order.ts";
import { checkOutput } from "./check-output.ts";
import { CODE_OPTIONS, codeOptions, noteIdleCodes } from "./code-options.ts";
import { checkIdle, corpusOf, writeCorpusTable } from "./corpus-table.ts";
import { countedPieces } from "./counted-pieces.ts";
import { expandInputs } from "./inputs.ts";
import { printParts } from "./io.ts";
import { japaneseWords } from "./japanese-words.ts";
import { checkListed } from "./known-name.ts";
import { askedLang } from "./lang.ts";
import { columnsOf } from "./listing.ts";
import { corpusOfLong, type LongInputs, WHOLE_OPTION } from "./long-inputs.ts";
import { noteFewClaims, OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { lacksProposition } from "./propose.ts";
import { said } from "./said.ts";
import { tableFormatOf } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Values, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

export const table: Verb = {
  name: "table",
  usage: "yoron table NAME FILE…|CORPUS [--format csv|xlsx|tsv|jsonl|json|parquet|arrow] [-o FILE]",
  options: {
    format: {
      type: "string",
      value: "NAME",
      help: ({ options }) => options.tableFormat(tableFormats.join(", ")),
    },
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.output },
    columns: { type: "string", value: "A,B,…", help: ({ options }) => options.columns },
    bom: { type: "boolean", help: ({ options }) => options.bom },
    list: { type: "boolean", help: ({ options }) => options.listTables },
    ...OPINION_OPTIONS,
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
    ...WHOLE_OPTION,
  },
  examples: [
    "yoron table comments page.html",
    "yoron table entities page.html --columns name,label,mentions",
    "yoron table comments survey.csv -o comments.xlsx --lang ja",
    "yoron table sentiment pages/*.html -o sentiment.parquet",
    "yoron table codes page.html --codes codes.txt",
  ],
  async run({ positionals, values, io }) {
    if (values.list === true) {
      const words = japaneseWords();
      await io.print(columnsOf(tables.map(({ name, description }) => [name, words(name)?.meaning ?? description])));
      return 0;
    }
    const [name, ...inputs] = positionals;
    const { usage, done } = said();
    const names = tables.map((t) => t.name);
    if (name === undefined) throw usageError(usage.noTableNamed, undefined, usage.known("tables", names.join(", ")));
    checkOrder("table", name, inputs, names);
    const folder = await corpusOf(inputs);
    if (folder !== undefined) {
      const heard = name === "opinions" ? ["seed"] : [];
      checkIdle({ ...OPINION_OPTIONS, ...CODE_OPTIONS, ...ANALYZE_OPTIONS }, values, new Set(heard));
      const { seed } = heard.length === 0 ? {} : await opinionOptions(values, [name], name);
      const output = stringOf(values, "output");
      const format = tableFormatOf(values, output) ?? "csv";
      checkBom(values, format);
      const columns = listOption(values, "columns");
      await writeCorpusTable(folder, name, { format, output, columns, bom: values.bom === true, seed, values, io });
      return 0;
    }
    checkListed("tables", name, names);
    const { project } = tableNamed(name);
    const output = stringOf(values, "output");
    const format = tableFormatOf(values, output) ?? "csv";
    checkBom(values, format);
    const columns = listOption(values, "columns");
    const selection = columns === undefined ? {} : { columns };
    project([], selection);
    const asked = {
      ...(await opinionOptions(values, [name], `table "${name}"`)),
      ...(await codeOptions(values, [name], `table "${name}"`)),
    };
    const files = await expandInputs(inputs, io);
    checkOutput(values, files);
    if (!IN_MEMORY.has(name)) {
      const long = await corpusOfLong(files, values, io, { layers: layersOf([name]), unheard: ["vectors"] });
      if (long !== undefined) return writeLong(long, name, { format, output, columns, values, io });
    }
    const { analyses, status } = await analyzeInputs(files, values, io, { layers: layersOf([name]) });
    if (analyses.length === 0) return status;
    if (name === "sides") await lacksProposition(analyses, values, io);
    noteFewClaims(analyses, [name], io);
    noteIdleCodes(analyses, asked, io);
    if (format === "xlsx") {
      const made = project(analyses, { ...selection, ...asked });
      const book = await bookOf([made], askedLang(values), io);
      if (output === undefined) await io.print(book);
      else await writeWhole(output, book);
      if (output !== undefined) io.done(done.table(output, made.length));
      return status;
    }
    const { pieces, rows } = countedPieces(project.pieces(analyses, { ...selection, ...asked }));
    const content = writeTablePieces(pieces, format, { bom: values.bom === true });
    if (output === undefined) await printParts(io, content);
    else {
      await writeWhole(output, content);
      io.done(done.table(output, rows()));
    }
    return status;
  },
};

/** Tables that are measured over all there is. */
const IN_MEMORY: ReadonlySet<string> = new Set(["copies", "codes"]);

/** Writes a table of long inputs, which lie in a corpus of their own. */
async function writeLong(
  long: LongInputs,
  name: string,
  { values, ...how }: Pick<Parameters<typeof writeCorpusTable>[2], "format" | "output" | "columns" | "values" | "io">,
): Promise<number> {
  try {
    if (long.folder === null) return long.status;
    const { seed } = name === "opinions" ? await opinionOptions(values, [name], name) : {};
    const { userDictionary } = await wordsOf(values);
    await writeCorpusTable(long.folder, name, { ...how, bom: values.bom === true, seed, userDictionary, values });
    return long.status;
  } finally {
    await long.leave();
  }
}

function checkBom(values: Values, format: string): void {
  const { usage } = said();
  if (values.bom === true && format !== "csv" && format !== "tsv")
    throw usageError(usage.doesNothing("--bom", usage.forFormat(format)), undefined, usage.leaveOut);
}
