import type { Analysis } from "../../src/model/analysis.ts";
import { deepFreeze } from "../../src/model/freeze.ts";

/** Returns an analysis with considerations made by hand: of the unit, the words that are the claim, and the consideration. */
export function withConsiderations(
  analysis: Analysis,
  rows: readonly (readonly [unit: string, words: string, consideration: string])[],
): Analysis {
  const considerations = rows.map(([unit, text, consideration], i) => {
    const start = analysis.units.find(({ id }) => id === unit)?.text.indexOf(text) ?? -1;
    if (start < 0) throw new Error(`${unit} does not say ${text}`);
    return {
      claim: `${unit}.${i + 1}`,
      unit,
      start,
      end: start + text.length,
      text,
      consideration,
      confidence: 0.5,
      by: "hand",
    };
  });
  return deepFreeze({ ...analysis, considerations });
}
