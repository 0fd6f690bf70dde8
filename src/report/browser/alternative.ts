import { grouped } from "../../text/grouped.ts";
import type { Payload, PayloadChart } from "../payload.ts";
import { rowsOf } from "./chart-values.ts";
import { toldNumber } from "./told-number.ts";

/** Characters from which on the words of a cell need room for a line. */
const LONG = 20;

/**
 * Returns a chart's table, when it is first opened: what the tooltips tell, and a button a row that leads to the words.
 */
export function alternativeTable(
  chart: PayloadChart,
  values: readonly Readonly<Record<string, unknown>>[],
  { words, columns: units }: Payload,
  onChoose: (row: number) => void,
): HTMLTableElement {
  const { columns } = chart;
  const rows = rowsOf(chart);
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const { title } of [{ title: words.open }, ...columns]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const [index, row] of values.entries()) {
    const line = body.insertRow();
    const open = line.insertCell();
    for (const { field, format } of columns) {
      const cell = line.insertCell();
      const value = row[field];
      cell.dir = "auto";
      cell.textContent =
        value === null || value === undefined || value === ""
          ? "–"
          : typeof value === "number"
            ? toldNumber(value, format)
            : String(value);
      if (typeof value === "number") cell.className = "number";
      else if (cell.textContent.length > LONG) cell.className = "long";
    }
    const behind = rows[index]!.units;
    const comments = behind.filter((unit) => units.place[unit] !== 0).length;
    const article = comments < behind.length ? `＋${words.article}` : "";
    const count =
      comments === 0 && article !== ""
        ? words.article
        : `${grouped(comments)} ${comments === 1 ? words.oneComment : words.manyComments}${article}`;
    if (behind.length === 0) {
      // A time without comments has no words to lead to.
      open.textContent = count;
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "place";
    button.textContent = count;
    const told = columns.slice(0, 2).map(({ field }) => String(row[field] ?? "–"));
    button.setAttribute("aria-label", `${count} – ${words.open}: ${told.join(" ")}`);
    button.addEventListener("click", () => onChoose(index));
    open.append(button);
  }
  return table;
}
