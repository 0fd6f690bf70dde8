import { checkOptions } from "../../model/error.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import type { BootstrapOptions } from "./bootstrap.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { humanLabels } from "./human-labels.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { says } from "./layers.ts";
import { machineAnswers } from "./machine-answers.ts";

const SCHEMA = defineSchema({
  name: "agreement",
  description: "How far coders agree with each other, and the machine with each of them.",
  columns: [
    { name: "measure", type: "string", nullable: false, meaning: "alpha (Krippendorff) or kappa (Cohen)" },
    {
      name: "scale",
      type: "string",
      nullable: false,
      meaning: "nominal, or ordinal: what lies further apart counts more",
    },
    { name: "coders", type: "string", nullable: false, meaning: "between whom" },
    { name: "label", type: "string", meaning: "whether it is said or not, where a text may have several; else null" },
    { name: "value", type: "number", meaning: "1 all agree, 0 as by chance; null where it cannot be told" },
    { name: "low", type: "number", meaning: "lower end of the bootstrap interval, of 95 % by default" },
    { name: "high", type: "number", meaning: "upper end" },
    { name: "agree", type: "number", unit: "[0, 1]", meaning: "share of units on which both say the same" },
    {
      name: "n",
      type: "integer",
      nullable: false,
      unit: "units",
      meaning: "units that both, or two of them, labelled",
    },
  ],
});

/** How far some coders agree. */
export type AgreementRow = RowOf<typeof SCHEMA.columns>;

/**
 * Returns how far the coders of a sheet agree (Krippendorff's α of all, nominal and ordinal; Cohen's κ of each two), and
 * how far the machine does with each coder, where its answers are known: in the sheet, or from the `table` behind it.
 *
 * @example
 * const sheet = sampleTable(commentTable(analysis), { n: 20, coders: 2, showMachine: true });
 * const labelled = sheet.derive({ label1: ({ machine }) => machine, label2: ({ machine }) => machine });
 * coderAgreement(labelled).column("value"); // [1, 1, 1, …]
 */
export function coderAgreement(sample: Table, table?: Table, options: BootstrapOptions = {}): Table<AgreementRow> {
  checkOptions(options, ["level", "resamples", "seed"], "agreement");
  const { layer, coders } = humanLabels(sample);
  const shown = table !== undefined || sample.has("machine");
  const machine = shown ? machineAnswers(sample, layer, table).rows : null;
  const questions = layer.many === true ? layer.labels.map(({ label }) => label) : [null];
  const ranks = new Map(layer.labels.map(({ label, rank }) => [label, rank]));
  const rows = questions.flatMap((label) => {
    const of = (answers: Answers) => (label === null ? answers : answers.map((answer) => yesOrNo(answer, label)));
    const people = new Map([...coders].map(([name, answers]) => [name, of(answers)] as const));
    const all = [...people, ...(machine === null ? [] : [["machine", of(machine)] as const])];
    const told = [...alphas(people, label === null ? ranks : null, options), ...kappas(all, options)];
    return told.map((row) => ({ ...row, label }));
  });
  return Table.from(SCHEMA, rows);
}

type Answers = readonly (string | null)[];
type Row = Omit<AgreementRow, "label">;

const yesOrNo = (answer: string | null, label: string): string | null =>
  answer === null ? null : says(answer, label) ? "yes" : "no";

/** Returns how far all people agree; with ranks of the labels by these, too. */
function* alphas(
  people: ReadonlyMap<string, Answers>,
  ranks: ReadonlyMap<string, number> | null,
  options: BootstrapOptions,
): Generator<Row> {
  if (people.size < 2) return;
  const ratings = [...people.values()];
  const ranked = () => ratings.map((labels) => labels.map((label) => (label === null ? null : ranks!.get(label)!)));
  const scales = [["nominal", ratings] as const, ...(ranks === null ? [] : [["ordinal", ranked()] as const])];
  for (const [scale, values] of scales) {
    const { alpha, low, high, n } = krippendorffAlpha(values, { scale, ...options });
    yield { measure: "alpha", scale, coders: [...people.keys()].join(", "), value: alpha, low, high, agree: null, n };
  }
}

/** Returns how far each two agree, the machine as one of them. */
function* kappas(all: readonly (readonly [string, Answers])[], options: BootstrapOptions): Generator<Row> {
  for (const [i, [first, ours]] of all.entries()) {
    for (const [second, theirs] of all.slice(i + 1)) {
      const { kappa, low, high, agreement, n } = cohenKappa(ours, theirs, options);
      const coders = `${first}, ${second}`;
      yield { measure: "kappa", scale: "nominal", coders, value: kappa, low, high, agree: agreement, n };
    }
  }
}
