/** Prints, in one run, the whole pipeline against tokenising alone, and a cold report against kuromoji's dictionary load. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyze, charts, loadResources, readPage, renderReport, tableNamed, tables } from "yoron";
import { bestOfFive, printRows, runProgram } from "./best.ts";

const REAL_PAGE = "../shared/pages/kazakhstan-2022-09-15.txt";
const page = existsSync(REAL_PAGE) ? REAL_PAGE : "data/pages/harbour.txt";
const bytes = readFileSync(page);
const resources = await loadResources();
const texts = [readPage(bytes).article.text, ...readPage(bytes).comments.map(({ text }) => text)];

const tokenizing = await bestOfFive(() => texts.map((text) => resources.tokenizer.tokenize(text).length));
const analyzing = await bestOfFive(() => analyze(readPage(bytes), resources));
const analysis = analyze(readPage(bytes), resources);
const specs = await bestOfFive(() => {
  for (const { project } of tables) project(analysis);
  for (const { build } of charts) build((name) => tableNamed(name).project(analysis));
});
const reporting = await bestOfFive(() => renderReport([analysis], {}));

const folder = mkdtempSync(join(tmpdir(), "yoron-bench-"));
const report = await bestOfFive(() =>
  runProgram("node", ["dist/cli/main.js", "report", page, "-o", join(folder, "report.html")]),
);
rmSync(folder, { recursive: true });
const kuromoji = await bestOfFive(() =>
  runProgram("node", [
    "-e",
    `require("kuromoji").builder({ dicPath: "node_modules/kuromoji/dict" }).build((error) => { if (error) throw error; })`,
  ]),
);

const ms = (time: number) => `${time.toFixed(1)} ms`;
const whole = analyzing + specs + reporting;
console.log(`${page}, ${texts.join("").length} characters; best of five`);
printRows([
  ["tokenising alone", ms(tokenizing), "1.00"],
  ["read, tokenise, annotate", ms(analyzing), (analyzing / tokenizing).toFixed(2)],
  ["all tables and chart specs", ms(specs), (specs / tokenizing).toFixed(2)],
  ["report", ms(reporting), (reporting / tokenizing).toFixed(2)],
  ["whole pipeline", ms(whole), (whole / tokenizing).toFixed(2)],
  ["", "", ""],
  ["kuromoji's dictionary load, cold", ms(kuromoji), "1.00"],
  ["yoron report, cold (aim: under 2.00)", ms(report), (report / kuromoji).toFixed(2)],
]);
