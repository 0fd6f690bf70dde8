import { KWIC_SORTS, kwicTable, kwicText, type Table, tableFormats, writeTable } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { said } from "./said.ts";
import { tableFormatOf } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

export const kwic: Verb = {
  name: "kwic",
  usage: "yoron kwic WORD FILE… [--sort right|left|place] [--width N]",
  options: {
    sort: { type: "string", value: "SIDE", help: ({ codes }) => codes.sort },
    width: { type: "string", value: "N", help: ({ codes }) => codes.width },
    format: {
      type: "string",
      value: "NAME",
      help: ({ codes }) => codes.lines(tableFormats.join(", ")),
    },
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.output },
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron kwic 値上げ page.html",
    "yoron kwic 困る pages/*.html --sort left --width 40 -o komaru.csv",
    `yoron kwic "'仕方がない' or near(給食-値上げ)[5]" page.html`,
  ],
  async run({ positionals, values, io }) {
    const [word, ...inputs] = positionals;
    if (word === undefined || word.trim() === "")
      throw usageError(said().codes.noWord, undefined, said().codes.wordLike);
    const options = { sort: sortOf(values), width: widthOf(values) };
    const output = stringOf(values, "output");
    const format = tableFormatOf(values, output) ?? (io.interactive ? undefined : "csv");
    // A word that cannot be read is told before an input is.
    kwicTable([], word, options);
    const { analyses, status } = await analyzeInputs(inputs, values, io);
    if (analyses.length === 0) return status;
    // Rows of one kind are a table of any.
    const table = kwicTable(analyses, word, options) as unknown as Table;
    if (table.length === 0) io.note(said().codes.nowhere(word));
    const content = format === undefined ? kwicText(table) : await writeTable(table, format);
    if (output === undefined) await io.print(content);
    else await writeWhole(output, content);
    return status;
  },
};

function sortOf(values: Values): (typeof KWIC_SORTS)[number] {
  const given = stringOf(values, "sort");
  const found = KWIC_SORTS.find((sort) => sort === (given ?? KWIC_SORTS[0]));
  if (found === undefined) throw usageError(said().codes.sortTakes, given, said().codes.sortLike);
  return found;
}

function widthOf(values: Values): number {
  const given = stringOf(values, "width") ?? "24";
  if (!/^[1-9]\d{0,2}$/.test(given)) throw usageError(said().codes.widthTakes, given, "--width 40");
  return Number(given);
}
