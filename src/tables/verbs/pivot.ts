import type { Cell, Column } from "../schema.ts";
import { cellsOf, columnOf, type Parts, takeRows } from "./parts.ts";
import { type AnyAggregate, columnFor, groupRows, valueOfGroup } from "./rollup.ts";

/**
 * Returns a row for each group of equal `rows` and a column for each value of `across`, sorted, with what the aggregate
 * computes of the rows where both meet; null where none do. A column is called as its value is written.
 */
export function pivot(parts: Parts, rows: readonly string[], across: string, aggregate: AnyAggregate): Parts {
  const heads = cellsOf(parts, across);
  const names = [...new Set(heads.map(nameOf))].sort();
  const groups = groupRows(parts, rows);
  const columns: Column[] = rows.map((name) => columnOf(parts, name));
  const kept = takeRows(
    parts,
    groups.map((group) => group[0]!),
  );
  const cells = new Map<string, readonly Cell[]>(rows.map((name) => [name, cellsOf(kept, name)]));
  const inGroups = groups.map((group) => {
    const byName = new Map<string, number[]>();
    for (const row of group) {
      const name = nameOf(heads[row]!);
      const own = byName.get(name);
      if (own === undefined) byName.set(name, [row]);
      else own.push(row);
    }
    return byName;
  });
  for (const name of names) {
    const values = inGroups.map((byName) => {
      const own = byName.get(name);
      return own === undefined ? null : valueOfGroup(parts, own, aggregate);
    });
    const free = freeName(name, cells);
    cells.set(free, Object.freeze(values));
    const { nullable: _, ...column } = columnFor(parts, free, aggregate);
    columns.push({ ...column, meaning: `${aggregate.meaning} where ${across} is ${name}` });
  }
  const description = `A group of equal ${rows.join(", ")}, a column for each ${across}.`;
  const schema = { name: parts.schema.name, description, columns };
  return { schema, cells, length: groups.length, titles: parts.titles, asGiven: true };
}

function nameOf(cell: Cell): string {
  return cell === null ? "null" : typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** A value that is written as a column of the rows' is gets a mark. */
function freeName(name: string, cells: ReadonlyMap<string, readonly Cell[]>): string {
  return cells.has(name) ? freeName(`${name}'`, cells) : name;
}
