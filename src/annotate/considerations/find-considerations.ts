import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Claim, Consideration } from "../../model/layers.ts";
import { roundScore } from "../../model/round-score.ts";
import { GrowingHashes, GrowingIds } from "../../words/growing-ids.ts";
import { ConsiderationWeigher } from "./consideration-model.ts";
import { collectSubject } from "./features.ts";
import type { ConsiderationResources } from "./resources.ts";

/** Considerations that one claim is given at most, the surest. */
const MOST = 3;

/**
 * Returns the considerations that each claim argues from, ordered as the claims are, the surest first; a claim may have
 * none, and greetings have none.
 *
 * @example
 * findConsiderations(units, claims, resources).map(({ claim, consideration }) => [claim, consideration]);
 * // [["c1.1", "cost"], ["c1.2", "elderly"]]
 */
export function findConsiderations(
  units: readonly AnalyzedUnit[],
  claims: readonly Claim[],
  { classes, model, vectors, ids }: ConsiderationResources,
): readonly Consideration[] {
  const found: Consideration[] = [];
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const subject = { grams: new GrowingIds(), words: new GrowingHashes() };
  const weigher = new ConsiderationWeigher(model, vectors);
  for (const { id, unit, start, end, text, kind } of claims) {
    const tokens = unitOf.get(unit)?.tokens;
    if (tokens === undefined || kind === "other") continue;
    collectSubject(tokens, classes, tokens.indexAt(start), tokens.indexAt(end - 1) + 1, subject);
    if (subject.words.length === 0) continue;
    weigher.weigh(subject);
    for (const c of surest(weigher.probabilities, model.thresholds)) {
      const confidence = roundScore(confidenceOf(weigher.probabilities[c]!, model));
      found.push({
        claim: id,
        unit,
        start,
        end,
        text,
        consideration: ids[c]!,
        confidence,
        by: "model of considerations",
      });
    }
  }
  return found;
}

/** Returns the classes whose probability reaches their threshold, the most probable first. */
export function surest(probabilities: Float64Array, thresholds: Float32Array): number[] {
  const found: number[] = [];
  for (let c = 0; c < thresholds.length; c++) if (probabilities[c]! >= thresholds[c]!) found.push(c);
  if (found.length > 1) found.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
  return found.length > MOST ? found.slice(0, MOST) : found;
}

/** Returns the calibrated probability that people would say so too. */
export function confidenceOf(probability: number, { slope, offset }: { slope: number; offset: number }): number {
  const p = Math.min(0.999, Math.max(0.001, probability));
  return 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + offset)));
}
