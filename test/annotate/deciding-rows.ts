/** A row of a table of rules, as all rooms have them. */
export interface Row {
  readonly name: string;
  readonly example: string;
  when(...args: never[]): unknown;
}

/** Returns the names of the rows of a table that decide while something runs: those whose condition holds when asked. */
export function decidingRows(table: readonly Row[], run: () => unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const conditions = table.map(({ when }) => when);
  for (const row of table) {
    const { when } = row;
    row.when = (...args) => {
      const decides = when(...args);
      if (decides !== false && decides !== null) names.add(row.name);
      return decides;
    };
  }
  try {
    run();
  } finally {
    for (const [i, row] of table.entries()) row.when = conditions[i]!;
  }
  return names;
}

/** Returns the rows of tables, each with the name of its table: what a table of tests goes through. */
export function rowsOf(tables: Readonly<Record<string, readonly Row[]>>): [table: string, name: string, row: Row][] {
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row): [string, string, Row] => [table, row.name, row]),
  );
}
