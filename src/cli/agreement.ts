import {
  changedTexts,
  checkedTable,
  coderAgreement,
  confusion,
  correctedShares,
  type Table,
  type Tuning,
  tableFormats,
  tableNamed,
  tuneConfidence,
  writeTable,
  YoronError,
} from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { CODE_OPTIONS, codeOptions, optionsFor } from "./code-options.ts";
import { errorLine } from "./inputs.ts";
import type { Io } from "./io.ts";
import { ANALYZE_OPTIONS, propositionsOf } from "./options.ts";
import { said } from "./said.ts";
import { readSheets, sheetsAndPages } from "./sheets.ts";
import { tableFormatOf } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

/** What can be told of a labelled sample, a row a table. */
const PARTS: Readonly<Record<string, (sheet: Table, table?: Table) => Table>> = {
  agreement: (sheet, table) => coderAgreement(sheet, table) as unknown as Table,
  confusion,
  shares: (sheet, table) => correctedShares(sheet, table) as unknown as Table,
};
const NAMES = Object.keys(PARTS);

/** Columns that a terminal shows; the files have all. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  shares: ["label", "labelled", "raw", "share", "low", "high", "byHand", "byHandLow", "byHandHigh", "roganGladen"],
};

export const agreement: Verb = {
  name: "agreement",
  usage: "yoron agreement sample.csv [second.csv] FILE… [--part agreement|confusion|shares] [--format NAME] [-o FILE]",
  options: {
    part: { type: "string", value: "NAME", help: ({ options }) => options.part(NAMES.join(", ")) },
    format: {
      type: "string",
      value: "NAME",
      help: ({ options }) => options.agreementFormat(tableFormats.join(", ")),
    },
    tune: {
      type: "string",
      value: "FILE",
      help: ({ options }) => options.tune,
    },
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.output },
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron agreement sample.csv page.html",
    "yoron agreement first-coder.csv second-coder.csv pages/*.html",
    "yoron agreement sample.csv page.html --part shares --format csv -o shares.csv",
    "yoron agreement sample.csv pages/*.html --tune tuned.json",
  ],
  async run({ positionals, values, io }) {
    const part = partAsked(values);
    const output = stringOf(values, "output");
    const tune = tuneAsked(values);
    const format = formatAsked(values, part, output);
    const { sheets, pages } = await sheetsAndPages(positionals);
    const sheet = await readSheets(sheets);
    const rules =
      pages.length === 0 ? {} : await codeOptions(values, [layerOf(sheet)], `agreement on ${layerOf(sheet)}`);
    const toward = propositionFor(sheet, pages, values);
    const asked = toward === null ? values : { ...values, proposition: toward };
    const analyzed = pages.length === 0 ? null : await analyzeInputs(pages, asked, io);
    if (analyzed?.analyses.length === 0) return analyzed.status;
    const table =
      analyzed === null
        ? undefined
        : checkedTable(
            layerOf(sheet),
            (name) => tableNamed(name).project(analyzed.analyses, optionsFor(name, rules)),
            rules.codes,
          );
    if (tune !== undefined) await putTuning(tune, sheet, table, io);
    // With pages a sheet of others is told first.
    if (analyzed === null) checkLabelled(sheet, sheets);
    const withMachine = table !== undefined || sheet.has("machine");
    const parts = part === undefined ? (withMachine ? NAMES : ["agreement"]) : [part];
    if (!withMachine && part === undefined) io.note(said().notes.noMachine);
    const { made, failed } = madeParts(parts, { sheet, table, isAsked: part !== undefined }, (error) =>
      io.tell(errorLine(error, values.json === true)),
    );
    checkLabelled(sheet, sheets);
    if (table !== undefined) tellChanged(sheet, table, io);
    await put(made, format, output, io);
    return failed ? 1 : (analyzed?.status ?? 0);
  },
};

interface Labelled {
  readonly sheet: Table;
  readonly table: Table | undefined;
  /** Whether one part alone is asked for. */
  readonly isAsked: boolean;
}

