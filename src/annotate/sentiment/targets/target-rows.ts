import type { Sentiment, SentimentEvidence } from "../../../model/layers.ts";
import { leanOf } from "../model/lean.ts";
import { verdictOf } from "../model/verdict.ts";
import type { SentimentResources } from "../resources.ts";
import { evidenceRow, flagBits, makeRow, orderByPlace, supported } from "../rows.ts";
import type { ReadUnit } from "../unit.ts";
import { spared } from "./spared.ts";
import type { TargetDescriber } from "./target-describer.ts";
import type { TargetSpan } from "./target-spans.ts";
import { Zone, zoneOf } from "./zones.ts";

/** The rows of what is said of each target, from the clauses that speak of it. */
export function targetRows(
  read: ReadUnit,
  spans: readonly TargetSpan[],
  { targetModel, words }: SentimentResources,
  describer: TargetDescriber,
): Sentiment[] {
  const { unit } = read;
  const rows: Sentiment[] = [];
  for (const { target, start, end } of spans) {
    const described = describer.describe(read, start, end);
    if (described === null) continue;
    const { home, zones, features } = described;
    const { firstToken, lastToken } = home.sentence;
    const place = { tokens: unit.tokens, bits: read.bits, words, read: home, zones };
    const verdict = spared(verdictOf(targetModel, features.rules, leanOf(targetModel, features)), place);
    const evidence: SentimentEvidence[] = [];
    for (const piece of home.evidence) {
      if (zoneOf(zones, piece.first) !== Zone.elsewhere) evidence.push(evidenceRow(unit.id, unit.text, piece));
    }
    const spoken = supported(unit, verdict, orderByPlace(evidence), firstToken, lastToken);
    rows.push(makeRow({ unit: unit.id, start, end, scope: "target", target }, verdict, spoken, flagBits(home)));
  }
  return rows;
}
