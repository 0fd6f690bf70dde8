/**
 * Measures the tokenizer side by side with MeCab and kuromoji.js on the same lines, in one run.
 *
 * `npm run bench:tokenizer [-- ROUNDS]`. Needs `../shared/data/speed-corpus.txt.gz` and, for the comparison, the Debian
 * packages `mecab` and `mecab-ipadic-utf8`; says so where they are missing. Every figure is the best of the rounds, the
 * programs taking turns, so that a busy machine disturbs them alike. MeCab is timed as a process that reads a file and
 * writes words to nowhere; Yoron and kuromoji.js from lines in memory to tokens, in a process that is warm.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../../src/model/data-folder.ts";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { measureInChild } from "./tokenizer/child.ts";
import { kuromojiTokenizer } from "./tokenizer/kuromoji.ts";
import { mecabFound, mecabFull, mecabTogetherSeconds, mecabWakatiSeconds } from "./tokenizer/mecab.ts";
import { twoWorkers } from "./tokenizer/workers.ts";

const corpus = join(packageRoot(), "..", "shared", "data", "speed-corpus.txt.gz");
if (!existsSync(corpus)) {
  console.error(`no corpus to measure on: ${corpus} is missing`);
  process.exit(1);
}
const rounds = Number(process.argv[2] ?? 7);
const text = gunzipSync(readFileSync(corpus)).toString("utf8");
const lines = text.split("\n").slice(0, -1);
const folder = mkdtempSync(join(tmpdir(), "tokenizer-"));
const file = join(folder, "corpus.txt");
writeFileSync(file, text);
const tokenizer = openTokenizer();
const say = (name: string, value: string): void => console.log(`${name.padEnd(62)}${value}`);
const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};
const best = (times: readonly number[]): number => Math.min(...times);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Reads lines into tokens with surfaces; the sum keeps the work from being optimised away. */
function surfaces(of: readonly string[]): number {
  let units = 0;
  for (const line of of) {
    const tokens = tokenizer.tokenize(line);
    for (let i = 0; i < tokens.length; i++) units += tokens.surface(i).length;
  }
  return units;
}

function surfacesAndFeatures(of: readonly string[]): number {
  let units = 0;
  for (const line of of) {
    const tokens = tokenizer.tokenize(line);
    for (let i = 0; i < tokens.length; i++) {
      units += tokens.surface(i).length + tokens.pos(i).length + tokens.lemma(i).length;
    }
  }
  return units;
}

console.log(
  `${(text.length / 1e6).toFixed(1)} million characters in ${lines.length} lines, best of ${rounds} rounds\n`,
);

const hasMecab = mecabFound();
if (hasMecab) {
  const expected = mecabFull(file);
  const different = lines.filter((line, i) => {
    const tokens = tokenizer.tokenize(line);
    let own = "";
    for (let k = 0; k < tokens.length; k++) own += `${tokens.surface(k)}\t${tokens.feature(k)}\n`;
    return own !== expected[i];
  });
  const share = (100 * (lines.length - different.length)) / lines.length;
  say(
    "lines equal to MeCab, surfaces and features",
    `${lines.length - different.length} of ${lines.length} (${share.toFixed(4)} %)`,
  );
} else {
  console.log("MeCab is not installed (apt-get install mecab mecab-ipadic-utf8): no equality, no ratio to it\n");
}

const mecab: number[] = [];
const own: number[] = [];
const withFeatures: number[] = [];
for (let round = 0; round < rounds; round++) {
  if (hasMecab) mecab.push(mecabWakatiSeconds(file));
  own.push(seconds(() => surfaces(lines)));
  withFeatures.push(seconds(() => surfacesAndFeatures(lines)));
}
say("seconds, one thread, surfaces", best(own).toFixed(2));
if (hasMecab) {
  say("seconds, mecab -Owakati", best(mecab).toFixed(2));
  say("times MeCab's speed (goal 1.75)", (best(mecab) / best(own)).toFixed(2));
}
say(
  "cost of reading part of speech and lemma too (limit 40 %)",
  `${(100 * (best(withFeatures) / best(own) - 1)).toFixed(0)} %`,
);

// kuromoji.js needs most of a minute for all lines; every fourth stands for them, for both.
const sample = lines.filter((_, i) => i % 4 === 0);
const kuromoji = await kuromojiTokenizer();
const theirs: number[] = [];
const ours: number[] = [];
for (let round = 0; round < rounds; round++) {
  theirs.push(seconds(() => sample.forEach((line) => void kuromoji(line))));
  ours.push(seconds(() => surfaces(sample)));
}
say("times kuromoji.js's speed (goal 20)", (best(theirs) / best(ours)).toFixed(1));

const loads = Array.from({ length: 3 }, () => measureInChild("own"));
const theirLoads = Array.from({ length: 3 }, () => measureInChild("kuromoji"));
const load = best(loads.map(({ milliseconds }) => milliseconds));
const theirLoad = best(theirLoads.map(({ milliseconds }) => milliseconds));
say("milliseconds to load, own and kuromoji.js", `${load.toFixed(0)} and ${theirLoad.toFixed(0)}`);
say("share of kuromoji.js's load time (limit 0.25)", (load / theirLoad).toFixed(2));
say("resident memory after load (limit 160 MB)", megabytes(best(loads.map(({ resident }) => resident))));

const long = text.replace(/[\p{P}\p{S}\p{Z}\s]/gu, "").slice(0, 1_750_000);
const normal = text.slice(0, long.length);
const longTimes: number[] = [];
const normalTimes: number[] = [];
for (let round = 0; round < rounds; round++) {
  longTimes.push(seconds(() => surfaces([long])));
  normalTimes.push(seconds(() => surfaces(normal.split("\n"))));
}
say(
  `rate on a line of ${megabytes(Buffer.byteLength(long))} without punctuation (goal 0.8)`,
  (best(normalTimes) / best(longTimes)).toFixed(2),
);
say("scratch memory of the lattice after it", megabytes(tokenizer.scratchBytes));

const { speedup, sharedBytes } = await twoWorkers(tokenizer.dictionary.buffer, file, rounds);
say(`times one worker's speed with two, sharing ${megabytes(sharedBytes)} (goal 1.8)`, speedup.toFixed(2));
if (hasMecab) {
  // What this machine gives two programs that share nothing.
  const halves = [0, 1].map((half) => {
    const path = join(folder, `half-${half}.txt`);
    writeFileSync(path, `${lines.filter((_, i) => i % 2 === half).join("\n")}\n`);
    return path;
  });
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < rounds; round++) {
    one.push(await mecabTogetherSeconds([file]));
    two.push(await mecabTogetherSeconds(halves));
  }
  say("the same of two mecab processes, as a yardstick", (best(one) / best(two)).toFixed(2));
}

rmSync(folder, { recursive: true });
