import { checkOptions, YoronError } from "../../model/error.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { SMALL_SAMPLE } from "../rank-correlation.ts";
import { checkedStrata } from "./checked-strata.ts";
import { humanLabels } from "./human-labels.ts";
import { says } from "./layers.ts";
import { machineAnswers } from "./machine-answers.ts";
import { predictionPowered } from "./prediction-powered.ts";
import { roganGladen } from "./rogan-gladen.ts";

const SCHEMA = defineSchema({
  name: "correctedShares",
  description: "The share of a label in the whole: as the machine counts, corrected by people, and by people alone.",
  columns: [
    { name: "label", type: "string", nullable: false, meaning: "what was asked for" },
    { name: "all", type: "integer", nullable: false, unit: "units", meaning: "the whole" },
    { name: "labelled", type: "integer", nullable: false, unit: "units", meaning: "rows that people labelled" },
    { name: "raw", type: "number", nullable: false, unit: "[0, 1]", meaning: "the machine's share, as it is" },
    { name: "share", type: "number", nullable: false, unit: "[0, 1]", meaning: "corrected (prediction-powered)" },
    { name: "low", type: "number", nullable: false, unit: "[0, 1]", meaning: "lower end of its interval" },
    { name: "high", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
    { name: "lambda", type: "number", nullable: false, unit: "[0, 1]", meaning: "how much the machine was trusted" },
    { name: "byHand", type: "number", nullable: false, unit: "[0, 1]", meaning: "by the labelled rows alone" },
    { name: "byHandLow", type: "number", nullable: false, unit: "[0, 1]", meaning: "lower end of its interval" },
    { name: "byHandHigh", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
    { name: "roganGladen", type: "number", unit: "[0, 1]", meaning: "corrected by sensitivity and specificity" },
    { name: "roganGladenLow", type: "number", unit: "[0, 1]", meaning: "lower end of its interval" },
    { name: "roganGladenHigh", type: "number", unit: "[0, 1]", meaning: "upper end; null where it cannot be told" },
  ],
});

/** How large the share of a label is. */
export type CorrectedShare = RowOf<typeof SCHEMA.columns>;

/**
 * Returns the machine's shares of labels, corrected by a sample that people labelled, with intervals that hold although the machine
 * errs: prediction-powered inference (Angelopoulos et al., Science 382, 2023; PPI++ 2023), Rogan & Gladen (1978) beside it.
 *
 * `sample` is a sheet of `sampleTable` that was filled in; `table` the one that it was drawn from, or nothing if the sheet
 * shows the machine's answers. Several coders of a row count in equal parts, unless a column `label` beside theirs says what
 * they settled on. Rows without a label are left out as if by chance. The shares speak of this whole alone, and each is the
 * best by itself: they need not add up to 1. Throws `bad-value` for a label that there is not, a sheet of other pages, and
 * fewer than 30 labelled rows, unless they are all there are.
 *
 * @example
 * const comments = commentTable(analysis);
 * const sheet = sampleTable(comments, { n: 30, showMachine: true });
 * const labelled = sheet.derive({ label: ({ machine }) => machine }); // a person would differ here and there
 * correctedShares(labelled, comments).select(["label", "raw", "share", "low", "high"]);
 */
export function correctedShares(
  sample: Table,
  table?: Table,
  options: { readonly level?: number } = {},
): Table<CorrectedShare> {
  checkOptions(options, ["level"], "corrected shares");
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1))
    throw new YoronError({ code: "bad-value", what: "level lies between 0 and 1, not", value: level });
  const { layer, truth } = humanLabels(sample);
  const answers = machineAnswers(sample, layer, table);
  const all = answers.size;
  const labelled = truth.filter((one) => one !== null).length;
  if (labelled < Math.min(SMALL_SAMPLE, all)) {
    throw new YoronError({
      code: "bad-value",
      what: `a share is not corrected by fewer than ${Math.min(SMALL_SAMPLE, all)} labelled rows; of ${sample.length} are labelled`,
      value: labelled,
      next: "label more rows, in the order of the sheet",
    });
  }
  const strata = checkedStrata(sample, (row) => truth[row] !== null, all);
  const rows = layer.labels.map(({ label }) => {
    const parts = strata.map(({ size, rows }) => ({
      size,
      rows: rows.map((row) => ({ truth: truth[row]!.get(label)!, machine: says(answers.rows[row], label) ? 1 : 0 })),
    }));
    const raw = answers.all.get(label)! / all;
    const hand = predictionPowered(parts, raw, { level, lambda: 0 });
    const classical = roganGladen(parts, raw, level);
    return {
      label,
      all,
      labelled,
      raw,
      ...predictionPowered(parts, raw, { level }),
      ...{ byHand: hand.share, byHandLow: hand.low, byHandHigh: hand.high },
      ...{ roganGladen: classical.share, roganGladenLow: classical.low, roganGladenHigh: classical.high },
    };
  });
  return Table.from(SCHEMA, rows);
}
