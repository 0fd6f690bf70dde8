import { checkOptions, YoronError } from "../../model/error.ts";
import type { Cell } from "../../tables/schema.ts";
import { unknownColumn } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";
import { drawNumber } from "./draw-order.ts";
import { checkedLayer, labelsShown, withLabels } from "./layers.ts";
import { answersOf, type Member, populationOf } from "./population.ts";
import { labelColumn, sampleSchema } from "./sample-schema.ts";
import { allocate, strataOf, tally } from "./strata.ts";

export interface SampleOptions {
  /** What people shall say of each text. Default `tone`: how it sounds. */
  readonly of?: string;
  /** Rows to draw; all there are, if they are fewer. Default 200. */
  readonly n?: number;
  /** The column whose values are the strata; numbers of many values are parted at their quartiles. Default `discussion`. */
  readonly by?: string;
  /** Default 1. A larger `n` with the same seed draws the same rows and more. */
  readonly seed?: number;
  /** People who label: with one there is a column `label`, with several `label1`, `label2` … Default 1. */
  readonly coders?: number;
  /** Whether the machine's answers stand in the sheet, where coders see them. Default false. */
  readonly showMachine?: boolean;
}

/**
 * Draws a stratified random sample as a sheet for people to label, in random order.
 *
 * Each stratum gives rows in proportion to its size, at least two; small ones are one stratum together. What was drawn hangs
 * on the seed and the ids alone. The whole is all rows with words and an answer of the machine. Where strata are by the
 * machine's own answer, they are only numbered in the sheet unless it is shown. Throws `unknown-name` for what cannot be checked
 * yet, `unknown-column`, and `bad-value` for a table without a row to draw.
 *
 * @example
 * const sheet = sampleTable(commentTable(analysis), { n: 20, coders: 2 });
 * await writeTable(sheet, "csv", { bom: true }); // opens in Excel
 */
export function sampleTable(table: Table, options: SampleOptions = {}): Table {
  checkOptions(options, ["of", "n", "by", "seed", "coders", "showMachine"], "a sample");
  const { of = "tone", n = 200, by = "discussion", seed = 1, coders = 1, showMachine = false } = options;
  for (const [name, value] of Object.entries({ n, coders }))
    if (!Number.isInteger(value) || value < 1) throw notCount(name, value);
  if (!Number.isSafeInteger(seed)) throw notCount("seed", seed);
  const base = checkedLayer(of);
  if (!table.has(by)) throw unknownColumn(by, table.schema);
  const layer = withLabels(base, base.many === true && table.has("labels") ? table.column("labels")[0] : undefined);
  const about = layer.about === undefined ? null : onlyAbout(table, layer.about);
  const members = populationOf(table, layer);
  if (members.length === 0) {
    throw new YoronError({
      code: "bad-value",
      what: `there is nothing to label: rows with words and an answer of ${layer.name} are`,
      value: 0,
      next: "name pages with comments",
    });
  }
  const named = strataOf(
    members.map(({ row }) => row[by] as Cell),
    n,
  );
  const strata = layer.tells.includes(by) && !showMachine ? numberedStrata(named, seed) : named;
  const drawn = draw(members, tally(strata).size * 2 > n ? named.map(() => "(all)") : strata, n, seed);
  const coderColumns = coders === 1 ? ["label"] : Array.from({ length: coders }, (_, i) => `label${i + 1}`);
  const shown = sampleSchema.columns.filter(
    ({ name }) => (showMachine || !name.startsWith("machine")) && (about !== null || name !== "proposition"),
  );
  const read = shown.findIndex(({ name }) => name === "labels");
  const columns = [...shown.slice(0, read), ...coderColumns.map(labelColumn), ...shown.slice(read)];
  const all = [...answersOf(members, layer)].map(([label, count]) => `${label} ${count}`).join("; ");
  const rows = drawn.map(({ member: { discussion, unit, text, machine }, ...stratum }) => ({
    discussion,
    unit,
    text,
    ...(about === null ? {} : { proposition: about }),
    labels: labelsShown(layer.labels),
    of,
    ...stratum,
    ...(showMachine ? { machine, machineAll: all } : {}),
  }));
  return Table.from({ ...sampleSchema, columns }, rows) as unknown as Table;
}

/** Returns what all rows are about; throws where they are about several things, of which a sheet asks one. */
function onlyAbout(table: Table, column: string): string {
  const [only = "", ...more] = new Set((table.column(column) as readonly Cell[]).map(String));
  if (more.length === 0) return only;
  throw new YoronError({
    code: "bad-value",
    what: `a sample asks about one ${column}; the table has`,
    value: [only, ...more],
    next: `keep one: table.filter((row) => row.${column} === …)`,
  });
}

interface Drawn {
  readonly member: Member;
  readonly stratum: string;
  readonly stratumSize: number;
  readonly weight: number;
}

/** Returns of each stratum the rows of the smallest random numbers, in the order of these. */
function draw(members: readonly Member[], strata: readonly string[], n: number, seed: number): readonly Drawn[] {
  const numbered = members
    .map((member, i) => ({ member, stratum: strata[i]!, id: `${member.discussion}/${member.unit}` }))
    .map((one) => ({ ...one, number: drawNumber(one.id, seed) }))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  const sizes = [...tally(numbered.map(({ stratum }) => stratum))].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = allocate(
    sizes.map(([, size]) => size),
    n,
  );
  const left = new Map(sizes.map(([name, size], i) => [name, { size, rows: rows[i]!, taken: 0 }]));
  return numbered.flatMap(({ member, stratum }) => {
    const part = left.get(stratum)!;
    if (part.taken === part.rows) return [];
    part.taken++;
    return [{ member, stratum, stratumSize: part.size, weight: Number((part.size / part.rows).toFixed(4)) }];
  });
}

/** Returns numbers as names of strata, in an order that says nothing of them. */
function numberedStrata(names: readonly string[], seed: number): readonly string[] {
  const order = [...new Set(names)].sort((a, b) => drawNumber(a, seed) - drawNumber(b, seed));
  return names.map((name) => `stratum ${order.indexOf(name) + 1}`);
}

function notCount(name: string, value: unknown): YoronError {
  return new YoronError({ code: "bad-value", what: `a sample takes a whole number for ${name}, not`, value });
}
