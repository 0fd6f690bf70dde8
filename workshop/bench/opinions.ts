/**
 * Times the opinions of many comments beside `mecab -Owakati` on the same comments: `npx tsx workshop/bench/opinions.ts [COMMENTS]`
 * (by default 10,000, which is to take at most 40 times as long).
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyze } from "../../src/analyze.ts";
import { opinionTable } from "../../src/measure/opinions/opinion-table.ts";
import { readPage } from "../../src/read/read.ts";
import { loadResources } from "../../src/resources.ts";
import { hasProgram, printRows, runProgram } from "./best.ts";
import { corpusComments } from "./opinions/comments.ts";

const count = Number(process.argv[2] ?? 10_000);
const texts = corpusComments(count).map((text) => text.replaceAll(/["\n\r]/g, " "));
const csv = `id,author,likes,text\n${texts.map((text, i) => `${i + 1},名前${i % 3001},${i % 41},"${text}"`).join("\n")}\n`;
const resources = await loadResources();
const discussion = readPage(csv, { path: "comments.csv", format: "csv" });
const time = <T>(work: () => T): [T, number] => {
  const start = performance.now();
  return [work(), performance.now() - start];
};
const [analysis, analysed] = time(() => analyze(discussion, resources, { layers: ["claims", "considerations"] }));
const [table, found] = time(() => opinionTable(analysis));
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
printRows([
  [
    "comments",
    String(discussion.comments.length),
    `${analysis.claims.length} claims, ${table.length} rows of opinions`,
  ],
  ["words, claims, considerations", seconds(analysed), ""],
  ["opinions", seconds(found), `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`],
]);
if (hasProgram("mecab")) {
  const folder = mkdtempSync(join(tmpdir(), "opinions-"));
  writeFileSync(join(folder, "comments.txt"), `${texts.join("\n")}\n`);
  const times = [1, 2, 3].map(
    () => time(() => runProgram("mecab", ["-Owakati", "-o", "/dev/null", join(folder, "comments.txt")]))[1],
  );
  rmSync(folder, { recursive: true });
  const mecab = Math.min(...times);
  printRows([
    ["mecab -Owakati", seconds(mecab), ""],
    ["opinions / mecab", (found / mecab).toFixed(1), "aim 40 for 10,000 comments"],
    ["with the analysis", ((found + analysed) / mecab).toFixed(1), ""],
  ]);
} else console.log("mecab is not installed: no ratio");
