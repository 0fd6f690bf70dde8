import {
  CHECKED_LAYERS,
  checkedTable,
  readSample,
  readSource,
  sampleTable,
  tableNamed,
  writeTable,
  YoronError,
} from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { CODE_OPTIONS, codeOptions, noteIdleCodes, optionsFor } from "./code-options.ts";
import { ANALYZE_OPTIONS, propositionsOf } from "./options.ts";
import { said } from "./said.ts";
import { formatOfPath } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";
import { withAttribute } from "./with-attribute.ts";
import { writeWhole } from "./write-whole.ts";

const LAYERS = CHECKED_LAYERS.map(({ name }) => name);

export const sample: Verb = {
  name: "sample",
  usage: "yoron sample FILE… [-n 200] [--of tone] [--by COLUMN] [--coders N] -o sample.csv",
  options: {
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.sheetFile },
    size: { type: "string", short: "n", value: "N", help: ({ options }) => options.size },
    of: { type: "string", value: "NAME", help: ({ options }) => options.of(LAYERS.join(", ")) },
    by: {
      type: "string",
      value: "COLUMN",
      help: ({ options }) => options.by,
    },
    coders: { type: "string", value: "N", help: ({ options }) => options.coders },
    seed: { type: "string", value: "N", help: ({ options }) => options.seed },
    "show-machine": { type: "boolean", help: ({ options }) => options.showMachine },
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron sample page.html -n 100 -o sample.csv",
    "yoron sample pages/*.html --coders 2 -o sample.csv",
    "yoron sample survey.csv --by 年代 -o sample.csv",
    "yoron sample page.html --of opinion -o opinions.csv",
    "yoron sample page.html --of codes --codes codes.txt -o codes.csv",
  ],
  async run({ positionals, values, io }) {
    const { usage, notes, done } = said();
    const of = stringOf(values, "of") ?? "tone";
    const layer = CHECKED_LAYERS.find(({ name }) => name === of);
    if (layer === undefined) throw usageError(usage.cannotCheck, of, usage.canCheck(LAYERS.join(", ")));
    if (of === "side" && propositionsOf(values).length !== 1)
      throw usageError(usage.sampleOfSides, undefined, usage.givePropositionOnce);
    const asked = await codeOptions(values, [of], said().codes.aSample(of));
    const output = stringOf(values, "output");
    const format = formatOfPath(output) ?? "csv";
    if (format !== "csv" && format !== "tsv") throw usageError(usage.sheetKind, output, usage.excelOpens);
    const options = {
      of,
      n: wholeNumber(values, "size", 200),
      seed: wholeNumber(values, "seed", 1),
      coders: wholeNumber(values, "coders", 1),
      by: stringOf(values, "by") ?? "discussion",
      showMachine: values["show-machine"] === true,
    };
    if (output !== undefined) await keepLabels(output);
    const { analyses, status } = await analyzeInputs(positionals, values, io);
    if (analyses.length === 0) return status;
    noteIdleCodes(analyses, asked, io);
    const table = withAttribute(
      checkedTable(of, (name) => tableNamed(name).project(analyses, optionsFor(name, asked)), asked.codes),
      options.by,
      layer.unit,
      analyses,
    );
    const sheet = sampleTable(table, options);
    if (sheet.length < options.n) io.note(notes.allInSheet(sheet.length));
    const content = await writeTable(sheet, format, { bom: true });
    if (output === undefined) await io.print(content);
    else {
      await writeWhole(output, content);
      io.done(done.sheet(output, sheet.length));
    }
    return status;
  },
};

function wholeNumber(values: Values, name: string, otherwise: number): number {
  const given = stringOf(values, name);
  if (given === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(given) || (name !== "seed" && Number(given) === 0))
    throw usageError(said().usage.wholeNumber(name), given, said().usage.asIn(`--${name} ${otherwise}`));
  return Number(given);
}

/** Throws where a file is there that somebody began to label: hours of work would be gone. */
async function keepLabels(path: string): Promise<void> {
  let labels = 0;
  try {
    const sheet = readSample(await readSource(path), path);
    const coders = sheet.columns.filter(({ name }) => /^label\d*$/.test(name));
    labels = coders.flatMap(({ name }) => sheet.column(name).filter((cell) => cell !== null)).length;
  } catch (error) {
    if (!(error instanceof YoronError)) throw error;
  }
  if (labels > 0) throw usageError(said().usage.labelsLost(labels), path, said().usage.nameOther);
}
