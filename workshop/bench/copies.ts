/**
 * Finds planted copies among many comments, and times that beside `mecab -Owakati` on the same comments:
 * `npx tsx workshop/bench/copies.ts [COMMENTS]` (by default 200,000, one in a hundred a copy with up to a fifth changed).
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCopies } from "../../src/measure/opinions/copies/find-copies.ts";
import { hasProgram, printRows, runProgram } from "./best.ts";
import { corpusComments, plantCopies } from "./opinions/comments.ts";

const comments = Number(process.argv[2] ?? 200_000);
const copies = Math.floor(comments / 100);
const { texts, original } = plantCopies(corpusComments(comments - copies), copies);
const characters = texts.reduce((sum, text) => sum + text.length, 0);

const start = performance.now();
const groups = findCopies(texts);
const own = performance.now() - start;

const groupOf = new Int32Array(texts.length).fill(-1);
for (const [i, group] of groups.entries()) for (const { text } of group) groupOf[text] = i;
const planted = [...original.keys()].filter((i) => original[i]! >= 0);
const found = planted.filter((i) => groupOf[i]! >= 0 && groupOf[i] === groupOf[original[i]!]).length;
// A pair of one group is right where both come of one original.
const root = (i: number) => (original[i]! >= 0 ? original[i]! : i);
let [claimed, right] = [0, 0];
const wrong: string[] = [];
for (const group of groups) {
  for (const { text } of group.slice(1)) {
    claimed++;
    if (root(text) === root(group[0]!.text)) right++;
    else if (wrong.length < 12) wrong.push(`${texts[group[0]!.text]} ≈ ${texts[text]}`);
  }
}
printRows([
  ["comments", String(texts.length), `${(characters / 1e6).toFixed(1)} million characters`],
  ["recall of planted copies", (found / planted.length).toFixed(4), `${found} of ${planted.length}; aim .99`],
  ["precision", (right / claimed).toFixed(4), `${right} of ${claimed}; aim .98`],
  ["time", `${(own / 1000).toFixed(1)} s`, `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`],
]);
if (process.argv.includes("--wrong")) for (const pair of wrong) console.log(pair);
if (hasProgram("mecab")) {
  const folder = mkdtempSync(join(tmpdir(), "copies-"));
  writeFileSync(join(folder, "comments.txt"), `${texts.map((text) => text.replaceAll("\n", " ")).join("\n")}\n`);
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    runProgram("mecab", ["-Owakati", "-o", "/dev/null", join(folder, "comments.txt")]);
    return performance.now() - from;
  });
  rmSync(folder, { recursive: true });
  const mecab = Math.min(...times);
  printRows([["mecab -Owakati", `${(mecab / 1000).toFixed(1)} s`, `ratio ${(own / mecab).toFixed(1)}; aim 25`]]);
} else console.log("mecab is not installed: no ratio");
