/** Turns labelled targets into rows to learn from, with the very features that scoring uses. */
import { TARGET_LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { UnitReader } from "../../src/annotate/sentiment/read-unit.ts";
import type { SentimentResources } from "../../src/annotate/sentiment/resources.ts";
import { describeTarget } from "../../src/annotate/sentiment/targets/target-rows.ts";
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
  return examples.flatMap((example) => {
    const described = describeTarget(reader.read(unitOf(example.text, tokenizer), []), example.start, example.end);
    if (described === null) return [];
    const { rules, slots } = described.features;
    return [{ dense: rules, slots, label: TARGET_LABELS.indexOf(example.label), weight, example }];
  });
}
