/**
 * Importing the package, and the table of 10,000 comments, in processes of their own: `npx tsx workshop/bench/tables.ts`.
 *
 * With `--against FOLDER` (another build: the folder that holds its `dist`) both are measured in turn, in one run, and
 * the ratio is printed. The yardstick is `JSON.stringify` of the same comments.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { randomNumbers } from "../../test/read/render/random-page.ts";
import { printRows, runProgram } from "./best.ts";

const COMMENTS = 10_000;
const TURNS = 5;
const WORDS = "水曜 休み 残念 パン 値上げ 仕方ない 店長 応援 遠い バス 便利 高い おいしい 混む 朝 子ども".split(" ");

const CHILD = `
const before = process.memoryUsage().rss;
const start = performance.now();
const yoron = await import(process.argv[2]);
const imported = performance.now() - start;
const memory = process.memoryUsage().rss - before;
const { readFileSync } = await import("node:fs");
const discussion = yoron.readPage(readFileSync(process.argv[3]), { path: "comments.csv", format: "csv" });
const analysis = yoron.analyze(discussion, await yoron.loadResources(), { layers: [] });
const timed = (work) => {
  let best = Infinity;
  for (let run = 0; run < 25; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
};
const table = timed(() => yoron.commentTable(analysis));
const yardstick = timed(() => JSON.stringify(discussion.comments));
const rows = yoron.commentTable(analysis).length;
console.log(JSON.stringify({ imported, memory: memory / 1e6, table, yardstick, rows }));
`;

interface Figures {
  readonly imported: number;
  readonly memory: number;
  readonly table: number;
  readonly yardstick: number;
  readonly rows: number;
}

const against = process.argv.indexOf("--against");
const builds = [
  resolve(import.meta.dirname, "../.."),
  ...(against < 0 ? [] : [resolve(process.argv[against + 1] ?? ".")]),
];
const folder = mkdtempSync(join(tmpdir(), "yoron-bench-"));
try {
  const next = randomNumbers(20261129);
  const lines = Array.from({ length: COMMENTS }, (_, i) => {
    const text = Array.from({ length: 4 + next(8) }, () => WORDS[next(WORDS.length)]).join("、");
    return `${i + 1},名前${next(3000)},${next(40)},2026-04-${String(1 + next(28)).padStart(2, "0")} 10:${10 + next(49)},${text}。`;
  });
  writeFileSync(join(folder, "comments.csv"), `id,author,likes,date,text\n${lines.join("\n")}\n`);
  writeFileSync(join(folder, "child.mjs"), CHILD);
  const best: Figures[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [i, build] of builds.entries()) {
      const entry = join(build, "dist/index.js");
      const figures = JSON.parse(
        runProgram(process.execPath, [join(folder, "child.mjs"), entry, join(folder, "comments.csv")]),
      ) as Figures;
      if (figures.rows !== COMMENTS) throw new Error(`${build} read ${figures.rows} of ${COMMENTS} comments`);
      const least = best[i] ?? figures;
      best[i] = {
        imported: Math.min(least.imported, figures.imported),
        memory: Math.min(least.memory, figures.memory),
        table: Math.min(least.table, figures.table),
        yardstick: Math.min(least.yardstick, figures.yardstick),
        rows: figures.rows,
      };
    }
  }
  printRows([
    ["build", "import", "its memory", `commentTable of ${COMMENTS}`, "of JSON.stringify"],
    ...best.map(({ imported, memory, table, yardstick }, i) => [
      i === 0 ? "this" : "other",
      `${imported.toFixed(0)} ms`,
      `${memory.toFixed(0)} MB`,
      `${table.toFixed(1)} ms`,
      `${(table / yardstick).toFixed(2)} times`,
    ]),
  ]);
  const [own, other] = best;
  if (own !== undefined && other !== undefined)
    console.log(
      `this / other: import ${(own.imported / other.imported).toFixed(2)}, table ${(own.table / other.table).toFixed(2)}`,
    );
} finally {
  rmSync(folder, { recursive: true });
}
