/** Turns labelled targets into rows to learn from, with the very features that scoring uses. */
import { TARGET_LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { UnitReader } from "../../src/annotate/sentiment/read-unit.ts";
import type { SentimentResources } from "../../src/annotate/sentiment/resources.ts";
import { TargetDescriber } from "../../src/annotate/sentiment/targets/target-describer.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { unitOf } from "./rows.ts";
import type { TargetExample } from "./target-examples.ts";
import type { TrainingRow } from "./train-linear.ts";

/** A labelled target as a row of features. */
export interface TargetRow extends TrainingRow {
  readonly example: TargetExample;
}

/** Features of labelled targets; `weight` is what each counts in training. */
export function targetRowsOf(
  examples: readonly TargetExample[],
  tokenizer: Tokenizer,
  resources: SentimentResources,
  weight: number,
): TargetRow[] {
  const reader = new UnitReader(resources);
  const describer = new TargetDescriber();
  return examples.flatMap((example) => {
    const read = reader.read(unitOf(example.text, tokenizer), []);
    const described = describer.describe(read, example.start, example.end);
    if (described === null) return [];
    const { rules, ids, length } = described.features;
    const label = TARGET_LABELS.indexOf(example.label);
    return [{ dense: rules.slice(), slots: ids.slice(0, length), label, weight, example }];
  });
}
