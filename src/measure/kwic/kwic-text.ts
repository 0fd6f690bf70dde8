import { visible } from "../../model/visible.ts";
import { need } from "../../tables/need.ts";
import { columnsOf, pad } from "../../tables/show/columns.ts";
import type { Table } from "../../tables/table.ts";
import { kwicSchema } from "./kwic-table.ts";

/**
 * Returns a concordance for reading: a line a place, the word in one column under the other, behind the comment's id.
 *
 * @example
 * kwicText(kwicTable(analysis, "鉄道")); // "c3  …を残すなら [鉄道] しかない…"
 */
export function kwicText(table: Table): string {
  const rows = [...need("a concordance", table, kwicSchema, ["unit", "left", "text", "right"])].map(
    ({ unit, left, text, right }) => ({ unit, left: visible(left), text: visible(text), right: visible(right) }),
  );
  const most = (name: "unit" | "left" | "text") => Math.max(0, ...rows.map((row) => columnsOf(row[name])));
  const [unit, left, text] = [most("unit"), most("left"), most("text")];
  return rows
    .map((row) =>
      `${pad(row.unit, unit)}  ${pad(row.left, left, true)} [${row.text}]${pad("", text - columnsOf(row.text))} ${row.right}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
