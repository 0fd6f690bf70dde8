import type { Analysis } from "../model/analysis.ts";
import type { Sentiment } from "../model/layers.ts";

/** Maps each unit's id to its sentiment. */
export function unitSentiments(analysis: Analysis): ReadonlyMap<string, Sentiment> {
  return new Map(analysis.sentiments.filter(({ scope }) => scope === "unit").map((row) => [row.unit, row]));
}

/** Maps each unit's id to its text. */
export function unitTexts(analysis: Analysis): ReadonlyMap<string, string> {
  return new Map(analysis.units.map(({ id, text }) => [id, text]));
}
