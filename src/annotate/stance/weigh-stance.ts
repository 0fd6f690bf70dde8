import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Reference } from "../../model/layers.ts";
import { corrected, type Weighing } from "./corrections.ts";
import { leanOf } from "./lean.ts";
import { ownWords } from "./own-words.ts";
import type { StanceRules } from "./resources.ts";
import { sidesOf } from "./sides.ts";
import { findSigns, type Sign } from "./signs.ts";
import { verdictOn, type Weighed } from "./verdicts.ts";

/** Returns the stance that the words of a reply add up to, outside what it quotes. */
export function weighStance(unit: AnalyzedUnit, quoted: readonly Reference[], resources: StanceRules): Weighed {
  const { id, text } = unit;
  const { patterns, weights } = resources;
  const own = ownWords(text);
  const signs: Sign[] = findSigns(unit, own, resources);
  const lean = signs.every(({ stance }) => stance === "but") ? leanOf(text, own, resources) : null;
  if (lean !== null) {
    const { start, end, stance, weight, why } = lean;
    signs.push({ evidence: { unit: id, start, end, text: text.slice(start, end), why }, stance, weight, cueEnd: end });
  }
  const weighing: Weighing = { text, signs, quoted, patterns, weights };
  return verdictOn(corrected(weighing, sidesOf(signs, weights)), weighing);
}
