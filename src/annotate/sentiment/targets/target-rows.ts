import type { Sentiment } from "../../../model/layers.ts";
import type { Range } from "../../../model/span.ts";
import { leanOf } from "../model/lean.ts";
import { heaviest } from "../model/lean-evidence.ts";
import { slotNorm, TARGET_LABELS } from "../model/linear-model.ts";
import { verdictOf } from "../model/verdict.ts";
import type { ReadUnit } from "../read-unit.ts";
import type { SentimentResources } from "../resources.ts";
import { evidenceRow, flagBits, makeRow } from "../rows.ts";
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
  const byRow = new Float32Array(unit.tokens.length);
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
    const named = home.evidence.filter(({ first }) => zoneOf(zones, first) !== Zone.elsewhere);
    const taken: Range[] = [...named, { start, end }];
    const evidence = named.map((piece) => evidenceRow(unit.id, unit.text, piece));
    evidence.push(...heaviest(unit, bits, byRow, factor, firstToken, lastToken, taken));
    if (evidence.length > named.length) evidence.sort((a, b) => a.start - b.start || a.end - b.end);
    rows.push(makeRow({ unit: unit.id, start, end, scope: "target", target }, verdict, evidence, flagBits(home)));
  }
  return rows;
}
