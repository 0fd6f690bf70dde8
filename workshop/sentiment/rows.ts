/** Turns labelled texts into rows to learn from, with the very features that scoring uses. */
import { blankModel, CLASSES, LABELS, TARGET_LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { RULE_FEATURES, ruleFeatures } from "../../src/annotate/sentiment/model/rule-features.ts";
import { Slots } from "../../src/annotate/sentiment/model/slots.ts";
import { UnitReader } from "../../src/annotate/sentiment/read-unit.ts";
import { loadRules, type SentimentResources } from "../../src/annotate/sentiment/resources.ts";
import { TARGET_FEATURES } from "../../src/annotate/sentiment/targets/target-rules.ts";
import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";
import type { Example } from "./examples.ts";
import { MIXED_COMMENT_WEIGHT } from "./options.ts";
import type { TrainingRow } from "./train-linear.ts";

/** A labelled text as a row of features. */
export interface ExampleRow extends TrainingRow {
  readonly example: Example;
}

/** The rules alone. */
export function rulesOnly(): SentimentResources {
  return loadRules(dataReader(), [], {
    model: blankModel(RULE_FEATURES.length, CLASSES),
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
  return examples.map((example) => {
    const unit = unitOf(example.text, tokenizer);
    const { sentences, bits } = reader.read(unit, []);
    const dense = new Float64Array(RULE_FEATURES.length);
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
    return { dense, slots: ids, label: LABELS.indexOf(example.label), weight, example };
  });
}
