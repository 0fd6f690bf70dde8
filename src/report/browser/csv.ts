/**
 * Returns rows as CSV that Excel reads: a byte order mark, CRLF, and no cell that it would take for a formula.
 *
 * @example
 * csvText([["語", "件"], ["=1+1", 3]]); // "\ufeff語,件\r\n'=1+1,3\r\n"
 */
export function csvText(rows: readonly (readonly unknown[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
