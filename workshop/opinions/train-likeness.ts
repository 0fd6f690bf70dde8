/**
 * Learns when two claims are of one opinion, and writes data/models/opinion-likeness.json: `npx tsx workshop/opinions/train-likeness.ts`.
 *
 * First where words lie among the grounds that public debate argues from (ridge regression from the vectors of the
 * comments in `workshop/training/comments` to their considerations), then what each sign of likeness weighs (logistic
 * regression on pairs of claims of the threads t2, t4, t6 and t8).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { loadStopWords } from "../../src/measure/content-words.ts";
import { sayingsOf } from "../../src/measure/opinions/items.ts";
import { signsOf } from "../../src/measure/opinions/likeness/likeness.ts";
import type { Projection, StoredLikeness } from "../../src/measure/opinions/likeness/model.ts";
import { normalise } from "../../src/measure/opinions/likeness/rows.ts";
import { sentenceVectors } from "../../src/measure/opinions/likeness/sentence-vectors.ts";
import { wordBags } from "../../src/measure/opinions/likeness/word-bags.ts";
import { C, ContentWords } from "../../src/measure/opinions/words/content.ts";
import { loadResources } from "../../src/resources.ts";
import { readWordVectors } from "../../src/words/word-vectors.ts";
import { chiefArguments, trainingThread } from "../accuracy/gold-threads.ts";
import { logistic } from "./logistic.ts";
import { ridge } from "./ridge.ts";

const SHARE = 0.8;
const PENALTY = 30;
/**
 * What is kept of the weight of words in common. Two claims that share a rare word are of one opinion with good odds, but
 * neighbours that are chosen by one word tie what is not alike: of .15, .3, .45 and 1 this gave the best groups on t2 to t8.
 */
const WORDS = 0.45;

const resources = await loadResources();
const vectors = readWordVectors(readFileSync("data/models/word-vectors.bin"));
const content = new ContentWords(loadStopWords());

const comments = [1, 2, 3].flatMap((file) =>
  readFileSync(`workshop/training/comments/written-${file}.tsv`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("measure\t"))
    .map((line) => {
      const [, , , , considerations = "", text = ""] = line.split("\t");
      return { considerations: considerations === "" ? [] : considerations.split(","), text };
    }),
);
const grounds = [...new Set(comments.flatMap(({ considerations }) => considerations))].sort();
const size = vectors.dimensions;
const inputs = comments.map(({ text }) => {
  const tokens = resources.tokenizer.tokenize(text);
  const sum = new Float32Array(size);
  for (let row = 0; row < tokens.length; row++) {
    const kind = content.kind(tokens, row);
    if (kind === C.none || kind > C.adverb) continue;
    let place = vectors.find(tokens.text, tokens.start(row), tokens.end(row));
    if (place < 0) place = vectors.find(tokens.lemma(row));
    if (place >= 0) vectors.add(place, 1e-3 / (1e-3 + vectors.frequency(place)), sum);
  }
  normalise(sum);
  return sum;
});
const mean = new Float32Array(size);
for (const input of inputs) for (let d = 0; d < size; d++) mean[d]! += input[d]! / inputs.length;
for (const input of inputs) {
  for (let d = 0; d < size; d++) input[d]! -= mean[d]!;
  normalise(input);
}
const outputs = comments.map(({ considerations }) =>
  Float64Array.from(grounds, (g) => (considerations.includes(g) ? 1 : 0)),
);
const frequency = grounds.map((_, g) => outputs.reduce((sum, row) => sum + row[g]!, 0) / outputs.length);
for (const row of outputs) for (const [g, f] of frequency.entries()) row[g] = (row[g]! - f) / Math.sqrt(f + 0.01);
const matrix = ridge(inputs, outputs, PENALTY).map((row) => Array.from(row, (value) => Number(value.toFixed(3))));
const projection: Projection = { matrix: Float32Array.from(matrix.flat()), grounds: grounds.length, share: SHARE };

const rows: number[][] = [];
const same: number[] = [];
for (const name of ["t2", "t4", "t6", "t8"]) {
  const thread = trainingThread(name, resources);
  const sayings = sayingsOf([thread.analysis]);
  const signs = signsOf(sayings, sentenceVectors(sayings, vectors, content, projection), wordBags(sayings, content));
  const gold = chiefArguments(thread);
  for (let a = 0; a < gold.length; a++) {
    for (let b = 0; b < a; b++) {
      if (gold[a] === null || gold[b] === null || sayings.items[a]!.voice === sayings.items[b]!.voice) continue;
      const { vectors, words, considerations, reply } = signs(a, b);
      rows.push([vectors, words, considerations, reply]);
      same.push(gold[a] === gold[b] ? 1 : 0);
    }
  }
}
const [bias, ...slopes] = logistic(rows, same);
const rounded = slopes.map((value) => Number(value.toFixed(3)));
const stored: StoredLikeness = {
  grounds,
  share: SHARE,
  weights: {
    bias: Number(bias!.toFixed(3)),
    vectors: rounded[0]!,
    words: Number((rounded[1]! * WORDS).toFixed(3)),
    considerations: rounded[2]!,
    reply: rounded[3]!,
  },
  matrix,
};
const lines = stored.matrix.map((row) => `    [${row.join(", ")}]`).join(",\n");
const { matrix: _, ...head } = stored;
writeFileSync(
  "data/models/opinion-likeness.json",
  `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "matrix": [\n${lines}\n  ]\n}\n`,
);
console.log(
  `${comments.length} comments, ${grounds.length} grounds; ${rows.length} pairs of claims, ${same.filter(Boolean).length} of one argument`,
);
console.log(stored.weights);
