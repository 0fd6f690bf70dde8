import {
  charts as allCharts,
  type CorpusReportOptions,
  openCorpus,
  renderCorpusReport,
  renderReport,
  USUAL_LAYERS,
} from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { checkOutput } from "./check-output.ts";
import { CODE_OPTIONS, codesOf, noteIdleCodes } from "./code-options.ts";
import { checkIdle, corpusOf } from "./corpus-table.ts";
import { onlyTitle } from "./corpus-title.ts";
import { expandInputs } from "./inputs.ts";
import type { Io } from "./io.ts";
import { checkListed } from "./known-name.ts";
import { LANG_OPTION, langOf } from "./lang.ts";
import { corpusOfLong, WHOLE_OPTION } from "./long-inputs.ts";
import { OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { runTold } from "./run-told.ts";
import { said } from "./said.ts";
import { readEach } from "./sheets.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Values, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

export const report: Verb = {
  name: "report",
  usage: "yoron report FILE…|CORPUS -o report.html",
  options: {
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.reportFile },
    lang: LANG_OPTION,
    title: { type: "string", value: "TEXT", help: ({ options }) => options.reportTitle },
    charts: {
      type: "string",
      value: "NAME,NAME",
      help: ({ options }) => options.reportCharts,
    },
    print: { type: "boolean", help: ({ options }) => options.print },
    date: { type: "string", value: "DATE", help: ({ options }) => options.date },
    check: {
      type: "string",
      multiple: true,
      value: "FILE",
      help: ({ options }) => options.check,
    },
    ...OPINION_OPTIONS,
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
    ...WHOLE_OPTION,
  },
  examples: [
    "yoron report page.html",
    "yoron report before.html after.html -o compared.html",
    "yoron report page.html --check sample.csv",
    "yoron report page.html --codes codes.txt",
    "yoron report page.html --proposition 市民プールを閉鎖すること --check tone.csv --check side.csv",
    "yoron report page.html --date 2026-11-29 --title 駅前再開発への声 --charts opinions,sides,thread",
  ],
  async run({ args, positionals, values, io }) {
    const named = stringOf(values, "output");
    checkKind(named);
    const output = named ?? "report.html";
    const lang = langOf(values);
    const folder = await corpusOf(positionals);
    if (folder !== undefined) {
      checkIdle(report.options, values, OF_CORPUS);
      const { title } = pageOptions(values);
      const told = await runTold({ args, positionals, values });
      const { seed } = await opinionOptions(values, ["opinions"], "report");
      const asked = {
        lang,
        ...(title === undefined ? {} : { title }),
        ...(seed === undefined ? {} : { seed }),
        ...told,
      };
      await reportCorpus(folder, output, named === undefined, asked, io);
      return 0;
    }
    const sheets = values.check === undefined ? [] : [values.check].flat().map(String);
    const check = sheets.length === 0 ? {} : { check: await readEach(sheets) };
    const told = { ...pageOptions(values), ...(await runTold({ args, positionals, values })) };
    const codes = await codesOf(values);
    const opinions = await opinionOptions(values, ["opinions"], "report");
    const files = await expandInputs(positionals, io);
    checkOutput(values, files);
    const long = await corpusOfLong(files, values, io, { layers: USUAL_LAYERS, unheard: NOT_OF_LONG });
    if (long !== undefined) {
      try {
        if (long.folder !== null)
          await reportCorpus(long.folder, output, named === undefined, { lang, ...told, ...opinions }, io);
        return long.status;
      } finally {
        await long.leave();
      }
    }
    const { analyses, status } = await analyzeInputs(files, values, io);
    if (analyses.length === 0) return status;
    noteIdleCodes(analyses, codes, io);
    io.progress(said().progress.report);
    await writeWhole(
      output,
      await renderReport(analyses, {
        lang,
        ...told,
        ...check,
        ...codes,
        opinions,
      }),
    );
    io.progress("");
    io.done(said().done.report(output));
    if (named === undefined && !io.interactive) await io.print(`${output}\n`);
    return status;
  },
};

/** Throws for a name that says of the page that it is something else. */
function checkKind(output: string | undefined): void {
  const end = /\.([A-Za-z0-9]+)$/.exec(output ?? "")?.[1]?.toLowerCase();
  if (end === undefined || end === "html" || end === "htm") return;
  throw usageError(said().usage.reportKind, output, said().usage.reportKindNext);
}

/** Options that the report of a corpus hears. */
const OF_CORPUS: ReadonlySet<string> = new Set(["output", "lang", "title", "date", "seed"]);

/** Options that do nothing for long inputs, whose report is that of a corpus. */
const NOT_OF_LONG: readonly string[] = ["charts", "print", "check", "vectors", ...Object.keys(CODE_OPTIONS)];

/** Writes the report of a corpus. */
async function reportCorpus(
  folder: string,
  output: string,
  isPrinted: boolean,
  { lang, title, date, command, seed }: CorpusReportOptions,
  io: Io,
): Promise<void> {
  const corpus = await openCorpus(folder);
  try {
    io.progress(said().progress.report);
    const asked = Object.fromEntries(
      Object.entries({ lang, title: title ?? (await onlyTitle(corpus)), date, command, seed }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    await writeWhole(output, await renderCorpusReport(corpus, asked));
  } finally {
    await corpus.close();
  }
  io.progress("");
  io.done(said().done.report(output));
  if (isPrinted && !io.interactive) await io.print(`${output}\n`);
}

/** Returns the options that only the page has; what is wrong with them is told before anything is read. */
function pageOptions(values: Values): {
  readonly print?: boolean;
  readonly title?: string;
  readonly charts?: readonly string[];
} {
  const [title, charts] = [stringOf(values, "title"), listOption(values, "charts")];
  if (charts?.length === 0) throw usageError(said().usage.chartsEmpty, undefined, said().usage.chartsLike);
  const known = allCharts.map(({ name }) => name);
  for (const name of charts ?? []) checkListed("charts", name, known);
  return {
    ...(values.print === true ? { print: true } : {}),
    ...(title === undefined ? {} : { title }),
    ...(charts === undefined ? {} : { charts }),
  };
}
