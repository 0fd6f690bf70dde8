/** Trains data/models/sentiment.bin on the project's sentences and chABSA's; the same bytes at every run. */
import { mkdirSync, writeFileSync } from "node:fs";
import { encodeModel } from "../src/annotate/sentiment/model/linear-model.ts";
import { MODEL } from "../src/annotate/sentiment/resources.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { chabsaExamples, ownExamples } from "./sentiment/examples.ts";
import { rowsOf, rulesOnly } from "./sentiment/rows.ts";
import { CHABSA_WEIGHT, crossValidate, fitTemperature, OPTIONS, quantise } from "./sentiment/sentence-model.ts";
import { trainLinear } from "./sentiment/train-linear.ts";

const tokenizer = await loadTokenizer();
const rules = rulesOnly();
const own = rowsOf(ownExamples(), tokenizer, rules, 1);
const chabsa = rowsOf(chabsaExamples(), tokenizer, rules, CHABSA_WEIGHT);
const heldOut = crossValidate(own, ({ example }) => example.subject, chabsa);
const temperature = fitTemperature(heldOut);
const model = quantise(trainLinear([...own, ...chabsa], OPTIONS), temperature);
mkdirSync("data/models", { recursive: true });
const bytes = encodeModel(model);
writeFileSync(MODEL, bytes);
console.log(`${MODEL}: ${bytes.length} bytes from ${own.length} + ${chabsa.length} texts, temperature ${temperature}`);
