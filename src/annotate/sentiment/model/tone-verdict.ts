import { CLASSES, LABELS, slotNorm, softmax } from "./linear-model.ts";
import type { ToneLean } from "./tone-lean.ts";
import { COMMENT, DOUBT, GENRE, MOVED, RULE_COLUMNS, type ToneModel } from "./tone-model.ts";
import { judge, type Verdict } from "./verdict.ts";

/** The sum by column of a rule feature; private to one verdict at a time. */
const COLUMNS = new Float64Array(RULE_COLUMNS);
const LOGITS = new Float64Array(CLASSES);

/** Returns what the model makes of rule features and the n-grams of one or more sentences. */
export function toneVerdict(
  { rules, scale, genreScale, temperature }: ToneModel,
  features: Float64Array,
  leans: readonly ToneLean[],
): Verdict {
  const columns = COLUMNS.fill(0);
  let count = 0;
  for (const { sums, count: own } of leans) {
    count += own;
    for (let c = 0; c < 3; c++) {
      columns[c]! += sums[c]!;
      columns[COMMENT + c]! += sums[4 + c]!;
    }
    columns[GENRE]! += sums[3]!;
    columns[COMMENT + 3]! += sums[7]!;
  }
  const norm = slotNorm(count);
  for (let c = 0; c < MOVED; c++) columns[c]! *= norm * scale;
  columns[GENRE]! *= norm * genreScale;
  for (let f = 0, at = 0; f < features.length; f++, at += RULE_COLUMNS) {
    const feature = features[f]!;
    if (feature === 0) continue;
    for (let c = 0; c < RULE_COLUMNS; c++) columns[c]! += rules[at + c]! * feature;
  }
  const genre = 1 / (1 + Math.exp(-columns[GENRE]!));
  const share = 1 / (1 + Math.exp(DOUBT - columns[GENRE]!));
  for (let c = 0; c < CLASSES; c++) {
    const plain = columns[c]! + genre * columns[MOVED + c]!;
    const comment = columns[COMMENT + c]! + genre * columns[MOVED + COMMENT + c]!;
    LOGITS[c] = ((1 - share) * plain + share * comment) / temperature;
  }
  softmax(LOGITS);
  return judge([LOGITS[0]!, LOGITS[1]!, LOGITS[2]!, LOGITS[3]!], LABELS);
}
