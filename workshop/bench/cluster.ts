/**
 * Prints what a cluster needs for so many comments, computed from rates that it measures here:
 * `npx tsx workshop/bench/cluster.ts [-- COMMENTS [NODES CORES]]` (4·10^9 on 40 nodes of 16 cores by default).
 *
 * Measured by `yoron annotate` on fresh lines (generated comments where the corpus is absent), in processor time, its start
 * subtracted; what it prints is brought into Parquet (zstd) to be weighed. What Spark takes beside is told by the tests of the
 * cluster: `test/spark/run.sh test_cluster`.
 */

import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { freshLines } from "./annotate/fresh-lines.ts";
import { leastTime, processorTime } from "./annotate/processor-time.ts";
import { printRows } from "./best.ts";
import { generatedThread } from "./big-page/thread.ts";

const LINES = 5_000;
const RUNS = 2;
/** Of the throughput of the command by itself, what is left in Spark at least. */
const IN_SPARK = 0.8;
const CHOICES = [
  ["five layers", "entities,dates,citations,quotations,sentiment"],
  ["tone alone", "sentiment"],
  ["sentences and tokens", "sentences,tokens"],
] as const;

const [comments = 4e9, nodes = 40, cores = 16] = process.argv
  .slice(2)
  .filter((arg) => arg !== "--")
  .map(Number);
const program = "dist/cli/main.js";
const folder = mkdtempSync(join(tmpdir(), "yoron-cluster-"));
const path = (name: string) => join(folder, name);
const asked = (texts: readonly string[]) => texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join("");
const lines = linesOf();
const characters = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length;
writeFileSync(path("lines.jsonl"), asked(lines));
writeFileSync(path("start.jsonl"), asked(["雨。"]));

const rows = [
  ["", "comments a core-second", "answers, bytes", "as Parquet, bytes", "core-hours", "hours", "storage, TB"],
];
for (const [name, layers] of CHOICES) {
  const args = [program, "annotate", "--layers", layers];
  const time = (input: string) => leastTime(RUNS, () => processorTime(process.execPath, args, path(input)));
  const rate = lines.length / (time("lines.jsonl") - time("start.jsonl"));
  const { json, parquet } = await weights(args);
  const coreHours = comments / (rate * IN_SPARK) / 3600;
  rows.push([
    ...[name, rate.toFixed(0), json.toFixed(0), parquet.toFixed(0), coreHours.toFixed(0)],
    ...[(coreHours / (nodes * cores)).toFixed(1), ((parquet * comments) / 1e12).toFixed(2)],
  ]);
}
rmSync(folder, { recursive: true });
console.log(
  `measured on ${lines.length} comments of ${characters.toFixed(0)} characters; processor time, least of ${RUNS}`,
);
console.log(
  `the texts themselves: ${bytes.toFixed(0)} bytes each (UTF-8), ${((bytes * comments) / 1e12).toFixed(2)} TB before compression`,
);
console.log(
  `computed for ${comments} comments on ${nodes} nodes of ${cores} cores, at ${IN_SPARK} of the command's throughput`,
);
printRows(rows);

function linesOf(): readonly string[] {
  try {
    return freshLines(LINES);
  } catch {
    console.log("the corpus of fresh lines is absent: measured on generated comments, which are easier");
    return [...generatedThread(LINES)].map(({ text }) => text);
  }
}

/** Returns what the answers to a comment weigh, as they are printed and as a column file holds them. */
async function weights(args: readonly string[]): Promise<{ readonly json: number; readonly parquet: number }> {
  const [source, target] = [openSync(path("lines.jsonl"), "r"), openSync(path("answers.jsonl"), "w")];
  spawnSync(process.execPath, args, { stdio: [source, target, "inherit"] });
  closeSync(source);
  closeSync(target);
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT * FROM read_json('${path("answers.jsonl")}', sample_size = -1)) TO '${path("answers.parquet")}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  const weight = (name: string) => statSync(path(name)).size / lines.length;
  return { json: weight("answers.jsonl"), parquet: weight("answers.parquet") };
}
