import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Analysis, charts, lossesOf, renderReport, USUAL_LAYERS, version } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { analyzeLong } from "./analyze-long.ts";
import { atSignal, removeHalf } from "./at-signal.ts";
import { checkOutput } from "./check-output.ts";
import { CODE_OPTIONS, codesOf, noteIdleCodes } from "./code-options.ts";
import { FONT_OPTIONS, fontsOf } from "./fonts.ts";
import { holdFolder } from "./hold-folder.ts";
import { expandInputs } from "./inputs.ts";
import { askedLang, langOf } from "./lang.ts";
import { removeLeftBehind } from "./left-behind.ts";
import { corpusOfLong, WHOLE_OPTION } from "./long-inputs.ts";
import { OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS, propositionsOf } from "./options.ts";
import { CORPUS, checkOwnFolder, MANIFEST, MANIFEST_SCHEMA, PARTS } from "./own-folder.ts";
import { runTold } from "./run-told.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { type Call, stringOf, type Verb } from "./verb.ts";
import { writeCharts } from "./write-charts.ts";
import { TABLE_FILES, tableFilesOf, writeTables } from "./write-tables.ts";
import { type Content, writeWhole } from "./write-whole.ts";

export const analyze: Verb = {
  name: "analyze",
  usage:
    "yoron analyze FILE|DIR|GLOB… -o DIR [--format csv|xlsx|parquet …] [--tables A,B,…] [--no-charts] [--no-report]",
  goesOn: true,
  options: {
    output: { type: "string", short: "o", value: "DIR", help: ({ options }) => options.folder },
    lang: { type: "string", value: "ja|en", help: ({ options }) => options.langOfTables },
    format: { type: "string", value: "NAME", help: ({ options }) => options.tableFiles(TABLE_FILES.join(", ")) },
    date: { type: "string", value: "DATE", help: ({ options }) => options.date },
    "no-bom": { type: "boolean", help: ({ options }) => options.noBom },
    tables: { type: "string", value: "A,B,…", help: ({ options }) => options.tablesAsked },
    "no-charts": { type: "boolean", help: ({ options }) => options.noCharts },
    "no-report": { type: "boolean", help: ({ options }) => options.noReport },
    ...FONT_OPTIONS,
    ...OPINION_OPTIONS,
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
    ...WHOLE_OPTION,
  },
  examples: [
    "yoron analyze page.html -o out",
    "yoron analyze survey.csv -o out --format xlsx --lang ja",
    "yoron analyze 'pages/**/*.html' -o out --tables comments,opinions --no-charts",
    ["yoron analyze pages -o out --workers 4", "goesOn"],
  ],
  async run(call) {
    const { values, io } = call;
    const folder = stringOf(values, "output");
    if (folder === undefined) throw usageError(said().usage.outputFolder);
    // Wrong options are told before anything is made.
    langOf(values);
    fontsOf(values);
    tableFilesOf(values);
    await checkOwnFolder(folder, io);
    const giveBack = await holdFolder(folder);
    try {
      await removeLeftBehind(folder);
      return await analyzeInto(folder, call);
    } finally {
      await giveBack();
    }
  },
};

async function analyzeInto(folder: string, { args, positionals, values, io }: Call): Promise<number> {
  const { usage, progress, done } = said();
  const lang = langOf(values);
  const fonts = fontsOf(values);
  const asked = tableFilesOf(values);
  const [drawn, reported] = [values["no-charts"] !== true, values["no-report"] !== true];
  const idle = drawn ? undefined : Object.keys(FONT_OPTIONS).find((option) => values[option] !== undefined);
  if (idle !== undefined) throw usageError(usage.doesNothing(`--${idle}`, usage.withoutPng), undefined, usage.leaveOut);
  const codes = await codesOf(values);
  const opinions = await opinionOptions(values, ["opinions"], "analyze");
  const told = await runTold({ args, positionals, values });
  const parts = join(folder, PARTS);
  atSignal(removeHalf(parts));
  const files = await expandInputs(positionals, io);
  checkOutput(values, files);
  const long = await corpusOfLong(files, values, io, {
    layers: USUAL_LAYERS,
    folder: join(parts, CORPUS),
    unheard: ["vectors", ...Object.keys(CODE_OPTIONS), ...Object.keys(FONT_OPTIONS)],
  });
  if (long !== undefined) {
    const called = { asked, reported, drawn, lang, told: { ...told, ...opinions } };
    const { folder: corpus, status } = long;
    return corpus === null ? status : analyzeLong(folder, { ...long, folder: corpus }, called, values, io);
  }
  const { analyses, status } = await analyzeInputs(files, values, io, { parts });
  if (analyses.length === 0) return status;
  // What an earlier run left says that all is there, which from now on is not so.
  await rm(join(folder, MANIFEST), { force: true }).catch(() => {});
  const written: string[] = [];
  const write = async (name: string, content: Content) => {
    await writeWhole(join(folder, name), content);
    written.push(name);
  };
  noteIdleCodes(analyses, codes, io);
  const isAsked = ({ name }: { readonly name: string }) => name !== "codes" || codes.codes !== undefined;
  const tables = asked.tables.filter(isAsked);
  await writeTables(
    analyses,
    { ...asked, tables, made: { ...codes, ...opinions }, lang: askedLang(values) },
    write,
    io,
  );
  const shown = charts.filter(isAsked).filter(({ name }) => name !== "sides" || propositionsOf(values).length > 0);
  const pictures = drawn
    ? await writeCharts(shown, analyses, { lang, fonts, made: { ...codes, ...opinions } }, write, io)
    : 0;
  if (reported) {
    io.progress(progress.report);
    const commentsFile = written.find((name) => /^tables(?:\/comments\.|\.xlsx$)/u.test(name));
    const beside = commentsFile === undefined ? {} : { commentsFile };
    const html = await renderReport(analyses, { lang, ...told, ...codes, opinions, ...beside });
    io.progress(progress.writing("report.html"));
    await write("report.html", html);
  }
  await write(MANIFEST, `${JSON.stringify(manifestOf(analyses, written), null, 2)}\n`);
  await rm(parts, { recursive: true, force: true });
  io.progress("");
  const main = reported ? join(folder, "report.html") : folder;
  io.done(reported ? done.report(main) : done.folder(main, done.counted(tables.length, pictures)));
  if (!io.interactive) await io.print(`${main}\n`);
  return status;
}

/**
 * Returns the manifest, which says what was read and written; it is written last, so that its presence means that all
 * is there.
 */
function manifestOf(analyses: readonly Analysis[], files: readonly string[]): object {
  return {
    schema: MANIFEST_SCHEMA,
    yoron: version,
    discussions: analyses.map(({ discussion }) => ({
      id: discussion.id,
      title: discussion.article.title,
      comments: discussion.comments.length,
      source: discussion.source,
      losses: lossesOf(discussion),
    })),
    files,
  };
}
