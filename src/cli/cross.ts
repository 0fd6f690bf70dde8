import { answerTable, crossTable, type Table, tableFormats, tableNamed, writeTable } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { CODE_OPTIONS, codeOptions, noteIdleCodes, optionsFor } from "./code-options.ts";
import { crossText } from "./cross-text.ts";
import { writeWhole } from "./io.ts";
import { OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS, propositionsOf } from "./options.ts";
import { formatOfPath } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";

export const cross: Verb = {
  name: "cross",
  summary: "cross codes, opinions, tone, sides and attributes of the source, with χ² and residuals",
  usage: "yoron cross FILE… --rows code --columns 年代 [--codes FILE]",
  options: {
    rows: {
      type: "string",
      value: "NAME",
      help: "code, opinion, tone, side, a column of the comments, or an attribute of the source (attribute:年代)",
    },
    columns: { type: "string", value: "NAME", help: "likewise" },
    format: {
      type: "string",
      value: "NAME",
      help: `${tableFormats.join(", ")} (by default from the file's name, else csv, on a terminal a plain table)`,
    },
    output: { type: "string", short: "o", value: "FILE", help: "write there instead of printing" },
    ...OPINION_OPTIONS,
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron cross survey.csv --rows code --columns 年代 --codes codes.txt",
    "yoron cross survey.csv --rows tone --columns attribute:地区 -o cross.csv",
    "yoron cross page.html --rows opinion --columns side --proposition 市民プールを閉鎖すること",
  ],
  async run({ positionals, values, io }) {
    const [rows, columns] = [axisOf(values, "rows"), axisOf(values, "columns")];
    if (rows === columns) throw usageError("rows and columns are the same:", rows, "cross two kinds of answers");
    const both = [rows, columns];
    const who = `a cross table of ${both.join(" and ")}`;
    const output = stringOf(values, "output");
    const format = stringOf(values, "format") ?? formatOfPath(output) ?? (io.interactive ? undefined : "csv");
    if (format !== undefined && !tableFormats.includes(format))
      throw usageError("there is no table format", format, `known formats: ${tableFormats.join(", ")}`);
    if (both.includes("side") && propositionsOf(values).length !== 1)
      throw usageError(`${who} needs one proposition`, undefined, "give --proposition TEXT once");
    const asked = {
      ...(await opinionOptions(values, both.includes("opinion") ? ["opinions"] : [], who)),
      ...(await codeOptions(values, both.includes("code") ? ["codes"] : [], who)),
    };
    const { analyses, status } = await analyzeInputs(positionals, values, io);
    if (analyses.length === 0) return status;
    noteIdleCodes(analyses, asked, io);
    const answers = answerTable((name) => tableNamed(name).project(analyses, optionsFor(name, asked)), both);
    const table = crossTable(answers, { rows, columns });
    const left = answers.length - (table.length === 0 ? 0 : table.row(0).n);
    if (left > 0) io.note(`comments without an answer of both kinds, left out: ${left} of ${answers.length}`);
    const doubtful = table.filter(({ fewExpected }) => fewExpected > 0);
    if (doubtful.length > 0)
      io.note(
        "expected counts below 5: p is not to be relied on there; put answers together, or read the counts (column fewExpected)",
      );
    // Rows of one kind are a table of any.
    const content = format === undefined ? crossText(table) : await writeTable(table as unknown as Table, format);
    if (output === undefined) await io.print(content);
    else await writeWhole(output, content);
    return status;
  },
};

function axisOf(values: Values, name: "rows" | "columns"): string {
  const given = stringOf(values, name)?.trim() ?? "";
  if (given === "")
    throw usageError(
      `a cross table needs --${name}`,
      undefined,
      "as in --rows code --columns 年代: code, opinion, tone, side, a column of the comments, or an attribute",
    );
  return given;
}
