import type { Sentiment } from "../../../model/layers.ts";
import { heaviest } from "../model/lean-evidence.ts";
import { slotNorm } from "../model/linear-model.ts";
import type { ReadSentence, ReadUnit } from "../read-unit.ts";
import type { SentimentResources } from "../resources.ts";
import { evidenceRow, flagsOf, settle } from "../rows.ts";
import { type TargetFeatures, targetFeatures } from "./target-features.ts";
import type { TargetSpan } from "./target-spans.ts";
import { targetVerdict } from "./target-verdict.ts";
import { Zone, type Zones, zoneOf, zonesAround } from "./zones.ts";

/** A target with the sentence that holds it, its zones and its features. */
export interface DescribedTarget {
  readonly home: ReadSentence;
  readonly zones: Zones;
  readonly features: TargetFeatures;
}

/** Describes the target at `[start, end)`; null if it lies in no sentence. */
export function describeTarget(
  { unit, bits, sentences }: ReadUnit,
  start: number,
  end: number,
): DescribedTarget | null {
  const home = sentences.find(({ sentence }) => sentence.start <= start && start < sentence.end);
  if (home === undefined) return null;
  const { tokens } = unit;
  const { firstToken, lastToken } = home.sentence;
  const first = Math.max(firstToken, tokens.indexAt(start));
  const last = Math.min(lastToken, Math.max(first, tokens.indexAt(end - 1)) + 1);
  if (last <= first) return null;
  const zones = zonesAround(tokens, bits, home, first, last);
  return { home, zones, features: targetFeatures(tokens, bits, home, zones) };
}

/** The rows of what is said of each target, from the clauses that speak of it. */
export function targetRows(
  read: ReadUnit,
  spans: readonly TargetSpan[],
  { targetModel }: SentimentResources,
): Sentiment[] {
  const { unit, bits } = read;
  const byRow = new Float32Array(spans.length === 0 ? 0 : unit.tokens.length);
  return spans.flatMap(({ target, start, end }) => {
    const described = describeTarget(read, start, end);
    if (described === null) return [];
    const { home, zones, features } = described;
    const { firstToken, lastToken } = home.sentence;
    byRow.fill(0, firstToken, lastToken);
    const verdict = targetVerdict(targetModel, features, byRow);
    const factor = slotNorm(features.slots.length) * targetModel.scale;
    const named = home.evidence.filter(({ first }) => zoneOf(zones, first) !== Zone.elsewhere);
    const evidence = [
      ...named.map((piece) => evidenceRow(unit.id, unit.text, piece)),
      ...heaviest(unit, bits, byRow, factor, firstToken, lastToken, [...named, { start, end }]),
    ].sort((a, b) => a.start - b.start || a.end - b.end);
    return [
      {
        unit: unit.id,
        start,
        end,
        scope: "target" as const,
        target,
        ...settle(verdict, evidence),
        flags: flagsOf(home),
      },
    ];
  });
}
