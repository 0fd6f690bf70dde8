/** Turns labelled texts into rows to learn from, with the very features that scoring uses. */
import { blankModel, LABELS, TARGET_LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { RULE_FEATURES, ruleFeatures } from "../../src/annotate/sentiment/model/rule-features.ts";
import { Slots } from "../../src/annotate/sentiment/model/slots.ts";
import { blankToneModel } from "../../src/annotate/sentiment/model/tone-model.ts";
import { UnitReader } from "../../src/annotate/sentiment/read-unit.ts";
import { loadRules, type SentimentResources } from "../../src/annotate/sentiment/resources.ts";
import { TARGET_FEATURES } from "../../src/annotate/sentiment/targets/target-rules.ts";
import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";
import type { Example } from "./examples.ts";
import { MIXED_COMMENT_WEIGHT, VECTOR_SCALE } from "./options.ts";
import type { TrainingRow } from "./train-linear.ts";
import { eachWord, loadWordVectors, type WordVectors } from "./word-vectors.ts";

/** A labelled text as a row of features. */
export interface ExampleRow extends TrainingRow {
  readonly example: Example;
}

/** The rules alone. */
export function rulesOnly(): SentimentResources {
  return loadRules(dataReader(), [], {
    model: blankToneModel(RULE_FEATURES.length),
    targetModel: blankModel(TARGET_FEATURES, TARGET_LABELS.length),
  });
}

/** Makes a unit of a text. */
export function unitOf(text: string, tokenizer: Tokenizer): AnalyzedUnit {
  const tokens = tokenizer.tokenize(text);
  return { id: "c1", text, date: null, tokens, sentences: splitSentences(tokens) };
}

/** Rows of comments, of which `mixed` ones count less. */
export function commentRowsOf(
  examples: readonly Example[],
  tokenizer: Tokenizer,
  resources: SentimentResources,
): ExampleRow[] {
  return rowsOf(examples, tokenizer, resources, 1).map((row) =>
    row.example.label === "mixed" ? { ...row, weight: MIXED_COMMENT_WEIGHT } : row,
  );
}

/** Features of labelled texts; `weight` is what each counts in training. */
export function rowsOf(
  examples: readonly Example[],
  tokenizer: Tokenizer,
  resources: SentimentResources,
  weight: number,
): ExampleRow[] {
  const reader = new UnitReader(resources);
  const slots = new Slots();
  const vectors = wordVectors();
  return examples.map((example) => {
    const unit = unitOf(example.text, tokenizer);
    const { sentences, bits } = reader.read(unit, []);
    const dense = new Float64Array(RULE_FEATURES.length + vectors.dimensions);
    ruleFeatures(sentences, { tokens: unit.tokens, bits, first: 0, last: unit.tokens.length }, dense);
    const parts = sentences.map(({ sentence: { firstToken, lastToken } }) => {
      slots.collect(unit.tokens, bits, firstToken, lastToken);
      return slots.ids.slice(0, slots.length);
    });
    const ids = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => {
      ids.set(part, at);
      return at + part.length;
    }, 0);
    addVectors(dense.subarray(RULE_FEATURES.length), unit, bits, VECTOR_SCALE / Math.sqrt(Math.max(1, ids.length)));
    return { dense, slots: ids, label: LABELS.indexOf(example.label), weight, example };
  });
}

let loaded: WordVectors | undefined;

/** The word vectors, read once. */
export function wordVectors(): WordVectors {
  loaded ??= loadWordVectors();
  return loaded;
}

/** Adds the vectors of a text's words, each times a factor, which is what n-grams are divided by too. */
function addVectors(sum: Float64Array, { tokens }: AnalyzedUnit, bits: Int32Array, factor: number): void {
  eachWord(tokens, bits, (word) => {
    const vector = wordVectors().of(word);
    if (vector !== null) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]! * factor;
  });
}
