/** Scores of sides: for, against and the rest. */
import type { SideLabel } from "../../src/model/layers.ts";
import { scoresOf } from "../sentiment/scores.ts";
import type { Judged } from "./cross-validate.ts";

/** Returns for, against, or other. */
export const coarse = (side: SideLabel): string => (side === "for" || side === "against" ? side : "other");

/** Returns one line: macro-F1 over for, against and other, and how much is called at all. */
export function scoreLine(name: string, rows: readonly Judged[]): string {
  const { macroF1, f1, accuracy } = scoresOf(rows.map(({ side, said }) => [coarse(side), coarse(said)]));
  const called = rows.filter(({ said }) => coarse(said) !== "other").length / rows.length;
  const each = Object.entries(f1).map(([label, value]) => `${label} ${value.toFixed(3)}`);
  return `${name}: n ${rows.length} macro-F1 ${macroF1.toFixed(3)} (${each.join(", ")}) accuracy ${accuracy.toFixed(3)} called ${called.toFixed(3)}`;
}
