import { checkOptions } from "../../model/error.ts";
import type { Table } from "../table.ts";
import type { Workbook, WorkbookOptions } from "./workbook.ts";

/**
 * Returns tables as one workbook of Excel (.xlsx), a sheet a table, and what did not fit.
 *
 * Dates are dates as far as they name a day; texts are texts, and so no formulas; lists and structs are JSON. A text that
 * is longer than a cell holds (32,767 UTF-16 code units) ends in `…` and is counted in `cut`. Throws `bad-value` for a table
 * of more rows than a sheet holds.
 *
 * @example
 * const { bytes, cut } = await writeWorkbook([commentTable(analysis), entityTable(analysis)], { lang: "ja" });
 */
export async function writeWorkbook(tables: readonly Table[], options: WorkbookOptions = {}): Promise<Workbook> {
  checkOptions(options, ["lang"], "writeWorkbook");
  // The library of workbooks loads only when one is written.
  return (await import("./workbook.ts")).toWorkbook(tables, options);
}
