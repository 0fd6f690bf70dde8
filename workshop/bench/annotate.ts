/**
 * Prints what `yoron annotate` costs beside `mecab -Owakati` on lines that the process has not seen:
 * `npm run bench:annotate [-- LINES [NAME…]]` (10,000 lines, 0.8 million characters, by default).
 *
 * Both are run as programs on one file, from the file to the last byte printed, and both are told in processor time (user and
 * system, all threads), the least of three. What a program takes for one short line is its start, which is told and subtracted.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshLines } from "./annotate/fresh-lines.ts";
import { leastTime, processorTime } from "./annotate/processor-time.ts";
import { hasProgram, printRows } from "./best.ts";

const RUNS = 3;
const PROPOSITION = "休日の部活動を地域クラブに移すこと";
/** What is asked for, and the most that it may cost of mecab's time. */
const CHOICES = [
  { name: "tokens", layers: "sentences,tokens", aim: 3 },
  { name: "five", layers: "entities,dates,citations,quotations,sentiment", aim: 8 },
  { name: "tone", layers: "sentiment", aim: null },
  { name: "sides", layers: "sides", aim: null },
  { name: "opinions", layers: "sides,claims", aim: null },
  { name: "all", layers: null, aim: null },
] as const;

if (!hasProgram("mecab")) {
  console.log("mecab is absent: install mecab and mecab-ipadic-utf8 for the yardstick");
  process.exit(1);
}
const [count = "10000", ...names] = process.argv.slice(2);
const program = process.env.YORON_MAIN ?? "dist/cli/main.js";
const lines = freshLines(Number(count));
const folder = mkdtempSync(join(tmpdir(), "yoron-annotate-"));
const path = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const asked = (texts: readonly string[]) => texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join("");
const plain = path("lines.txt", `${lines.join("\n")}\n`);
const request = path("lines.jsonl", asked(lines));
const plainStart = path("start.txt", "雨。\n");
const requestStart = path("start.jsonl", asked(["雨。"]));

/** The time of the work alone, and that of the start. */
function timesOf(command: string, args: readonly string[], input: string, small: string) {
  const start = leastTime(RUNS, () => processorTime(command, args, small));
  return { start, work: leastTime(RUNS, () => processorTime(command, args, input)) - start };
}

const seconds = (time: number) => `${time.toFixed(2)} s`;
const mecab = timesOf("mecab", ["-Owakati"], plain, plainStart);
const rows = [["", "start", "work", "× mecab"]];
rows.push(["mecab -Owakati", seconds(mecab.start), seconds(mecab.work), "1.00"]);
for (const { name, layers, aim } of CHOICES) {
  if (names.length > 0 && !names.includes(name)) continue;
  const args = [program, "annotate", "--proposition", PROPOSITION, ...(layers === null ? [] : ["--layers", layers])];
  const { start, work } = timesOf(process.execPath, args, request, requestStart);
  const ratio = (work / mecab.work).toFixed(2);
  rows.push([
    layers ?? "all layers",
    seconds(start),
    seconds(work),
    aim === null ? ratio : `${ratio} (aim: at most ${aim})`,
  ]);
}
rmSync(folder, { recursive: true });
const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
console.log(`${lines.length} fresh lines, ${characters} characters; processor time, least of ${RUNS}`);
printRows(rows);
