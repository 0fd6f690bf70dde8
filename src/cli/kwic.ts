import { KWIC_SORTS, kwicTable, kwicText, type Table, tableFormats, writeTable } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { writeWhole } from "./io.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { formatOfPath } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";

export const kwic: Verb = {
  name: "kwic",
  summary: "show every place of a word with what stands around it (concordance)",
  usage: "yoron kwic WORD FILE… [--sort right|left|place] [--width N]",
  options: {
    sort: { type: "string", value: "SIDE", help: "by the words to the right (default) or left, or by place" },
    width: { type: "string", value: "N", help: "characters on each side (24)" },
    format: {
      type: "string",
      value: "NAME",
      help: `${tableFormats.join(", ")} (by default from the file's name, else csv, on a terminal lines)`,
    },
    output: { type: "string", short: "o", value: "FILE", help: "write there instead of printing" },
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
      throw usageError("no word given", undefined, "yoron kwic WORD FILE…, as in yoron kwic 値上げ page.html");
    const options = { sort: sortOf(values), width: widthOf(values) };
    const output = stringOf(values, "output");
    const format = stringOf(values, "format") ?? formatOfPath(output) ?? (io.interactive ? undefined : "csv");
    if (format !== undefined && !tableFormats.includes(format))
      throw usageError("there is no table format", format, `known formats: ${tableFormats.join(", ")}`);
    // A word that cannot be read is told before an input is.
    kwicTable([], word, options);
    const { analyses, status } = await analyzeInputs(inputs, values, io);
    if (analyses.length === 0) return status;
    // Rows of one kind are a table of any.
    const table = kwicTable(analyses, word, options) as unknown as Table;
    if (table.length === 0) io.note(`nowhere: ${word}; letters inside of words are found as '${word}'`);
    const content = format === undefined ? kwicText(table) : await writeTable(table, format);
    if (output === undefined) await io.print(content);
    else await writeWhole(output, content);
    return status;
  },
};

function sortOf(values: Values): (typeof KWIC_SORTS)[number] {
  const given = stringOf(values, "sort");
  const found = KWIC_SORTS.find((sort) => sort === (given ?? KWIC_SORTS[0]));
  if (found === undefined) throw usageError("--sort takes right, left or place, not", given, "as in --sort left");
  return found;
}

function widthOf(values: Values): number {
  const given = stringOf(values, "width") ?? "24";
  if (!/^[1-9]\d{0,2}$/.test(given)) throw usageError("--width takes a count of characters, not", given, "--width 40");
  return Number(given);
}
