import type { Analysis } from "../model/analysis.ts";
import type { Sentiment } from "../model/layers.ts";

/** Returns the sentiment of each unit, by its id. */
export function unitSentiments(analysis: Analysis): ReadonlyMap<string, Sentiment> {
  return new Map(analysis.sentiments.filter(({ scope }) => scope === "unit").map((row) => [row.unit, row]));
}

/** Returns the text of each unit, by its id. */
export function unitTexts(analysis: Analysis): ReadonlyMap<string, string> {
  return new Map(analysis.units.map(({ id, text }) => [id, text]));
}
