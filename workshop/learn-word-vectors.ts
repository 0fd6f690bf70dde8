import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gunzipSync } from "node:zlib";
import { foldWidth } from "../src/text/dates/fold-width.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { hashText } from "../src/words/hash-text.ts";
import { pack } from "../src/words/packed.ts";
import { bitsOf, Is } from "../src/words/token-bits.ts";
import { WORD_VECTORS } from "../src/words/word-vectors.ts";
import { readVectors } from "./entities/vectors/read-vectors.ts";
import { principalComponents } from "./vectors/principal-components.ts";
import { otherSpellings } from "./vectors/spellings.ts";

/**
 * Reduces the word vectors chiVe and writes `data/models/word-vectors.bin`; the same vectors give the same bytes.
 *
 * The vectors are read from the wheel ja-ginza 5.2.0 of the Python package index, which `pip` fetches into a folder beside the
 * repository where it is absent; its other parts are not looked at. Kept are words that are one token here, and runs of up
 * to four nouns that the texts below have; the rarity of a word is counted on these. Of unknown words only those that were met.
 */
const WHEEL = process.env.WHEEL ?? "../wheels/ja_ginza-5.2.0-py3-none-any.whl";
const OUT = process.env.OUT ?? "data/models/word-vectors.bin";
const DIMENSIONS = 150;
const MOST_TOKENS = 4;
/** How often an unseen word is thought to have been met. */
const UNSEEN = 0.3;
/** No numbers, faces made of marks, or scraps of code. */
const WORDLIKE = /^[\p{L}\p{M}ー・々＝=.'&-]{1,16}$/u;

if (!existsSync(WHEEL))
  execFileSync("pip", ["download", "--no-deps", "--dest", dirname(WHEEL), "ja-ginza==5.2.0"], { stdio: "inherit" });
const vectors = readVectors(WHEEL);
const tokenizer = await loadTokenizer();

const texts = {
  long: gunzipSync(readFileSync("../shared/data/speed-corpus.txt.gz")).toString("utf8"),
  short: [
    ...readFileSync("../shared/data/comments_real_pool.jsonl", "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).text as string),
    ...[1, 2, 3].flatMap((part) =>
      readFileSync(`workshop/training/comments/written-${part}.tsv`, "utf8")
        .split("\n")
        .map((line) => line.split("\t")[5] ?? ""),
    ),
  ].join("\n"),
};
const frequency = meanFrequency(Object.values(texts).map(countWords));

const kept: { readonly word: string; readonly row: number; readonly share: number }[] = [];
const seen = new Set<string>();
for (const [word, row] of vectors.words) {
  const folded = foldWidth(word);
  if (!WORDLIKE.test(folded) || seen.has(folded)) continue;
  const tokens = tokenizer.tokenize(folded);
  const met = frequency.get(folded);
  if (met === undefined && (tokens.length > 1 || tokens.unknown(0))) continue;
  if (tokens.length > MOST_TOKENS) continue;
  seen.add(folded);
  kept.push({ word: folded, row, share: met ?? 0 });
}
const { rows, steps } = reduce();
for (const [word, { row, share }] of otherSpellings(frequency.keys(), kept, tokenizer))
  kept.push({ word, row, share: frequency.get(word) ?? share });
let places = 16;
while (places * 0.8 < kept.length) places *= 2;
const table = { words: new Uint32Array(places), rowOf: new Uint16Array(places), rarity: new Uint8Array(places) };
for (const { word, row, share } of kept) {
  const hash = hashText(word, 0, word.length);
  let place = hash & (places - 1);
  while (table.words[place] !== 0 && table.words[place] !== (hash >>> 0 || 1)) place = (place + 1) & (places - 1);
  if (table.words[place] !== 0) continue;
  table.words[place] = hash >>> 0 || 1;
  table.rowOf[place] = row;
  table.rarity[place] = Math.min(255, Math.round(-8 * Math.log2(Math.max(share, 2 ** -30))));
}
const bytes = pack(WORD_VECTORS, { ...table, rows, steps });
writeFileSync(OUT, bytes);
process.stderr.write(`${OUT}: ${bytes.length} bytes, ${kept.length} words\n`);

/** Counts lemmas, surfaces that differ from them, and runs of nouns. */
function countWords(text: string): { readonly counts: Map<string, number>; readonly total: number } {
  const counts = new Map<string, number>();
  let total = 0;
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const line of text.split("\n")) {
    const tokens = tokenizer.tokenize(line);
    total += tokens.length;
    for (let i = 0; i < tokens.length; i++) {
      const [surface, lemma] = [foldWidth(tokens.surface(i)), foldWidth(tokens.lemma(i))];
      count(surface);
      if (lemma !== surface) count(lemma);
      let run = surface;
      for (
        let j = i + 1;
        j < Math.min(i + MOST_TOKENS, tokens.length) && isNoun(tokens.pos(j - 1)) && isNoun(tokens.pos(j));
        j++
      ) {
        if (tokens.start(j) !== tokens.end(j - 1)) break;
        run += foldWidth(tokens.surface(j));
        count(run);
      }
    }
  }
  return { counts, total };
}

function isNoun(pos: string): boolean {
  return (bitsOf(pos, "*") & (Is.noun | Is.prefix)) !== 0;
}

/** Returns the mean over texts of each word's share, so that a long text does not outvote a short one. */
function meanFrequency(texts: readonly { readonly counts: Map<string, number>; readonly total: number }[]) {
  const shares = new Map<string, number>();
  for (const { counts, total } of texts)
    for (const [word, count] of counts)
      shares.set(word, (shares.get(word) ?? 0) + (count + UNSEEN) / total / texts.length);
  return shares;
}

/** Returns the rows around their mean, on the directions in which words differ most, each of length 1. */
function reduce(): { readonly rows: Int8Array; readonly steps: Float32Array } {
  const size = vectors.dimensions;
  const count = vectors.rows.length / size;
  const words = new Float32Array(count);
  for (const { row } of kept) words[row]!++;
  // A row stands for up to 1,400 words: the root keeps large ones from pulling in all directions.
  const weights = words.map(Math.sqrt);
  const full = vectors.rows.slice();
  for (let row = 0; row < count; row++) normalise(full, row * size, size);
  const mean = new Float64Array(size);
  let total = 0;
  for (let row = 0; row < count; row++) {
    total += weights[row]!;
    for (let d = 0; d < size; d++) mean[d]! += weights[row]! * full[row * size + d]!;
  }
  for (let row = 0; row < count; row++) for (let d = 0; d < size; d++) full[row * size + d]! -= mean[d]! / total;
  const directions = principalComponents(full, size, weights, DIMENSIONS);
  const rows = new Int8Array(count * DIMENSIONS);
  const steps = new Float32Array(count);
  const reduced = new Float32Array(DIMENSIONS);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < DIMENSIONS; k++) {
      let dot = 0;
      for (let d = 0; d < size; d++) dot += full[row * size + d]! * directions[k * size + d]!;
      reduced[k] = dot;
    }
    normalise(reduced, 0, DIMENSIONS);
    let most = 0;
    for (const value of reduced) most = Math.max(most, Math.abs(value));
    steps[row] = most / 127 || 1;
    for (let k = 0; k < DIMENSIONS; k++) rows[row * DIMENSIONS + k] = Math.round(reduced[k]! / steps[row]!);
  }
  return { rows, steps };
}

function normalise(values: Float32Array, start: number, size: number): void {
  let norm = 0;
  for (let d = start; d < start + size; d++) norm += values[d]! ** 2;
  norm = Math.sqrt(norm) || 1;
  for (let d = start; d < start + size; d++) values[d]! /= norm;
}
