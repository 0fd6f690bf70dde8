import { checkOptions, YoronError } from "../../model/error.ts";
import type { Cell } from "../../tables/schema.ts";
import { Table } from "../../tables/table.ts";
import { chiSquareTest } from "./chi-square.ts";
import { CROSS, type CrossCell } from "./cross-schema.ts";

export interface CrossOptions {
  /** The column of the table whose cells are the rows; a list tells several answers. */
  readonly rows: string;
  /** The column whose cells are the columns. */
  readonly columns: string;
}

/** Answers of one kind, at most; a column of numbers or texts has more, and no table of them can be read. */
const MOST_ANSWERS = 200;

/** Below this an expected count makes the p of χ² doubtful (Cochran 1954). */
const FEW = 5;

/**
 * Returns the cross table of two columns, a row a cell: counts, shares, expected counts, adjusted residuals (Haberman 1973),
 * Pearson's χ² without correction, its degrees of freedom and p, and Cramér's V. Rows with null or an empty text in either are left out.
 *
 * Cells of the table that are lists tell several answers, as codes of a comment do. Answers that go together are no parts of one
 * whole, so that one χ² of all would count a comment several times: each is then tested by itself, as held or not held, against
 * the other column (`test`), and `df` is of that test. An empty list counts as holding none. Answers stand in the order of their names, numbers by size.
 *
 * Throws `unknown-column`, and `bad-value` for a column of more than 200 different answers.
 *
 * @example
 * crossTable(commentTable(analysis), { rows: "sentimentLabel", columns: "depth" }).select(["row", "column", "count", "residual"]);
 */
export function crossTable(table: Table, options: CrossOptions): Table<CrossCell> {
  checkOptions(options, ["rows", "columns"], "a cross table");
  const [down, across] = [answersIn(table, options.rows), answersIn(table, options.columns)];
  const held = down.flatMap((row, i) => (row === null || across[i] == null ? [] : [{ row, column: across[i] }]));
  const rows = axisOf(
    options.rows,
    isMany(table, options.rows),
    held.map(({ row }) => row),
  );
  const columns = axisOf(
    options.columns,
    isMany(table, options.columns),
    held.map(({ column }) => column),
  );
  const together = new Map<string, number>();
  for (const { row, column } of held) {
    for (const one of row) {
      for (const other of column) together.set(key(one, other), (together.get(key(one, other)) ?? 0) + 1);
    }
  }
  const both = (row: string, column: string) => together.get(key(row, column)) ?? 0;
  const n = held.length;

  const cells = rows.groups.flatMap((some) =>
    columns.groups.flatMap((others) => {
      // An answer among several is held or not: what is left of each total has it not.
      const counts = some.map((row) => others.map((column) => both(row, column)));
      const wholes = others.map((column) => columns.totals.get(column)!);
      if (columns.many) {
        for (const [i, row] of some.entries()) counts[i]!.push(rows.totals.get(row)! - counts[i]![0]!);
        wholes.push(n - wholes[0]!);
      }
      if (rows.many) counts.push(wholes.map((whole, j) => whole - counts[0]![j]!));
      const found = chiSquareTest(counts);
      const told = {
        test: rows.many ? (columns.many ? "cell" : "row") : columns.many ? "column" : "table",
        chiSquare: found?.chiSquare ?? null,
        df: found?.df ?? null,
        p: found?.p ?? null,
        cramersV: found?.cramersV ?? null,
        fewExpected: found?.expected.flat().filter((expected) => expected < FEW).length ?? 0,
      };
      return some.flatMap((row, i) =>
        others.map((column, j) => ({
          row,
          column,
          count: counts[i]![j]!,
          rowTotal: rows.totals.get(row)!,
          columnTotal: wholes[j]!,
          n,
          share: counts[i]![j]! / wholes[j]!,
          expected: found?.expected[i]?.[j] ?? null,
          residual: found?.residuals[i]?.[j] ?? null,
          ...told,
        })),
      );
    }),
  );
  const places = new Map(rows.names.map((name, i) => [name, i]));
  cells.sort((a, b) => places.get(a.row)! - places.get(b.row)!);
  return Table.from(CROSS, cells);
}

/** Answers of one kind, in order, with how many have each. */
interface Axis {
  readonly names: readonly string[];
  readonly totals: ReadonlyMap<string, number>;
  readonly many: boolean;
  /** Those that are tested together: all, or each by itself where one may have several. */
  readonly groups: readonly (readonly string[])[];
}

function axisOf(column: string, many: boolean, cells: readonly (readonly string[])[]): Axis {
  const totals = new Map<string, number>();
  for (const answer of cells.flat()) totals.set(answer, (totals.get(answer) ?? 0) + 1);
  const names = [...totals.keys()].sort(byName);
  if (names.length > MOST_ANSWERS) {
    throw new YoronError({
      code: "bad-value",
      what: `a cross table takes ${MOST_ANSWERS} different answers at most; "${column}" has`,
      value: names.length,
      next: "make groups of them first: table.derive({ … })",
    });
  }
  return { names, totals, many, groups: many ? names.map((name) => [name]) : [names] };
}

const isMany = (table: Table, name: string): boolean => table.column(name).some((cell) => Array.isArray(cell));

/** Returns the answers in each cell of a column, each once; null where there is none. */
function answersIn(table: Table, name: string): readonly (readonly string[] | null)[] {
  return (table.column(name) as readonly Cell[]).map((cell) => {
    if (cell === null || cell === "") return null;
    return Array.isArray(cell) ? [...new Set((cell as readonly Cell[]).map(String))] : [String(cell)];
  });
}

const key = (row: string, column: string): string => JSON.stringify([row, column]);

/** Numbers by their size, before names by their letters. */
function byName(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return Number.isNaN(x) || x === y ? (a < b ? -1 : a > b ? 1 : 0) : x - y;
}
