import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { hashText } from "../src/annotate/entities/model/hash.ts";
import { seededRandom } from "../src/measure/random.ts";
import { foldWidth } from "../src/text/dates/fold-width.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { bitsOf, Is } from "../src/words/token-bits.ts";
import { kMeans } from "./entities/vectors/k-means.ts";
import { readVectors } from "./entities/vectors/read-vectors.ts";
import { writeWordKinds } from "./entities/write-word-kinds.ts";

/**
 * Clusters the word vectors chiVe and writes `data/models/word-kinds.bin`; the same vectors give the same bytes.
 *
 * The vectors are read from the wheel ja-ginza 5.2.0 of the Python package index, which `pip` fetches into a folder beside the
 * repository where it is absent; its other parts are not looked at. Kept are the words that are one token here, and runs of up to four nouns that the vectors know as one word.
 */
const WHEEL = process.env.WHEEL ?? "../wheels/ja_ginza-5.2.0-py3-none-any.whl";
const OUT = process.env.OUT ?? "data/models/word-kinds.bin";
const [KINDS, FAMILIES, ROUNDS] = [512, 64, 12];
const MOST_TOKENS = 4;
/** No numbers, faces made of marks, or scraps of code. */
const NAMELIKE = /^[\p{L}\p{M}ー・々＝=.'&-]{1,16}$/u;

if (!existsSync(WHEEL))
  execFileSync("pip", ["download", "--no-deps", "--dest", dirname(WHEEL), "ja-ginza==5.2.0"], { stdio: "inherit" });
const { words, rows, dimensions } = readVectors(WHEEL);
const weights = new Float32Array(rows.length / dimensions);
for (const [, row] of words) weights[row]!++;
// A row stands for up to 1,400 words: the root keeps large ones from pulling in all centres.
for (let row = 0; row < weights.length; row++) weights[row] = Math.sqrt(weights[row]!);
const kinds = kMeans(rows, dimensions, KINDS, ROUNDS, seededRandom(21), weights);
const sizes = new Float32Array(KINDS);
for (const kind of kinds.assigned) sizes[kind]!++;
const families = kMeans(kinds.centres, dimensions, FAMILIES, ROUNDS, seededRandom(22), sizes);

const tokenizer = await loadTokenizer();
const single: [number, number][] = [];
const several: [number, number][] = [];
for (const [word, row] of words) {
  const folded = foldWidth(word);
  if (!NAMELIKE.test(folded)) continue;
  const tokens = tokenizer.tokenize(folded);
  const kind = kinds.assigned[row]!;
  const pair: [number, number] = [hashText(folded, 0, folded.length), kind + 1];
  if (tokens.length === 1) single.push(pair);
  else if (tokens.length <= MOST_TOKENS && isNouns(tokens)) several.push(pair);
}
const bytes = writeWordKinds(
  [...single, ...several],
  Uint8Array.of(0, ...Array.from(families.assigned, (family) => family + 1)),
);
writeFileSync(OUT, bytes);
process.stderr.write(`${OUT}: ${bytes.length} bytes, ${single.length} tokens and ${several.length} longer words\n`);

function isNouns(tokens: ReturnType<typeof tokenizer.tokenize>): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const pos = tokens.pos(i);
    if ((bitsOf(pos, "*") & Is.noun) === 0 && !pos.startsWith("接頭詞")) return false;
  }
  return true;
}
