import { renderReport } from "../index.ts";
import { analyzeInputs, tunedOf } from "./analyze-inputs.ts";
import { CODE_OPTIONS, codesOf, noteIdleCodes } from "./code-options.ts";
import { writeWhole } from "./io.ts";
import { LANG_OPTION, langOf } from "./lang.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { readEach } from "./sheets.ts";
import { stringOf, type Verb } from "./verb.ts";

export const report: Verb = {
  name: "report",
  summary: "write the report: charts, article and comments in one HTML file",
  usage: "yoron report FILE… -o report.html",
  options: {
    output: { type: "string", short: "o", value: "FILE", help: "the report (report.html)" },
    lang: LANG_OPTION,
    check: {
      type: "string",
      multiple: true,
      value: "FILE",
      help: "a labelled sheet of `yoron sample`: shares are corrected by it; again for a second coder's, or one of sides",
    },
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron report page.html",
    "yoron report before.html after.html -o compared.html",
    "yoron report page.html --check sample.csv",
    "yoron report page.html --codes codes.txt",
    "yoron report page.html --proposition 市民プールを閉鎖すること --check tone.csv --check side.csv",
  ],
  async run({ positionals, values, io }) {
    const named = stringOf(values, "output");
    const output = named ?? "report.html";
    const lang = langOf(values);
    const sheets = values.check === undefined ? [] : [values.check].flat().map(String);
    const check = sheets.length === 0 ? {} : { check: await readEach(sheets) };
    const tuned = await tunedOf(values);
    const codes = await codesOf(values);
    const { analyses, status } = await analyzeInputs(positionals, values, io);
    if (analyses.length === 0) return status;
    noteIdleCodes(analyses, codes, io);
    await writeWhole(
      output,
      await renderReport(analyses, { lang, ...check, ...codes, ...(tuned === undefined ? {} : { tuned }) }),
    );
    if (named === undefined) await io.print(`${output}\n`);
    return status;
  },
};
