/** Trains the models of sentences and of targets on the project's sentences and chABSA's; the same bytes at every run. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readLexicons } from "../src/annotate/sentiment/lexicon/read-lexicons.ts";
import { SLOT_COLUMNS } from "../src/annotate/sentiment/model/tone-model.ts";
import { MODEL, TARGET_MODEL } from "../src/annotate/sentiment/resources.ts";
import { tokenBits } from "../src/annotate/sentiment/rules/token-bits.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { loadFolding } from "../src/words/fold.ts";
import { tonedComments } from "./sentiment/comments.ts";
import { crossValidate, fitTemperature, inSteps, linear, quantise, stepOf } from "./sentiment/cross-validate.ts";
import { encodeModel, encodeToneModel } from "./sentiment/encode-model.ts";
import { chabsaExamples, ownExamples } from "./sentiment/examples.ts";
import { foldVectors } from "./sentiment/fold-vectors.ts";
import { CHABSA_TARGET_WEIGHT, CHABSA_WEIGHT, quarterOf, SILVER_WEIGHT, TARGET_OPTIONS } from "./sentiment/options.ts";
import { commentRowsOf, type ExampleRow, rowsOf, rulesOnly, unitOf, wordVectors } from "./sentiment/rows.ts";
import { silverTargets } from "./sentiment/silver-targets.ts";
import { chabsaTargets, goldTargets, writtenTargets } from "./sentiment/target-examples.ts";
import { targetRowsOf } from "./sentiment/target-rows.ts";
import { type TrainingRow, type TrainOptions, trainLinear } from "./sentiment/train-linear.ts";
import { joinColumns, learnTone, trainTone } from "./sentiment/train-tone.ts";
import { eachWord } from "./sentiment/word-vectors.ts";

const tokenizer = await loadTokenizer();
const rules = rulesOnly();
mkdirSync("data/models", { recursive: true });

function train<Row extends TrainingRow>(
  path: string,
  rows: readonly Row[],
  fold: (row: Row) => string,
  always: readonly TrainingRow[],
  options: TrainOptions,
): void {
  const temperature = fitTemperature(crossValidate<Row, TrainingRow>(rows, fold, always, linear(options)));
  const model = quantise(trainLinear([...rows, ...always], options), options.classes, temperature);
  const bytes = encodeModel(model);
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes from ${rows.length + always.length} rows, temperature ${temperature}`);
}

/** Words of the texts that teach and of the lexicon. */
function vocabulary(rows: readonly ExampleRow[]): Set<string> {
  const words = new Set(
    readLexicons((path) => readFileSync(path, "utf8"), loadFolding(dataReader())).map(({ text }) => text),
  );
  for (const { example } of rows) {
    const { tokens } = unitOf(example.text, tokenizer);
    eachWord(tokens, tokenBits(tokens, rules), (word) => words.add(word));
  }
  return words;
}

function trainToneModel(
  rows: readonly ExampleRow[],
  fold: (row: ExampleRow) => string,
  always: readonly ExampleRow[],
): void {
  const temperature = fitTemperature(crossValidate(rows, fold, always, learnTone));
  const all = [...rows, ...always];
  const trained = trainTone(all);
  const columns = joinColumns(trained);
  foldVectors(columns, trained, wordVectors(), vocabulary(all));
  const genre = columns.slots.filter((_, i) => i % SLOT_COLUMNS === 3);
  const scales = {
    scale: stepOf(columns.slots.filter((_, i) => i % SLOT_COLUMNS !== 3)),
    genreScale: stepOf(genre),
    temperature,
  };
  const slots = Int8Array.from(columns.slots, (weight, i) =>
    inSteps(weight, i % SLOT_COLUMNS === 3 ? scales.genreScale : scales.scale),
  );
  const bytes = encodeToneModel(Float32Array.from(columns.rules), slots, scales);
  writeFileSync(MODEL, bytes);
  console.log(`${MODEL}: ${bytes.length} bytes from ${all.length} rows, temperature ${temperature}`);
}

const own = rowsOf(ownExamples(), tokenizer, rules, 1);
const chabsa = rowsOf(chabsaExamples(), tokenizer, rules, CHABSA_WEIGHT);
const commentRows = commentRowsOf(tonedComments(), tokenizer, rules);
// Sites of which all is known and sites of which nothing is are both met: comments are held out by quarters, subjects whole.
const fold = new Map([...own, ...commentRows].map((row, i) => [row, quarterOf(row.example.subject, i)]));
trainToneModel([...fold.keys()], (row) => fold.get(row)!, chabsa);

const comments = targetRowsOf([...goldTargets("test/gold/targets-a.jsonl"), ...writtenTargets()], tokenizer, rules, 1);
const aspects = targetRowsOf(chabsaTargets(), tokenizer, rules, CHABSA_TARGET_WEIGHT);
const silver = targetRowsOf(silverTargets(ownExamples(), tokenizer), tokenizer, rules, SILVER_WEIGHT);
const folds = new Map(
  [...new Set(comments.map(({ example }) => example.group))].map((group, i) => [group, `${i % 4}`]),
);
train(TARGET_MODEL, comments, ({ example }) => folds.get(example.group)!, [...aspects, ...silver], TARGET_OPTIONS);
