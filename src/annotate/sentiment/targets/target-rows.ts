import type { Sentiment, SentimentEvidence } from "../../../model/layers.ts";
import type { Range } from "../../../model/span.ts";
import { leanOf } from "../model/lean.ts";
import { heaviest } from "../model/lean-evidence.ts";
import { slotNorm, TARGET_LABELS } from "../model/linear-model.ts";
import { verdictOf } from "../model/verdict.ts";
import type { SentimentResources } from "../resources.ts";
import { evidenceRow, flagBits, makeRow, orderByPlace, supported } from "../rows.ts";
import type { ReadUnit } from "../unit.ts";
import type { TargetDescriber } from "./target-describer.ts";
import type { TargetSpan } from "./target-spans.ts";
import { Zone, zoneOf } from "./zones.ts";

/** The rows of what is said of each target, from the clauses that speak of it. */
export function targetRows(
  read: ReadUnit,
  spans: readonly TargetSpan[],
  { targetModel }: SentimentResources,
  describer: TargetDescriber,
): Sentiment[] {
  const { unit, bits } = read;
  const byRow = new Int32Array(unit.tokens.length);
  const rows: Sentiment[] = [];
  for (const { target, start, end } of spans) {
    const described = describer.describe(read, start, end);
    if (described === null) continue;
    const { home, zones, features } = described;
    const { firstToken, lastToken } = home.sentence;
    byRow.fill(0, firstToken, lastToken);
    const lean = leanOf(targetModel, features, byRow);
    const verdict = verdictOf(targetModel, TARGET_LABELS, features.rules, [lean]);
    const factor = slotNorm(lean.count) * targetModel.scale;
    const leaning = { unit, bits, leanByToken: byRow, factor, first: firstToken, last: lastToken };
    const evidence: SentimentEvidence[] = [];
    for (const piece of home.evidence) {
      if (zoneOf(zones, piece.first) !== Zone.elsewhere) evidence.push(evidenceRow(unit.id, unit.text, piece));
    }
    const self: Range = { start, end };
    for (const piece of heaviest(leaning, [...evidence, self])) evidence.push(piece);
    const spoken = supported(verdict, orderByPlace(evidence), [self], () => leaning);
    rows.push(makeRow({ unit: unit.id, start, end, scope: "target", target }, verdict, spoken, flagBits(home)));
  }
  return rows;
}
