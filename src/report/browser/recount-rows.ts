import type { Counted, Recount } from "../../charts/recount.ts";
import type { Columns } from "../columns.ts";
import type { PayloadRow } from "../payload.ts";
import { chosenOf, counts, toldOf } from "./counted.ts";
import type { Compared } from "./keyness-again.ts";
import type { Values } from "./labels.ts";

/** How the rows of a chart are for some comments alone: counted again, kept or left out, or as they were. */
export interface Selected {
  readonly how: "recounted" | "kept" | "whole";
  readonly values: readonly Values[];
}

interface Counting {
  readonly rows: readonly PayloadRow[];
  readonly recount: Recount | null;
  readonly compared?: Compared | null;
}

/** Returns the rows of a chart for the units that pass. */
export function selectedRows(
  values: readonly Values[],
  { rows, recount, compared = null }: Counting,
  passing: Uint8Array,
  columns: Columns,
): Selected {
  if (recount !== null) {
    const chosen = chosenOf(passing, columns, compared);
    const fieldsOf = fieldsByKind(recount);
    const counted = values.flatMap((value, row) => {
      const told = toldOf(rows[row]!, chosen);
      if (told === null) return [];
      const fields = fieldsOf(value).map(([field, how]) => [field, counts(how, told, value)] as const);
      return [{ ...value, ...Object.fromEntries(fields) }];
    });
    return { how: Object.keys(recount).length === 0 ? "kept" : "recounted", values: counted };
  }
  if (rows.every(({ units }) => units.length <= 1)) {
    return { how: "kept", values: values.filter((_, row) => rows[row]!.units.some((unit) => passing[unit] === 1)) };
  }
  return { how: "whole", values };
}

/** Returns what gives the fields of a row that are told anew: those of its kind before those of all, and none that it lacks. */
function fieldsByKind(recount: Recount): (value: Values) => readonly (readonly [field: string, how: Counted])[] {
  const all = Object.entries(recount);
  return (value) => {
    const own = `${value.kind}.`;
    const ofKind = all.flatMap(([field, how]) =>
      field.startsWith(own) ? [[field.slice(own.length), how] as const] : [],
    );
    const named = new Set(ofKind.map(([field]) => field));
    const rest = all.filter(([field]) => !field.includes(".") && !named.has(field));
    return [...ofKind, ...rest].filter(([field]) => field in value);
  };
}
