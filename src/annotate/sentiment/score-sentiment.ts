import type { AnalyzedUnit } from "../../model/analysis.ts";
import { keptWith } from "../../model/kept-with.ts";
import type { Entity, Mention, Quotation, Sentiment } from "../../model/layers.ts";
import { groupBy } from "../../words/group-by.ts";
import { UnitReader } from "./read-unit.ts";
import type { SentimentResources } from "./resources.ts";
import { unitRows } from "./rows.ts";
import { TargetDescriber } from "./targets/target-describer.ts";
import { targetRows } from "./targets/target-rows.ts";
import { targetSpans } from "./targets/target-spans.ts";

/** What sentiment takes from other layers. */
export interface SentimentInput {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quotation[];
  /** Phrases toward which a score is wanted, wherever they occur. */
  readonly targets: readonly string[];
}

/**
 * Scores how each unit, each sentence, and what is said of each mention and target phrase feels, with evidence.
 *
 * The label is what the text most likely is, `confidence` the probability of that, and `score` the probability of positive
 * minus that of negative, so the three agree: `positive` has a score above 0 and evidence above 0, `negative` below;
 * `neutral` and `mixed` stay within 0.5 of 0; and no score is further from 0 than its row's confidence. A row without
 * evidence is `neutral` with score 0 and an empty list; a neutral row with evidence lists it. Scores and confidences have
 * four decimals at most.
 *
 * @example
 * scoreSentiment(units, { entities, mentions, quotations, targets: ["公共投資"] }, resources)
 *   .filter(({ scope }) => scope === "target");
 */
export function scoreSentiment(
  units: readonly AnalyzedUnit[],
  { mentions, quotations, targets }: SentimentInput,
  resources: SentimentResources,
): readonly Sentiment[] {
  const mentionsOf = groupBy(mentions, ({ unit }) => unit);
  const quotationsOf = groupBy(quotations, ({ unit }) => unit);
  const { reader, describer } = scratchOf(resources);
  const rows: Sentiment[] = [];
  for (const unit of units) {
    const read = reader.read(unit, quotationsOf.get(unit.id) ?? []);
    const spans = targetSpans(unit, mentionsOf.get(unit.id) ?? [], targets);
    for (const row of unitRows(read, resources)) rows.push(row);
    if (spans.length > 0) for (const row of targetRows(read, spans, resources, describer)) rows.push(row);
  }
  return rows;
}

/** Scratch space that holds nothing between two calls. */
const scratchOf = keptWith((resources: SentimentResources) => ({
  reader: new UnitReader(resources),
  describer: new TargetDescriber(),
}));
