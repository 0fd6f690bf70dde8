/**
 * Prints, in one run, what `yoron report` takes and makes: of one page, cold, beside kuromoji's dictionary load; and of many
 * pages: processor time, bytes, and how the page opens in Chromium.
 *
 * `npm run bench:report -- [--pages 300] [--comments 34] [--page FILE]`
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readPage } from "yoron";
import { printRows } from "./best.ts";
import { nodeUsage } from "./cpu-time.ts";
import { manyPages } from "./report/many-pages.ts";
import { openReport } from "./report/open-report.ts";

const REAL_PAGE = "../shared/pages/kazakhstan-2022-09-15.txt";
const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "300" },
    comments: { type: "string", default: "34" },
    page: { type: "string", default: existsSync(REAL_PAGE) ? REAL_PAGE : "data/pages/harbour.txt" },
  },
});
const SOURCES = ["data/pages/harbour.txt", "data/pages/railway-core.html", values.page];
const KUROMOJI = `require("kuromoji").builder({ dicPath: "node_modules/kuromoji/dict" }).build((error) => { if (error) throw error; })`;
const RUNS = 5;

const folder = mkdtempSync(join(tmpdir(), "yoron-bench-"));
const report = (inputs: readonly string[], output: string) =>
  nodeUsage(["dist/cli/main.js", "report", ...inputs, "-q", "-o", output]);
const seconds = (value: number) => `${value.toFixed(2)} s`;
const megabytes = (file: string) => `${(statSync(file).size / 1e6).toFixed(2)} MB`;

async function opened(file: string): Promise<readonly (readonly [string, string])[]> {
  const told = await openReport(file);
  if (told === null) return [["opened in Chromium", "no Chromium found"]];
  return [
    ["opened, by the clock", seconds(told.seconds)],
    ["opened, main thread", seconds(told.computed)],
    ["elements at rest", String(told.nodes)],
  ];
}

try {
  const [one, many] = [join(folder, "one.html"), join(folder, "many.html")];
  // The two take turns: what disturbs one disturbs the other.
  let [ours, theirs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run++) {
    ours = Math.min(ours, report([values.page], one).seconds);
    theirs = Math.min(theirs, nodeUsage(["-e", KUROMOJI]).seconds);
  }
  console.log(`${values.page}; processor time, the least of ${RUNS}`);
  printRows([
    ["kuromoji's dictionary load, cold", seconds(theirs)],
    ["yoron report, cold", seconds(ours)],
    ["ratio (aim: at most 1.2)", (ours / theirs).toFixed(2)],
    ["weight (aim: at most 1.2 MB)", megabytes(one)],
    ...(await opened(one)),
  ]);
  const sources = SOURCES.map((file) => readPage(readFileSync(file)));
  const counts = { pages: Number(values.pages), comments: Number(values.comments) };
  const pages = [...manyPages(sources, counts)].map((page, i) => {
    const file = join(folder, `page-${String(i + 1).padStart(4, "0")}.json`);
    writeFileSync(file, JSON.stringify(page));
    return file;
  });
  const usage = report(pages, many);
  console.log(`\n${counts.pages} generated pages of ${counts.comments} comments`);
  printRows([
    ["yoron report, processor time", seconds(usage.seconds)],
    ["most resident", `${usage.megabytes.toFixed(0)} MB`],
    ["weight (aim: at most 8 MB)", megabytes(many)],
    ...(await opened(many)),
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
