import { YoronError } from "../../model/error.ts";
import type { Table } from "../../tables/table.ts";
import { aboutOf } from "./about.ts";
import { type CheckedLabel, type CheckedLayer, labelsShown, withLabels } from "./layers.ts";
import { answersOf, populationOf } from "./population.ts";
import { unitKey, unitKeys } from "./unit-key.ts";

/** What the machine said of the rows of a sheet, and of the whole that they were drawn from. */
export interface MachineAnswers {
  readonly rows: readonly string[];
  readonly all: ReadonlyMap<string, number>;
  /** Texts of the whole; where a text may have several labels, fewer than these together. */
  readonly size: number;
}

/**
 * Returns the machine's answers: in the table that the sheet was drawn from, else in the sheet itself, if it shows them.
 *
 * Throws `bad-value` where neither has them, and where the table is not the one that the sheet was drawn from.
 */
export function machineAnswers(sheet: Table, layer: CheckedLayer, table?: Table): MachineAnswers {
  if (table === undefined) return fromSheet(sheet, layer);
  checkLabels(layer, table);
  const members = populationOf(aboutOf(sheet, layer, table), layer);
  const known = new Map(members.map(({ discussion, unit, machine }) => [unitKey(discussion, unit), machine]));
  const keys = unitKeys(sheet);
  const strays = keys.flatMap((key, row) => (known.has(key) ? [] : [row]));
  const [stray] = strays;
  if (stray !== undefined) {
    throw new YoronError({
      code: "bad-value",
      what: `${strays.length} of ${keys.length} rows of the sheet are not of these pages, as`,
      value: `${sheet.column("discussion")[stray]}/${sheet.column("unit")[stray]}`,
      next: "give the very files that `yoron sample` drew from",
    });
  }
  checkSize(sheet, members.length);
  return { rows: keys.map((key) => known.get(key)!), all: answersOf(members, layer), size: members.length };
}

function fromSheet(sheet: Table, layer: CheckedLayer): MachineAnswers {
  const rows = sheet.has("machine") ? sheet.column("machine").map((cell) => (cell === null ? "" : String(cell))) : [];
  const told = sheet.has("machineAll") ? sheet.column("machineAll").find((cell) => cell !== null) : undefined;
  const counts = new Map(
    [...String(told ?? "").matchAll(/(\w+) (\d+)/g)].map(([, label, count]) => [label!, Number(count)]),
  );
  const known = (label: string) => layer.labels.some((one) => one.label === label);
  if (rows.length === 0 || counts.size === 0) {
    throw new YoronError({
      code: "bad-value",
      what: "the sheet does not show the machine's answers; its columns are",
      value: sheet.columns.map(({ name }) => name),
      next: "give the files that it was drawn from, too",
    });
  }
  const wrong =
    rows.find((answer) => !answer.split(" ").every(known)) ?? [...counts.keys()].find((label) => !known(label));
  if (wrong !== undefined) {
    throw new YoronError({
      code: "bad-value",
      what: `the sheet has as the machine's answer what is no label of ${layer.name}:`,
      value: wrong,
      next: "give the files that it was drawn from, too, without the columns machine and machineAll",
    });
  }
  const drawn = strataTotal(sheet);
  const together = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const size = layer.many === true ? drawn : together;
  if (size === null) {
    throw new YoronError({
      code: "bad-value",
      what: "the sheet does not tell how many texts the whole has; its columns are",
      value: sheet.columns.map(({ name }) => name),
      next: "leave stratum and stratumSize in it, or give the files that it was drawn from, too",
    });
  }
  checkSize(sheet, size);
  return { rows, all: new Map(layer.labels.map(({ label }) => [label, counts.get(label) ?? 0])), size };
}

/** Throws where a table of answers has other labels than the sheet: they were found anew, otherwise. */
function checkLabels(layer: CheckedLayer, table: Table): void {
  if (layer.many !== true) return;
  const shown = table.has("labels") ? table.column("labels")[0] : null;
  const found = withLabels(layer, shown).labels;
  const same = ({ label, ja }: CheckedLabel, i: number) => found[i]?.label === label && found[i]?.ja === ja;
  if (found.length === layer.labels.length && layer.labels.every(same)) return;
  throw new YoronError({
    code: "bad-value",
    what: `the sheet lists other labels of ${layer.name} than these pages have:`,
    value: labelsShown(layer.labels),
    next: "give the very files that it was drawn from, with the same version and options",
  });
}

/** Throws unless the strata that the sheet tells of make up the whole. */
function checkSize(sheet: Table, whole: number): void {
  const drawn = strataTotal(sheet);
  if (drawn === null || drawn === whole) return;
  throw new YoronError({
    code: "bad-value",
    what: `the strata of the sheet hold ${drawn} units, and there are`,
    value: whole,
    next: "give the very files that `yoron sample` drew from, and the sheet with all its rows",
  });
}

/** Returns how many units the strata of a sheet hold; null where it does not tell. */
function strataTotal(sheet: Table): number | null {
  if (!sheet.has("stratum") || !sheet.has("stratumSize")) return null;
  const sizes = new Map(sheet.column("stratum").map((name, i) => [name, Number(sheet.column("stratumSize")[i])]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
