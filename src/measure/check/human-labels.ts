import { YoronError } from "../../model/error.ts";
import type { Table } from "../../tables/table.ts";
import { type CheckedLayer, checkedLayer, NONE, says, withLabels } from "./layers.ts";
import { isLabelColumn } from "./sample-schema.ts";

/** What people said of the rows of a sheet. */
export interface HumanLabels {
  readonly layer: CheckedLayer;
  /** The coders' columns, each with a label or null a row. */
  readonly coders: ReadonlyMap<string, readonly (string | null)[]>;
  /** Of each row the share of people for each label; null where nobody labelled it. A settled `label` counts alone. */
  readonly truth: readonly (ReadonlyMap<string, number> | null)[];
}

/**
 * Returns what people wrote into a sheet, in either language; throws `bad-value` for a label that the layer has not.
 *
 * With `label1`, `label2` … a column `label` beside them is what the coders settled on.
 */
export function humanLabels(sheet: Table): HumanLabels {
  const shown = sheet.has("labels") ? sheet.column("labels").find((cell) => cell !== null) : null;
  const layer = withLabels(checkedLayer(layerNameOf(sheet)), shown);
  if (layer.labels.length === 0) {
    throw new YoronError({
      code: "bad-value",
      what: `a sheet of ${layer.name} needs a column labels that tells them; it has`,
      value: sheet.columns.map(({ name }) => name),
      next: "leave labels as `yoron sample` wrote them",
    });
  }
  const names = sheet.columns.map(({ name }) => name).filter(isLabelColumn);
  const read = new Map(names.map((name) => [name, labelsIn(sheet, name, layer)] as const));
  const settled = names.length > 1 ? read.get("label") : undefined;
  const coders = new Map([...read].filter(([name]) => names.length === 1 || name !== "label"));
  const truth = Array.from({ length: sheet.length }, (_, row) => {
    const said = [...coders.values()].flatMap((labels) => labels[row] ?? []);
    const counted = settled?.[row] == null ? said : [settled[row]!];
    if (counted.length === 0) return null;
    return new Map(
      layer.labels.map(({ label }) => [label, counted.filter((one) => says(one, label)).length / counted.length]),
    );
  });
  return { layer, coders, truth };
}

/** Returns the name of the layer that a sheet asks about; one that does not tell asks about tone. */
export function layerNameOf(sheet: Table): string {
  return String((sheet.has("of") ? sheet.column("of").find((of) => of !== null) : null) ?? "tone");
}

function labelsIn(sheet: Table, name: string, layer: CheckedLayer): readonly (string | null)[] {
  const cells = sheet.column(name);
  const read = cells.map((cell) => (cell === null ? null : meant(String(cell), layer)));
  const wrong = read.flatMap((label, row) => (label === undefined ? [row] : []));
  const [first] = wrong;
  if (first !== undefined) {
    const more = wrong.length > 1 ? `; ${wrong.length - 1} other rows have such, too` : "";
    throw new YoronError({
      code: "bad-value",
      what: `${sheet.column("discussion")[first]}/${sheet.column("unit")[first]} has in ${name} what is no label of ${layer.name}:`,
      value: cells[first],
      next: `labels: ${layer.labels.map(({ label, ja }) => `${label} (${ja})`).join(", ")}${more}`,
    });
  }
  return read as readonly (string | null)[];
}

/**
 * Returns the label that a cell means, whatever its width and case, or the several of one where a text may have several; null for
 * blank and for `?`, undefined for none.
 */
function meant(cell: string, layer: CheckedLayer): string | null | undefined {
  const folded = cell.normalize("NFKC").trim().toLowerCase();
  if (/^[?？]?$/u.test(folded)) return null;
  if (layer.many === true) return several(folded, layer);
  const { labels } = layer;
  return labels.find(({ label, ja, en }) => [label, ja, en, `${label} ${ja}`].includes(folded))?.label;
}

/** Returns several labels in the order of the layer; undefined where one is none, or none of them stands beside others. */
function several(cell: string, { labels }: CheckedLayer): string | undefined {
  const said = new Set(cell.split(/[\s,、，;・/+]+/u).filter((part) => part !== ""));
  const known = labels.filter(({ label, ja }) => said.delete(label.toLowerCase()) || said.delete(ja.toLowerCase()));
  const isBoth = known.length > 1 && known.some(({ label }) => label === NONE);
  return said.size > 0 || known.length === 0 || isBoth ? undefined : known.map(({ label }) => label).join(" ");
}
