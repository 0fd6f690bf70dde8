import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Side, SideLabel, Stance } from "../../model/layers.ts";
import type { Signal } from "./signals.ts";

/** Returns the words that say a side: those of rows of that side; where there is none, the whole wording as one. */
export function evidenceOf(
  { id, text }: AnalyzedUnit,
  signals: readonly Signal[],
  side: SideLabel,
  answered: { readonly stance: Stance["stance"] } | null,
): Side["evidence"] {
  const own = signals
    .filter((signal) => signal.side === side)
    .map(({ start, end, rule }) => ({ unit: id, start, end, text: text.slice(start, end), why: rule.name }));
  if (own.length > 0 || side === "none" || text.trim() === "") return own;
  const why =
    answered === null || (answered.stance !== "agree" && answered.stance !== "disagree")
      ? "the whole wording"
      : `the whole wording, and that it ${answered.stance}s with what it answers`;
  return [{ unit: id, start: 0, end: text.length, text, why }];
}