/** Returns what can be told of the sheet; what cannot, the agreement and what is asked for aside, gives its first error to `tell`. */
function madeParts(parts: readonly string[], { sheet, table, isAsked }: Labelled, tell: (error: YoronError) => void) {
  const made = new Map<string, Table>();
  let failed = false;
  for (const name of parts) {
    try {
      made.set(name, PARTS[name]!(sheet, table));
    } catch (error) {
      // What else can be told is told.
      if (!(error instanceof YoronError) || isAsked || name === "agreement") throw error;
      if (!failed) tell(error);
      failed = true;
    }
  }
  return { made, failed };
}

/** Prints how many texts of the sheet are not those of the pages: their labels are about other words. */
function tellChanged(sheet: Table, table: Table, io: Io): void {
  const changed = changedTexts(sheet, table);
  const [first] = changed;
  if (first !== undefined)
    io.note(said().notes.changedTexts(changed.length, sheet.length, `${first.discussion}/${first.unit}`));
}

/** Throws where nobody has labelled anything yet. */
function checkLabelled(sheet: Table, files: readonly string[]): void {
  const labels = sheet.columns.map(({ name }) => name).filter((name) => /^label\d*$/.test(name));
  if (labels.some((name) => sheet.column(name).some((label) => label !== null && label !== ""))) return;
  throw usageError(said().usage.noLabels, files.join(", "), said().usage.fillLabels);
}

function partAsked(values: Values): string | undefined {
  const part = stringOf(values, "part");
  if (part !== undefined && !NAMES.includes(part))
    throw usageError(said().usage.noPart, part, said().usage.parts(NAMES.join(", ")));
  return part;
}

function tuneAsked(values: Values): string | undefined {
  const tune = stringOf(values, "tune");
  if (tune !== undefined && stringOf(values, "tuned") !== undefined)
    throw usageError(said().usage.tuneOrTuned, "--tuned");
  return tune;
}

async function putTuning(path: string, sheet: Table, table: Table | undefined, io: Io): Promise<void> {
  if (table === undefined) throw usageError(said().usage.tuneNeedsFiles, said().usage.theSheet);
  const tuning = tuneConfidence(sheet, table);
  await writeWhole(path, `${JSON.stringify(tuning, null, 2)}\n`);
  io.note(toldTuning(path, tuning));
}

function toldTuning(path: string, { rows, before, after }: Tuning): string {
  const round = (figure: number): string => figure.toFixed(3);
  return said().notes.tuned(path, rows, [
    round(before.calibrationError),
    round(after.calibrationError),
    round(before.logLoss),
    round(after.logLoss),
  ]);
}

/** Returns the proposition that the sheet names, where none is given; throws where neither tells it. */
function propositionFor(sheet: Table, pages: readonly string[], values: Values): string | null {
  if (layerOf(sheet) !== "side" || pages.length === 0 || propositionsOf(values).length > 0) return null;
  const named = sheet.has("proposition") ? sheet.column("proposition").find((cell) => cell !== null) : null;
  if (named != null) return String(named);
  throw usageError(said().usage.sheetProposition, undefined, said().usage.givePropositionOnce);
}

const layerOf = (sheet: Table): string =>
  String((sheet.has("of") ? sheet.column("of").find((cell) => cell !== null) : null) ?? "tone");

function formatAsked(values: Values, part: string | undefined, output: string | undefined): string | undefined {
  const format = tableFormatOf(values, output) ?? (values.json === true ? "json" : undefined);
  if (format !== undefined && format !== "json" && part === undefined)
    throw usageError(said().usage.onlyJson, format, said().usage.nameOne(`--part ${NAMES.join(", --part ")}`));
  return format;
}

async function put(
  made: ReadonlyMap<string, Table>,
  format: string | undefined,
  output: string | undefined,
  io: Io,
): Promise<void> {
  const [only] = made.values();
  const content =
    format === undefined
      ? [...made]
          .map(
            ([name, table]) =>
              `${table.select(SHOWN[name] ?? table.columns.map((column) => column.name)).toString({ rows: 100 })}\n`,
          )
          .join("\n")
      : made.size === 1 && format !== "json"
        ? await writeTable(only!, format)
        : `${JSON.stringify(Object.fromEntries(made), null, 2)}\n`;
  if (output === undefined) await io.print(content);
  else await writeWhole(output, content);
}
