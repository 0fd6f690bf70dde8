import { YoronError } from "../model/error.ts";

/** One row of a data file: column name to cell. */
export type TsvRow<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Returns the rows of a data file: tab-separated, the first line that is no `#` comment names the columns.
 *
 * Blank lines and `#` comments are skipped; a line whose first cell is itself a `#` is written `\#`.
 * Throws a `bad-lexicon` error that names file and line for a missing column or a row of another width.
 *
 * @example
 * parseTsv("# greetings\nword\tstrength\nやあ\t0.2\n", ["word", "strength"], "greetings.tsv");
 * // [{ word: "やあ", strength: "0.2" }]
 */
export function parseTsv<Column extends string>(
  text: string,
  columns: readonly Column[],
  file: string,
): TsvRow<Column>[] {
  const rows: TsvRow<Column>[] = [];
  let header: string[] | undefined;
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    const clean = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (clean === "" || clean.startsWith("#")) continue;
    const cells = (clean.startsWith("\\#") ? clean.slice(1) : clean).split("\t");
    if (header === undefined) {
      header = cells;
      const missing = columns.filter((column) => !cells.includes(column));
      if (missing.length > 0) {
        throw new YoronError({
          code: "bad-lexicon",
          what: `${file} lacks the columns`,
          value: missing,
          next: `it has: ${cells.join(", ")}`,
        });
      }
      continue;
    }
    if (cells.length !== header.length) {
      throw new YoronError({
        code: "bad-lexicon",
        what: `${file} line ${number} has ${cells.length} cells, not ${header.length}:`,
        value: clean,
      });
    }
    const row: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) row[header[i]!] = cells[i]!;
    rows.push(row as TsvRow<Column>);
  }
  return rows;
}
