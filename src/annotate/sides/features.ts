import { CHANGES } from "./change.ts";
import type { SideGrams } from "./grams.ts";
import type { Proposition } from "./proposition.ts";
import type { Signal } from "./signals.ts";

/** Named signals of the model, in the order of its weights. */
export const SIGNALS = [
  "always",
  "length",
  "asks",
  "exclaims",
  "laughs",
  "names what is changed",
  "names the change",
  ...CHANGES,
  "for: decides",
  "against: decides",
  "conditional: decides",
  "unsure: decides",
  "for: hint",
  "against: hint",
  "conditional: hint",
] as const;

const DECIDES = SIGNALS.indexOf("for: decides");
const HINT = SIGNALS.indexOf("for: hint");
const ORDER = ["for", "against", "conditional", "unsure"];

/** Fills in the named signals of a comment. */
export function fillSignals(
  into: Float64Array,
  text: string,
  { change }: Proposition,
  grams: Pick<SideGrams, "things" | "acts">,
  signals: readonly Signal[],
): void {
  into.fill(0);
  into[0] = 1;
  into[1] = Math.min(1, text.length / 100);
  into[2] = /[?？]/.test(text) ? 1 : 0;
  into[3] = /[!！]/.test(text) ? 1 : 0;
  into[4] = /[wｗ笑]\s*(?:$|[。)）\n])/.test(text) ? 1 : 0;
  into[5] = grams.things > 0 ? 1 : 0;
  into[6] = grams.acts > 0 ? 1 : 0;
  into[7 + CHANGES.indexOf(change)] = 1;
  for (const { rule, side } of signals) {
    const place = ORDER.indexOf(side);
    if (rule.decides === "yes") into[DECIDES + place] = 1;
    else if (place < 3) into[HINT + place] = 1;
  }
}
