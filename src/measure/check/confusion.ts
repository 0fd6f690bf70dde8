import type { Column } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";
import { humanLabels } from "./human-labels.ts";
import { says } from "./layers.ts";
import { machineAnswers } from "./machine-answers.ts";

/**
 * Returns the rows of a labelled sheet by what the machine says (a row each) and what people say (a column each), with the
 * share of the machine's answers that people bear out (`precision`) and of people's that the machine finds (`recall`).
 *
 * Two coders of a row who differ count half each.
 *
 * @example
 * const sheet = sampleTable(commentTable(analysis), { n: 20, showMachine: true });
 * confusion(sheet.derive({ label: ({ machine }) => machine })).select(["machine", "precision", "recall"]);
 */
export function confusion(sample: Table, table?: Table): Table {
  const { layer, truth } = humanLabels(sample);
  const { rows: said } = machineAnswers(sample, layer, table);
  const labels = layer.labels.map(({ label }) => label);
  const counted = (machine: string, person: string) =>
    truth.reduce((sum, shares, row) => sum + (says(said[row], machine) ? (shares?.get(person) ?? 0) : 0), 0);
  const counts = new Map(labels.map((machine) => [machine, labels.map((person) => counted(machine, person))]));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = labels.map((machine, i) => {
    const own = counts.get(machine)!;
    const answers = truth.filter((shares, row) => shares !== null && says(said[row], machine)).length;
    const people = sum(truth.map((shares) => shares?.get(machine) ?? 0));
    return {
      machine,
      ...Object.fromEntries(labels.map((label, j) => [label, own[j]!])),
      precision: answers === 0 ? null : own[i]! / answers,
      recall: people === 0 ? null : own[i]! / people,
    };
  });
  const columns: Column[] = [
    { name: "machine", type: "string", nullable: false, meaning: "what the machine says" },
    ...labels.map((name) => ({ name, type: "number", unit: "units", meaning: `people say ${name}` }) as const),
    {
      name: "precision",
      type: "number",
      unit: "[0, 1]",
      meaning: "of the machine's answers, those that people bear out",
    },
    { name: "recall", type: "number", unit: "[0, 1]", meaning: "of people's, those that the machine finds" },
  ];
  const description = "What the machine says of the labelled rows, against what people say.";
  return Table.from({ name: "confusion", description, columns }, rows) as unknown as Table;
}
