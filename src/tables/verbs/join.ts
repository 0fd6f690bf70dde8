import { YoronError } from "../../model/error.ts";
import type { Cell, Column } from "../schema.ts";
import { keyOf } from "./keys.ts";
import { columnOf, type Parts } from "./parts.ts";

/** Which columns of the left table meet which of the right. */
export type JoinKeys = readonly (readonly [left: string, right: string])[];

/**
 * Returns each pair of rows that are equal in the key columns: the left one's columns, then the right one's without its
 * keys. A row on the left meets every such row on the right, in the right table's order; null meets nothing. Under
 * `outer` a row on the left without any is kept, with nulls on the right.
 */
export function join(left: Parts, right: Parts, keys: JoinKeys, outer: boolean): Parts {
  const rightKeys = keys.map(([, name]) => name);
  const added = right.schema.columns.filter(({ name }) => !rightKeys.includes(name));
  for (const [name, other] of keys) {
    columnOf(left, name);
    columnOf(right, other);
  }
  for (const { name } of added) if (left.cells.has(name)) throw clash(name, left, right);
  const [leftRows, rightRows] = pairs(left, right, keys, outer);
  const cells = new Map<string, readonly Cell[]>();
  for (const [name, column] of left.cells) cells.set(name, Object.freeze(leftRows.map((row) => column[row]!)));
  for (const { name } of added) {
    const column = right.cells.get(name)!;
    cells.set(name, Object.freeze(rightRows.map((row) => (row < 0 ? null : column[row]!))));
  }
  const opened = added.map(
    (column): Column => (outer && column.nullable === false ? { ...column, nullable: true } : column),
  );
  const schema = { ...left.schema, columns: [...left.schema.columns, ...opened] };
  return { ...left, schema, cells, length: leftRows.length };
}

function pairs(left: Parts, right: Parts, keys: JoinKeys, outer: boolean): readonly [number[], number[]] {
  const rightKey = keyOf(
    right,
    keys.map(([, name]) => name),
    { matching: true },
  );
  const places = new Map<string, number[]>();
  for (let row = 0; row < right.length; row++) {
    const key = rightKey(row);
    if (key === null) continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [row]);
    else known.push(row);
  }
  const leftKey = keyOf(
    left,
    keys.map(([name]) => name),
    { matching: true },
  );
  const leftRows: number[] = [];
  const rightRows: number[] = [];
  for (let row = 0; row < left.length; row++) {
    const key = leftKey(row);
    const met = key === null ? undefined : places.get(key);
    for (const other of met ?? (outer ? [-1] : [])) {
      leftRows.push(row);
      rightRows.push(other);
    }
  }
  return [leftRows, rightRows];
}

function clash(name: string, left: Parts, right: Parts): YoronError {
  return new YoronError({
    code: "bad-value",
    what: `tables "${left.schema.name}" and "${right.schema.name}" both have a column`,
    value: name,
    next: "join on it too, or rename or leave it out first: table.rename({ … }), table.select([ … ])",
  });
}
