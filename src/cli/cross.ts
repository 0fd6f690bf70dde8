import { answerTable, crossTable, type Table, tableFormats, tableNamed, writeTable } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { CODE_OPTIONS, codeOptions, noteIdleCodes, optionsFor } from "./code-options.ts";
import { crossText } from "./cross-text.ts";
import { OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS, propositionsOf } from "./options.ts";
import { said } from "./said.ts";
import { tableFormatOf } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

/** Answers that a model gives, which errs; codes and attributes are what they are. */
const JUDGED: readonly string[] = ["tone", "side"];

export const cross: Verb = {
  name: "cross",
  usage: "yoron cross FILE… --rows code --columns 年代 [--codes FILE]",
  options: {
    rows: {
      type: "string",
      value: "NAME",
      help: ({ codes }) => codes.rows,
    },
    columns: { type: "string", value: "NAME", help: ({ codes }) => codes.likewise },
    format: {
      type: "string",
      value: "NAME",
      help: ({ options }) => options.queryFormat(tableFormats.join(", ")),
    },
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.output },
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
    if (rows === columns) throw usageError(said().codes.sameAxes, rows, said().codes.twoKinds);
    const both = [rows, columns];
    const who = said().codes.aCross(both.join(" × "));
    const output = stringOf(values, "output");
    const format = tableFormatOf(values, output) ?? (io.interactive ? undefined : "csv");
    if (both.includes("side") && propositionsOf(values).length !== 1)
      throw usageError(said().codes.needsOne(who), undefined, said().usage.givePropositionOnce);
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
    if (left > 0) io.note(said().codes.leftOut(left, answers.length));
    const doubtful = table.filter(({ fewExpected }) => fewExpected > 0);
    if (doubtful.length > 0) io.note(said().codes.fewExpected);
    const judged = both.filter((axis) => JUDGED.includes(axis));
    if (judged.length > 0) io.note(said().codes.bareShares(judged.join(", ")));
    // Rows of one kind are a table of any.
    const content = format === undefined ? crossText(table) : await writeTable(table as unknown as Table, format);
    if (output === undefined) await io.print(content);
    else await writeWhole(output, content);
    return status;
  },
};

function axisOf(values: Values, name: "rows" | "columns"): string {
  const given = stringOf(values, name)?.trim() ?? "";
  if (given === "") throw usageError(said().codes.needsAxis(name), undefined, said().codes.axisLike);
  return given;
}
