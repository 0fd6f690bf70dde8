import { ConsiderationWeigher } from "../../../annotate/considerations/consideration-model.ts";
import { collectSubject } from "../../../annotate/considerations/features.ts";
import type { ConsiderationResources } from "../../../annotate/considerations/resources.ts";
import { GrowingHashes, GrowingIds } from "../../../words/growing-ids.ts";
import type { Sayings } from "../items.ts";
import { Rows } from "./rows.ts";

/** Lower logarithms of a probability tell nothing: one ground in 400 is none. */
const LOWEST = -6;

/**
 * Returns where each claim lies among the grounds that public debate argues from: the logarithm of the probability of each
 * consideration, less what the claims of all comments have in common, or what is known to be common.
 */
export function groundRows(
  { items, voices }: Sayings,
  { classes, model, vectors }: ConsiderationResources,
  common?: Float32Array,
): { readonly rows: Rows; readonly common: Float32Array } {
  const rows = new Rows(items.length, model.classes);
  const subject = { grams: new GrowingIds(), words: new GrowingHashes() };
  const weigher = new ConsiderationWeigher(model, vectors);
  for (const [
    i,
    {
      rows: [first, last],
      voice,
    },
  ] of items.entries()) {
    collectSubject(voices[voice]!.unit.tokens, classes, first, last, subject);
    if (subject.words.length === 0) continue;
    weigher.weigh(subject);
    const row = rows.row(i);
    for (let c = 0; c < row.length; c++) row[c] = Math.max(LOWEST, Math.log(weigher.probabilities[c]! + 1e-9));
  }
  const taken = common ?? rows.mean();
  rows.subtract(taken);
  rows.normalise();
  return { rows, common: taken };
}
