import { type Column, type CrossCell, Table } from "../index.ts";

/**
 * Returns a cross table for reading: a line a row's answer, in each cell the count and the share of its column, with a star
 * where the adjusted residual is beyond ±1.96; below it what the tests say.
 */
export function crossText(table: Table<CrossCell>): string {
  const cells = table.toRows();
  if (cells.length === 0) return "no comment has an answer of both kinds\n";
  const columns = [...new Set(cells.map(({ column }) => column))];
  const rows = [...new Set(cells.map(({ row }) => row))];
  const [first] = cells as [CrossCell];
  const named: Column[] = ["", ...columns, "n", ...(first.test === "row" ? TESTS : [])].map((name) => ({
    name,
    type: "string",
    meaning: "",
  }));
  const lines = rows.map((row) => {
    const own = cells.filter((cell) => cell.row === row);
    const told = own[0]!;
    return Object.fromEntries([
      ["", row],
      ...own.map((cell) => [cell.column, shown(cell)]),
      ["n", String(told.rowTotal)],
      ...(first.test === "row"
        ? [
            ["χ²", figure(told.chiSquare)],
            ["df", String(told.df ?? "–")],
            ["p", probability(told.p)],
            ["V", figure(told.cramersV)],
          ]
        : []),
    ]) as Record<string, string>;
  });
  const totals = new Map(cells.map(({ column, columnTotal }) => [column, String(columnTotal)]));
  const last = { "": "n", ...Object.fromEntries(totals), n: String(first.n) };
  const shownTable = Table.from({ name: "cross table", description: "", columns: named }, [...lines, last] as never);
  const test =
    first.test === "table"
      ? `χ² = ${figure(first.chiSquare)}, df = ${first.df ?? "–"}, p = ${probability(first.p)}, Cramér's V = ${figure(first.cramersV)}, n = ${first.n}\n`
      : "";
  // The last line counts rows, of which that of totals is none.
  const drawn = shownTable.toString({ rows: 300, width: 200 }).replace(/\ncross table: .*/u, "");
  return `${drawn}\n${test}* adjusted residual beyond ±1.96: unlike chance at 5 %, of one cell by itself\n`;
}

const TESTS = ["χ²", "df", "p", "V"];

function shown({ count, share, residual }: CrossCell): string {
  const sign = residual === null || Math.abs(residual) < 1.96 ? "" : residual > 0 ? " *+" : " *−";
  return `${count} (${share === null ? "–" : (100 * share).toFixed(0)}%)${sign}`;
}

const figure = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
const probability = (p: number | null): string => (p === null ? "–" : p < 0.001 ? "<.001" : p.toFixed(3));
