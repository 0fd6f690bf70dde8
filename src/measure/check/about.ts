import { YoronError } from "../../model/error.ts";
import type { Table } from "../../tables/table.ts";
import type { CheckedLayer } from "./layers.ts";

/** Returns the proposition that a sheet asks about; null where it asks about none, or does not tell. */
export function propositionOf(sheet: Table): string | null {
  const told = sheet.has("proposition") ? sheet.column("proposition").find((cell) => cell !== null) : null;
  return told == null ? null : String(told).trim();
}

/**
 * Returns the rows of a table that are about what the sheet asks about.
 *
 * Throws `bad-value` where the table has none such: the sheet's proposition was not asked for.
 */
export function aboutOf(sheet: Table, layer: CheckedLayer, table: Table): Table {
  const { about } = layer;
  if (about === undefined || !table.has(about)) return table;
  const known = [...new Set(table.column(about).map(String))];
  const asked = propositionOf(sheet) ?? (known.length === 1 ? known[0]! : null);
  if (asked === null) {
    throw new YoronError({
      code: "bad-value",
      what: `the sheet does not tell its ${about}, and there are several:`,
      value: known,
      next: `add a column ${about} that names one of them`,
    });
  }
  if (known.includes(asked)) return table.filter((row) => (row as Record<string, unknown>)[about] === asked);
  throw new YoronError({
    code: "bad-value",
    what: `the sheet is of a ${about} that was not asked for:`,
    value: asked,
    next: `ask for it, as in --${about} TEXT; asked for: ${known.length === 0 ? "none" : known.join(", ")}`,
  });
}
