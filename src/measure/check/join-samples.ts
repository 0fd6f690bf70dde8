import { YoronError } from "../../model/error.ts";
import type { Cell } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";
import { propositionOf } from "./about.ts";
import { layerNameOf } from "./human-labels.ts";
import { isLabelColumn, labelColumn } from "./sample-schema.ts";
import { unitKeys } from "./unit-key.ts";

/**
 * Returns the sheets of several coders, each with labels of its own, to one with `label1`, `label2` …; a single sheet is given
 * back as it is. The order of the rows may differ.
 *
 * Throws `bad-value` where one sheet has a unit that another has not, and where they ask different things.
 *
 * @example
 * const sheet = sampleTable(commentTable(analysis), { n: 20 });
 * joinSamples([sheet, sheet]).has("label2"); // true
 */
export function joinSamples(sheets: readonly Table[]): Table {
  const [first, ...others] = sheets;
  if (first === undefined)
    throw new YoronError({ code: "bad-value", what: "no sheet to join was given:", value: sheets });
  const keys = unitKeys(first, "the first sheet");
  const labels = columnsOf(first);
  for (const [i, other] of others.entries()) {
    const places = new Map(unitKeys(other, `sheet ${i + 2}`).map((key, row) => [key, row]));
    checkAsked(first, other, i + 2);
    checkSame(first, keys, other, [...places.keys()], i + 2);
    labels.push(...columnsOf(other).map((cells) => keys.map((key) => cells[places.get(key)!]!)));
  }
  if (others.length === 0) return first;
  const rest = first.columns.filter(({ name }) => !isLabelColumn(name));
  const rows = rest.map(({ name }) => [name, first.column(name)] as const);
  const coders = labels.map((cells, i) => [`label${i + 1}`, cells] as const);
  const columns = [...rest, ...coders.map(([name]) => labelColumn(name))];
  return Table.fromColumns({ ...first.schema, columns }, Object.fromEntries([...rows, ...coders])) as unknown as Table;
}

/**
 * Returns the sheets with those joined that ask the same thing: one a question, in the order in which they come first.
 *
 * Throws as {@link joinSamples} does.
 *
 * @example
 * const sheet = sampleTable(commentTable(analysis), { n: 20 });
 * samplesByQuestion([sheet, sheet]).length; // 1
 */
export function samplesByQuestion(sheets: readonly Table[]): readonly Table[] {
  const groups = new Map<string, Table[]>();
  for (const sheet of sheets) {
    const own = groups.get(questionOf(sheet)) ?? [];
    groups.set(questionOf(sheet), [...own, sheet]);
  }
  return [...groups.values()].map(joinSamples);
}

/** What a sheet asks: its layer, and toward what. */
const questionOf = (sheet: Table): string =>
  [layerNameOf(sheet), propositionOf(sheet)].filter((part) => part !== null).join(" of ");

function checkAsked(first: Table, other: Table, number: number): void {
  const [ours, theirs] = [questionOf(first), questionOf(other)];
  if (ours === theirs) return;
  throw new YoronError({
    code: "bad-value",
    what: `the first sheet asks ${ours}, sheet ${number} asks`,
    value: theirs,
    next: "join sheets that were copied from one sample",
  });
}

const columnsOf = (sheet: Table): (readonly Cell[])[] =>
  sheet.columns.filter(({ name }) => isLabelColumn(name)).map(({ name }) => sheet.column(name) as readonly Cell[]);

function checkSame(
  first: Table,
  keys: readonly string[],
  other: Table,
  found: readonly string[],
  number: number,
): void {
  const [ours, theirs] = [new Set(keys), new Set(found)];
  const missing = keys.filter((key) => !theirs.has(key));
  const stray = found.filter((key) => !ours.has(key));
  const [only] = [...missing, ...stray];
  if (only === undefined) return;
  const [sheet, where] = missing.length > 0 ? [first, keys] : [other, found];
  const row = where.indexOf(only);
  throw new YoronError({
    code: "bad-value",
    what: `the coders' sheets are not of the same units: ${missing.length} only in the first, ${stray.length} only in sheet ${number}, as`,
    value: `${sheet.column("discussion")[row]}/${sheet.column("unit")[row]}`,
    next: "give sheets that were copied from one sample, with all their rows",
  });
}
