import type { Format } from "../format.ts";
import { readTable } from "../tables/read-table.ts";

/** A format of files that are tables and no text. */
function tableFormat(name: string, description: string): Format {
  return {
    name,
    description,
    needs: "a header and a column of comments",
    columns: true,
    detect: ({ table }) => (table?.format === name ? 1 : 0),
    *read(decoded) {
      if (decoded.table !== undefined) yield* readTable(decoded, decoded.table);
    },
  };
}

/** The format of workbooks of Excel and LibreOffice. */
export const xlsx = tableFormat("xlsx", "a workbook: .xlsx, .xlsm, .xlsb, .xls or .ods, with a row a comment");

/** The format of Arrow, as `yoron table -o x.arrow` writes it. */
export const arrow = tableFormat("arrow", "an Arrow stream or file with a row a comment");

/** The format of Parquet, as `yoron table -o x.parquet` writes it; from a path only. */
export const parquet = tableFormat("parquet", "a Parquet file with a row a comment; read from its path only");
