import { deepFreeze } from "../../model/freeze.ts";
import type { Aggregate } from "../aggregates.ts";
import type { Cell, Column } from "../schema.ts";
import { keyOf } from "./keys.ts";
import { cellsOf, columnOf, type Parts, takeRows } from "./parts.ts";

/** Any aggregate; what it needs of a row is for the caller's types. */
export type AnyAggregate = Omit<Aggregate<unknown, Cell>, "needs">;

/** Returns the numbers of the rows of each group, in the order in which the groups first occur; null is a group too. */
export function groupRows(parts: Parts, keys: readonly string[]): number[][] {
  const key = keyOf(parts, keys);
  const groups = new Map<string | null, number[]>();
  for (let row = 0; row < parts.length; row++) {
    const own = key(row);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** Returns a row a group: its keys, then what was computed of it. Without keys the whole table is one group. */
export function rollup(parts: Parts, keys: readonly string[], made: Readonly<Record<string, AnyAggregate>>): Parts {
  const groups = keys.length === 0 ? [Array.from({ length: parts.length }, (_, row) => row)] : groupRows(parts, keys);
  const heads = takeRows(parts, keys.length === 0 ? [] : groups.map((group) => group[0]!));
  const cells = new Map<string, readonly Cell[]>(keys.map((name) => [name, cellsOf(heads, name)]));
  const columns: Column[] = keys.map((name) => columnOf(parts, name));
  for (const [name, aggregate] of Object.entries(made)) {
    cells.set(name, Object.freeze(groups.map((group) => valueOfGroup(parts, group, aggregate))));
    columns.push(columnFor(parts, name, aggregate));
  }
  const description = keys.length === 0 ? "All rows." : `A group of equal ${keys.join(", ")}.`;
  const schema = { name: parts.schema.name, description, columns };
  return { schema, cells, length: groups.length, titles: parts.titles, asGiven: true };
}

/** Returns what an aggregate computes of some rows. */
export function valueOfGroup(parts: Parts, group: readonly number[], { columns, run }: AnyAggregate): Cell {
  const own = columns.map((column) => {
    const cells = cellsOf(parts, column);
    return group.map((row) => cells[row]!);
  });
  return deepFreeze(run(own, group.length));
}

/** Returns the declaration of the column that an aggregate makes. */
export function columnFor(parts: Parts, name: string, { columns, meaning, type, nullable }: AnyAggregate): Column {
  const [source] = columns;
  const declared = source === undefined ? undefined : columnOf(parts, source);
  const made: Column =
    type === undefined && declared !== undefined
      ? { ...declared, name, meaning }
      : { name, type: type ?? "string", meaning };
  const { nullable: _, key: __, ...rest } = made;
  return nullable === false ? { ...rest, nullable: false } : rest;
}
