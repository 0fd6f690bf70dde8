import { restRows } from "./rest.ts";

/** Adds to the heads of tables that say so that they sort their rows: by numbers downward first, by words upward. */
export function sortTables(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
    for (const [column, head] of [...table.tHead!.rows[0]!.cells].entries())
      head.querySelector("button")?.addEventListener("click", () => sortBy(table, column));
  }
}

function sortBy(table: HTMLTableElement, column: number): void {
  const section = table.closest(".section");
  if (section !== null) restRows(section);
  const body = table.tBodies[0]!;
  const heads = [...table.tHead!.rows[0]!.cells];
  const rows = [...body.rows];
  const sortValue = (row: HTMLTableRowElement) => row.cells[column]!.dataset.v ?? row.cells[column]!.textContent!;
  const numbers = rows.every((row) => sortValue(row) !== "" && !Number.isNaN(Number(sortValue(row))));
  const was = heads[column]!.ariaSort;
  const down = was === null ? numbers : was === "ascending";
  const order = (a: HTMLTableRowElement, b: HTMLTableRowElement) =>
    numbers ? Number(sortValue(a)) - Number(sortValue(b)) : compare(sortValue(a), sortValue(b));
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column]!.ariaSort = down ? "descending" : "ascending";
  body.append(...rows.sort((a, b) => (down ? order(b, a) : order(a, b))));
}

/** By code points, as everywhere: no order hangs on the reader's machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
