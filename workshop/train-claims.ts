/** Trains the model of the kinds of claims on the project's and on real comments; the same bytes at every run. */
import { writeFileSync } from "node:fs";
import { KIND_MODEL } from "../src/annotate/claims/kind-model.ts";
import { KIND_RULES } from "../src/annotate/claims/kind-rules.ts";
import { CLAIM_MODEL, loadClaimRules } from "../src/annotate/claims/resources.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { CLAIM_KINDS } from "../src/model/layers.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { placeFeatures } from "../src/words/feature-rows.ts";
import { loadFolding } from "../src/words/fold.ts";
import { loadWordVectors } from "../src/words/load-word-vectors.ts";
import { pack } from "../src/words/packed.ts";
import { type KindExample, kindRows, ownExamples, poolExamples, writtenExamples } from "./claims/examples.ts";
import { crossValidateKinds, type HeldOutKind, learnKinds, VECTOR_SCALE } from "./claims/learn.ts";
import { keepLargest, quantise } from "./linear/quantise.ts";
import { softmax } from "./linear/train-rows.ts";
import { scoresOf } from "./sentiment/scores.ts";

const KINDS = CLAIM_KINDS.length;
/** Features with the largest weights that are kept. */
const KEPT = 21_000;

const reader = { tokenizer: await loadTokenizer(), folding: loadFolding(dataReader()) };
const rules = loadClaimRules(dataReader());
const { vectors, mark } = loadWordVectors(dataReader());
const rowsOf = (examples: readonly KindExample[]) => kindRows(examples, reader, rules, vectors);
const pool = rowsOf(poolExamples());
const always = [...rowsOf(writtenExamples()), ...rowsOf(ownExamples())];

const held = crossValidateKinds(pool, always);
const temperature = fitTemperature(held);
const said = held.map(({ row, logits }) => row.rule?.kind ?? CLAIM_KINDS[logits.indexOf(Math.max(...logits))]!);
console.log("held-out real sentences:", scoresOf(held.map(({ row }, i) => [row.example.kind, said[i]!])));

const { index, weights } = learnKinds([...pool, ...always]);
const { kept, weights: largest } = keepLargest(weights.subarray(0, index.size * KINDS), KINDS, KEPT);
const [grams, words] = [quantise(largest), quantise(wordRows(weights.subarray(index.size * KINDS)))];
const bytes = pack(
  KIND_MODEL,
  {
    ...placeFeatures(kept.map((row) => index.hashes[row]!)),
    weights: grams.steps,
    wordWeights: words.steps,
  },
  {
    scale: Math.fround(grams.scale),
    wordScale: Math.fround(words.scale * VECTOR_SCALE),
    temperature,
    vectors: mark,
    ...ruleFacts(),
  },
);
writeFileSync(CLAIM_MODEL, bytes);
console.log(
  `${CLAIM_MODEL}: ${bytes.length} bytes from ${pool.length + always.length} sentences, temperature ${temperature}`,
);

/** The temperature that makes held-out kinds most likely (Guo et al. 2017), to two digits. */
function fitTemperature(rows: readonly HeldOutKind[]): number {
  const modelled = rows.filter(({ row }) => row.rule === null);
  let [found, least] = [1, Number.POSITIVE_INFINITY];
  for (let hundredths = 40; hundredths < 300; hundredths += 2) {
    let loss = 0;
    for (const { row, logits } of modelled) {
      const p = logits.map((logit) => logit / (hundredths / 100));
      softmax(p);
      loss -= Math.log(Math.max(1e-9, p[row.label]!));
    }
    if (loss < least) [found, least] = [hundredths / 100, loss];
  }
  return found;
}

/** How often each rule is right: on real sentences, and on single sentences that were written, these counting a third. */
function ruleFacts(): Record<string, number> {
  const single = always.filter(({ pieces }) => pieces === 1);
  return Object.fromEntries(
    KIND_RULES.map(({ name }) => {
      let [right, all] = [2, 2.5];
      for (const [rows, weight] of [[pool, 1] as const, [single, 1 / 3] as const]) {
        for (const { rule, example } of rows) {
          if (rule?.name !== name) continue;
          all += weight;
          if (rule.kind === example.kind) right += weight;
        }
      }
      return [`sure: ${name}`, Math.round((100 * right) / all) / 100];
    }),
  );
}

/** Returns what each row of the word vectors weighs: the vector times the weights of its dimensions. */
function wordRows(ofDimensions: Float32Array): Float32Array {
  const made = new Float32Array(vectors.rows * KINDS);
  const vector = new Float32Array(vectors.dimensions);
  for (let row = 0; row < vectors.rows; row++) {
    vector.fill(0);
    vectors.addRow(row, 1, vector);
    for (let d = 0; d < vector.length; d++) {
      for (let c = 0; c < KINDS; c++) made[row * KINDS + c]! += vector[d]! * ofDimensions[d * KINDS + c]!;
    }
  }
  return made;
}
