/** Trains the model of considerations on the project's comments; the same bytes at every run. */
import { writeFileSync } from "node:fs";
import { loadConsiderationList } from "../src/annotate/considerations/consideration-list.ts";
import { CONSIDERATION_MODEL, WIDTH, WORD_WIDTH } from "../src/annotate/considerations/consideration-model.ts";
import { surest } from "../src/annotate/considerations/find-considerations.ts";
import { CONSIDERATIONS } from "../src/annotate/considerations/resources.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { placeFeatures } from "../src/words/feature-rows.ts";
import { loadWordVectors } from "../src/words/load-word-vectors.ts";
import { pack } from "../src/words/packed.ts";
import { SMOOTH } from "../src/words/word-vectors.ts";
import { consideredComments, listedRows, subjectReader } from "./considerations/examples.ts";
import { calibrate, crossValidate, GRAM_SCALE, learn, thresholdsOf, VECTOR_SCALE } from "./considerations/learn.ts";
import { scoreSets } from "./considerations/scores.ts";
import { keepLargest, largestOfRows, quantise } from "./linear/quantise.ts";

/** Features with the largest weights that are kept. */
const KEPT = 21_000;
/** Rows of the word vectors that are kept: those with the largest weights. */
const KEPT_WORDS = 20_000;

const list = loadConsiderationList(dataReader());
const classes = list.length + 1;
const { vectors, mark } = loadWordVectors(dataReader());
const read = subjectReader(await loadTokenizer(), vectors);
const [comments, listed] = [consideredComments(list, read), listedRows(list, read)];

const held = crossValidate(comments, listed, classes);
const thresholds = thresholdsOf(held, classes);
const calibration = calibrate(held, thresholds);
const { micro, macro, precision, recall } = scoreSets(
  held.map(({ row, probabilities }) => [row.gold, surest(probabilities, thresholds)]),
  list.length,
);
console.log("held out by measure:", { micro, macro, precision, recall }, "calibration", [...calibration]);

const { index, weights } = learn([...comments, ...listed], classes);
const dimensions = vectors.dimensions;
const grams = keepLargest(weights.subarray(0, index.size * classes), classes, KEPT);
const rows = wordRows(weights.subarray(index.size * classes, (index.size + dimensions) * classes));
const words = keepLargest(rows, classes, KEPT_WORDS);
const wordRow = new Uint16Array(rows.length / classes);
words.kept.forEach((row, i) => {
  wordRow[row] = i + 1;
});
const gramRows = largestOfRows(grams.weights, classes, WIDTH);
const ofWords = largestOfRows(words.weights, classes, WORD_WIDTH);
const [gramSteps, wordSteps] = [quantise(gramRows.weights), quantise(ofWords.weights)];
const bytes = pack(
  CONSIDERATION_MODEL,
  {
    ...placeFeatures(grams.kept.map((row) => index.hashes[row]!)),
    cells: cellsOf(gramSteps.steps, gramRows.classOf),
    wordRow,
    wordCells: cellsOf(wordSteps.steps, ofWords.classOf),
    bias: weights.slice((index.size + dimensions) * classes),
    thresholds,
    calibration,
  },
  {
    scale: Math.fround(gramSteps.scale * GRAM_SCALE),
    wordScale: Math.fround(wordSteps.scale * VECTOR_SCALE),
    vectors: mark,
    smooth: SMOOTH,
  },
);
writeFileSync(CONSIDERATIONS, bytes);
console.log(`${CONSIDERATIONS}: ${bytes.length} bytes from ${comments.length} comments, ${index.size} features`);

/** Returns what each row of the word vectors weighs: the vector times the weights of its dimensions. */
function wordRows(ofDimensions: Float32Array): Float32Array {
  const made = new Float32Array(vectors.rows * classes);
  const vector = new Float32Array(dimensions);
  for (let row = 0; row < vectors.rows; row++) {
    vector.fill(0);
    vectors.addRow(row, 1, vector);
    for (let d = 0; d < dimensions; d++) {
      const value = vector[d]!;
      for (let c = 0; c < classes; c++) made[row * classes + c]! += value * ofDimensions[d * classes + c]!;
    }
  }
  return made;
}

/** Returns weights and their classes in one number each, so that one look at memory serves both. */
function cellsOf(steps: Int8Array, classOf: Uint8Array): Int16Array {
  return Int16Array.from(steps, (step, k) => (step << 8) | classOf[k]!);
}
