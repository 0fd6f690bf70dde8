import { type Table, type WorkbookOptions, writeWorkbook } from "../index.ts";
import type { Io } from "./io.ts";
import { said } from "./said.ts";

/** Returns tables as one workbook; what Excel could not hold is told. */
export async function bookOf(tables: readonly Table[], lang: WorkbookOptions["lang"], io: Io): Promise<Uint8Array> {
  const { bytes, cut } = await writeWorkbook(tables, lang === undefined ? {} : { lang });
  for (const { table, cells } of cut) io.tell(`yoron: ${said().notes.cutCells(table, cells)}`);
  return bytes;
}
