import { LABELS } from "../../annotate/sentiment/model/linear-model.ts";
import { toneMark } from "../../annotate/sentiment/resources.ts";
import type { Correction, Tuning } from "../../annotate/sentiment/tuning.ts";
import { dataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import type { SentimentLabel } from "../../model/layers.ts";
import type { Table } from "../../tables/table.ts";
import { groupBy } from "../../words/group-by.ts";
import { type Borne, correctedRow, fitIsotonic, fitOf, fitPlatt } from "./fit-correction.ts";
import { humanLabels } from "./human-labels.ts";
import { machineAnswers } from "./machine-answers.ts";
import { unitKey, unitKeys } from "./unit-key.ts";

/** Labelled rows without which nothing is learned. */
const LEAST_ROWS = 200;
/** Labelled rows from which steps are learned instead of a curve. */
const MANY_ROWS = 1000;
/** Rows of one label without which it is corrected as all labels together. */
const LEAST_OF_LABEL = 40;
const MANY_OF_LABEL = 200;
/** How strongly a label is held to the curve of all labels. */
const PULL = 8;
const FOLDS = 5;

export interface TuneOptions {
  /** The mark of the model whose confidences these are, so that no other is corrected by it; that of the model that ships. */
  readonly model?: string;
}

/** What the machine said of a labelled row. */
interface Answer extends Borne {
  readonly label: SentimentLabel;
}

/**
 * Returns a correction of the confidence of tone, learned from a labelled sheet and the table of comments that it was drawn
 * from: by label a logistic curve (Platt 1999), from 1,000 rows on rising steps. Labels stay what they are.
 *
 * `before` and `after` are by five-fold cross-validation. Throws `bad-value` for fewer than 200 labelled rows, for a label that
 * there is not, and where the table has no confidences.
 *
 * @example
 * const tuning = tuneConfidence(sheet, comments);
 * await loadResources({ tuned: JSON.stringify(tuning) });
 */
export function tuneConfidence(
  sheet: Table,
  comments: Table,
  { model = toneMark(dataReader()) }: TuneOptions = {},
): Tuning {
  const { answers, coders, discussions } = answersIn(sheet, comments);
  if (answers.length < LEAST_ROWS) {
    throw new YoronError({
      code: "bad-value",
      what: `the confidence is corrected from ${LEAST_ROWS} labelled rows on; labelled are`,
      value: answers.length,
      next: "label more: the same `yoron sample` with a larger -n draws the same rows and more",
    });
  }
  const steps = answers.length >= MANY_ROWS;
  const heldOut = answers.map((answer, i) => {
    const fold = i % FOLDS;
    return { answer, fold };
  });
  const learned = Array.from({ length: FOLDS }, (_, fold) =>
    correctionsOf(
      heldOut.filter((row) => row.fold !== fold).map(({ answer }) => answer),
      steps,
    ),
  );
  return {
    kind: "yoron tuning",
    version: 1,
    of: "tone",
    model,
    rows: answers.length,
    coders,
    discussions,
    before: fitOf(answers),
    after: fitOf(heldOut.map(({ answer, fold }) => correctedRow(learned[fold]![answer.label], answer))),
    labels: correctionsOf(answers, steps),
  };
}

/** Returns the correction of each label. */
function correctionsOf(answers: readonly Answer[], steps: boolean): Record<SentimentLabel, Correction> {
  const byLabel = groupBy(answers, ({ label }) => label);
  const together = fitPlatt(answers);
  const of = (label: SentimentLabel): Correction => {
    const own = byLabel.get(label) ?? [];
    if (steps && own.length >= MANY_OF_LABEL) return fitIsotonic(own);
    return own.length >= LEAST_OF_LABEL ? fitPlatt(own, together, PULL) : together;
  };
  return { positive: of("positive"), neutral: of("neutral"), negative: of("negative"), mixed: of("mixed") };
}

function answersIn(sheet: Table, comments: Table) {
  const { layer, truth, coders } = humanLabels(sheet);
  if (layer.name !== "tone")
    throw new YoronError({
      code: "bad-value",
      what: "confidences are tuned by a sheet of tone, not of",
      value: layer.name,
      next: "draw one with `yoron sample FILE… -o sample.csv`",
    });
  if (!comments.has("sentimentConfidence"))
    throw new YoronError({
      code: "bad-value",
      what: "the table of comments has no column sentimentConfidence; its columns are",
      value: comments.columns.map(({ name }) => name),
      next: "give the table that `commentTable` makes",
    });
  const { rows: said } = machineAnswers(sheet, layer, comments);
  const ids = comments.column("id");
  const sure = comments.column("sentimentConfidence");
  const confidences = new Map(
    comments.column("discussion").map((discussion, i) => [unitKey(String(discussion), String(ids[i])), sure[i]]),
  );
  const answers: Answer[] = [];
  const discussions = new Set<string>();
  for (const [row, key] of unitKeys(sheet).entries()) {
    const label = LABELS.find((one) => one === said[row]);
    const confidence = confidences.get(key);
    const shares = truth[row];
    if (label === undefined || typeof confidence !== "number" || shares == null) continue;
    answers.push({ label, confidence, right: shares.get(label) ?? 0 });
    discussions.add(String(sheet.column("discussion")[row]));
  }
  return { answers, coders: coders.size, discussions: [...discussions].sort() };
}
