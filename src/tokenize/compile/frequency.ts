import { parseTsv } from "../../text/tsv.ts";

/** Connection ids of IPADIC and UTF-16 units, the most frequent in texts first. */
export interface FrequencyOrder {
  readonly ids: readonly number[];
  readonly units: readonly number[];
}

/** Returns the order of `frequency.tsv`; what it does not name comes after what it names, in ascending order. */
export function parseFrequency(text: string): FrequencyOrder {
  const ids: number[] = [];
  const units: number[] = [];
  for (const { kind, name } of parseTsv(text, ["kind", "name"], "frequency.tsv")) {
    if (kind === "id") ids.push(Number(name));
    else units.push(Number.parseInt(name, 16));
  }
  return { ids, units };
}

/** Returns values in the order of a list, unlisted ones behind in ascending order. */
export function inOrder(values: Iterable<number>, order: readonly number[]): number[] {
  const rank = new Map(order.map((value, i) => [value, i]));
  return [...values].sort((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || a - b);
}
