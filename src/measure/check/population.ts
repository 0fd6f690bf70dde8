import { need } from "../../tables/need.ts";
import type { Cell } from "../../tables/schema.ts";
import type { Row, Table } from "../../tables/table.ts";
import { type CheckedLayer, says } from "./layers.ts";

/** A unit of the whole that the sample stands for. */
export interface Member {
  readonly discussion: string;
  readonly unit: string;
  readonly text: string;
  /** The machine's answer. */
  readonly machine: string;
  /** Its whole row. */
  readonly row: Row;
}

/** Returns the units that have words and an answer of the machine: the whole that a sample is drawn from and stands for. */
export function populationOf(table: Table, layer: CheckedLayer): readonly Member[] {
  const columns = ["discussion", layer.unit, layer.machine, "text"];
  const rows = need(`a sample of ${layer.name}`, table, table.schema, columns as never) as unknown as Table<Row>;
  return [...rows].flatMap((row) => {
    const [discussion, unit, machine, text] = columns.map((name) => row[name] as Cell);
    if (typeof machine !== "string" || typeof text !== "string" || text.trim() === "") return [];
    return [{ discussion: String(discussion), unit: String(unit), text, machine, row }];
  });
}

/** Returns how often the machine gives each answer, in the order of the layer's labels. */
export function answersOf(members: readonly Member[], { labels }: CheckedLayer): ReadonlyMap<string, number> {
  return new Map(labels.map(({ label }) => [label, members.filter(({ machine }) => says(machine, label)).length]));
}
