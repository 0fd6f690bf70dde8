/** Trains the models of sentences and of targets on the project's sentences and chABSA's; the same bytes at every run. */
import { mkdirSync, writeFileSync } from "node:fs";
import { MODEL, TARGET_MODEL } from "../src/annotate/sentiment/resources.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { tonedComments } from "./sentiment/comments.ts";
import { crossValidate, fitTemperature, quantise } from "./sentiment/cross-validate.ts";
import { encodeModel } from "./sentiment/encode-model.ts";
import { chabsaExamples, ownExamples } from "./sentiment/examples.ts";
import {
  CHABSA_TARGET_WEIGHT,
  CHABSA_WEIGHT,
  ownFoldOf,
  SENTENCE_OPTIONS,
  SILVER_WEIGHT,
  TARGET_OPTIONS,
} from "./sentiment/options.ts";
import { commentRowsOf, rowsOf, rulesOnly } from "./sentiment/rows.ts";
import { silverTargets } from "./sentiment/silver-targets.ts";
import { chabsaTargets, goldTargets, writtenTargets } from "./sentiment/target-examples.ts";
import { targetRowsOf } from "./sentiment/target-rows.ts";
import { type TrainingRow, type TrainOptions, trainLinear } from "./sentiment/train-linear.ts";

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
  const temperature = fitTemperature(crossValidate(rows, fold, always, options));
  const model = quantise(trainLinear([...rows, ...always], options), options.classes, temperature);
  const bytes = encodeModel(model);
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes from ${rows.length + always.length} rows, temperature ${temperature}`);
}

const own = rowsOf(ownExamples(), tokenizer, rules, 1);
const chabsa = rowsOf(chabsaExamples(), tokenizer, rules, CHABSA_WEIGHT);
const commentRows = commentRowsOf(tonedComments(), tokenizer, rules);
// Sites of which all is known and sites of which nothing is are both met: comments are held out by quarters, subjects whole.
const fold = new Map([...own, ...commentRows].map((row, i) => [row, ownFoldOf(row.example.subject, i)]));
train(MODEL, [...fold.keys()], (row) => fold.get(row)!, chabsa, SENTENCE_OPTIONS);

const comments = targetRowsOf([...goldTargets("test/gold/targets-a.jsonl"), ...writtenTargets()], tokenizer, rules, 1);
const aspects = targetRowsOf(chabsaTargets(), tokenizer, rules, CHABSA_TARGET_WEIGHT);
const silver = targetRowsOf(silverTargets(ownExamples(), tokenizer), tokenizer, rules, SILVER_WEIGHT);
const folds = new Map(
  [...new Set(comments.map(({ example }) => example.group))].map((group, i) => [group, `${i % 4}`]),
);
train(TARGET_MODEL, comments, ({ example }) => folds.get(example.group)!, [...aspects, ...silver], TARGET_OPTIONS);
