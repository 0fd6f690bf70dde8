import { renderReport } from "../index.ts";
import { analyzeInputs, tunedOf } from "./analyze-inputs.ts";
import { writeWhole } from "./io.ts";
import { LANG_OPTION, langOf } from "./lang.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { said } from "./said.ts";
import { readSheets } from "./sheets.ts";
import { stringOf, type Verb } from "./verb.ts";

export const report: Verb = {
  name: "report",
  usage: "yoron report FILE… -o report.html",
  options: {
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.reportFile },
    lang: LANG_OPTION,
    check: {
      type: "string",
      multiple: true,
      value: "FILE",
      help: ({ options }) => options.check,
    },
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron report page.html",
    "yoron report before.html after.html -o compared.html",
    "yoron report page.html --check sample.csv",
  ],
  async run({ positionals, values, io }) {
    const named = stringOf(values, "output");
    const output = named ?? "report.html";
    const lang = langOf(values);
    const sheets = values.check === undefined ? [] : [values.check].flat().map(String);
    const check = sheets.length === 0 ? {} : { check: await readSheets(sheets) };
    const tuned = await tunedOf(values);
    const { analyses, status } = await analyzeInputs(positionals, values, io);
    if (analyses.length === 0) return status;
    io.progress(said().progress.report);
    await writeWhole(
      output,
      await renderReport(analyses, { lang, ...check, ...(tuned === undefined ? {} : { tuned }) }),
    );
    io.progress("");
    io.done(said().done.report(output));
    if (named === undefined && !io.interactive) await io.print(`${output}\n`);
    return status;
  },
};
