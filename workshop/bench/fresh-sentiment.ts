/**
 * Prints what sentiment costs beside `mecab -Owakati` on text that the process has not seen: `npx tsx workshop/bench/fresh-sentiment.ts`.
 *
 * Each round has lines of its own. What sentiment needs (tokens, entities, quotations) is made before; then sentiment is timed,
 * once, and mecab on the same lines, the least of five, both in processor time. The first round warms up and is not counted.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { findEntities } from "../../src/annotate/entities/find-entities.ts";
import { findQuotations } from "../../src/annotate/quotations/find-quotations.ts";
import { scoreSentiment } from "../../src/annotate/sentiment/score-sentiment.ts";
import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import { loadResources } from "../../src/resources.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";
import { hasProgram, printRows } from "./best.ts";

const CORPUS = "../shared/data/speed-corpus.txt.gz";
const CHARACTERS = 200_000;
const ROUNDS = 6;
const LINES_A_UNIT = 3;
const UNITS_A_DISCUSSION = 40;

if (!existsSync(CORPUS) || !hasProgram("mecab")) {
  console.log(`needs ${CORPUS}, mecab and mecab-ipadic-utf8`);
  process.exit(1);
}
const lines = gunzipSync(readFileSync(CORPUS)).toString("utf8").split("\n");
const recent = lines.slice(Math.floor(lines.length * 0.85)).filter((line) => line !== "");
const resources = await loadResources();

/** Milliseconds of processor time: what else the machine does must not count. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The same of mecab, as the shell tells it. */
function timeMecab(text: string): number {
  const { stderr } = spawnSync("bash", ["-c", "TIMEFORMAT='%U %S'; time mecab -Owakati > /dev/null"], {
    input: text,
    encoding: "utf8",
  });
  const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  return (Number(user) + Number(system)) * 1000;
}

/** Takes lines that no round had before. */
function taken(): string[] {
  let size = 0;
  let count = 0;
  while (size < CHARACTERS && count < recent.length) size += recent[count++]!.length;
  return recent.splice(0, count);
}

function unitsOf(texts: readonly string[]): AnalyzedUnit[] {
  const units: AnalyzedUnit[] = [];
  for (let at = 0; at < texts.length; at += LINES_A_UNIT) {
    const text = texts.slice(at, at + LINES_A_UNIT).join("\n");
    const tokens = resources.tokenizer.tokenize(text);
    units.push({ id: `c${units.length + 1}`, text, date: null, tokens, sentences: splitSentences(tokens) });
  }
  return units;
}

const rows: string[][] = [["round", "characters", "mecab -Owakati", "sentiment", "× mecab"]];
const ratios: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const texts = taken();
  const text = `${texts.join("\n")}\n`;
  const ready = unitsOf(texts);
  const jobs: (() => unknown)[] = [];
  for (let at = 0; at < ready.length; at += UNITS_A_DISCUSSION) {
    const units = ready.slice(at, at + UNITS_A_DISCUSSION);
    const named = findEntities(units, resources.entities);
    const quotations = findQuotations(units, named.mentions, resources.quotations);
    jobs.push(() => scoreSentiment(units, { ...named, quotations, targets: [] }, resources.sentiment));
  }
  const sentiment = time(() => {
    for (const job of jobs) job();
  });
  const least = (input: string) => Math.min(...Array.from({ length: 5 }, () => timeMecab(input)));
  const mecab = least(text) - least("。\n");
  if (round === 0) continue;
  ratios.push(sentiment / mecab);
  rows.push([
    `${round}`,
    `${text.length}`,
    `${mecab.toFixed(0)} ms`,
    `${sentiment.toFixed(0)} ms`,
    (sentiment / mecab).toFixed(2),
  ]);
}
printRows(rows);
const sorted = [...ratios].sort((a, b) => a - b);
console.log(
  `best ${sorted[0]!.toFixed(2)}, median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(2)} (aim: at most 1.5)`,
);
