import { YoronError } from "../../model/error.ts";
import type { Table } from "../../tables/table.ts";

/**
 * Returns the key of a unit that outlives a spreadsheet: of an id made of digits (or like 12e4567) Excel keeps the first few as
 * a number, 4.58E+11, so such ids are compared by these.
 */
export function unitKey(discussion: string, unit: string): string {
  const number = /^[\d.]+(e\+?\d+)?$/i.test(discussion) ? Number(discussion) : Number.NaN;
  return `${Number.isFinite(number) ? number.toPrecision(3) : discussion}/${unit}`;
}

/** Returns the keys of a sheet's rows in order; throws `bad-value` for a unit that stands there twice. */
export function unitKeys(sheet: Table, name = "the sheet"): readonly string[] {
  const units = sheet.column("unit");
  const keys = sheet.column("discussion").map((discussion, i) => unitKey(String(discussion), String(units[i])));
  const seen = new Set<string>();
  const twice = keys.findIndex((key) => seen.size === seen.add(key).size);
  if (twice >= 0) {
    throw new YoronError({
      code: "bad-value",
      what: `${name} has a unit twice:`,
      value: `${sheet.column("discussion")[twice]}/${units[twice]}`,
      next: "take one of the rows out",
    });
  }
  return keys;
}
