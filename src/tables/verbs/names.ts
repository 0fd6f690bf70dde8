import type { Names } from "../verb-types.ts";
import type { JoinKeys } from "./join.ts";

/** Returns one name or several as a list. */
export function listOf<K>(names: Names<K>): readonly K[] {
  return Array.isArray(names) ? (names as readonly K[]) : [names as K];
}

/** Returns which columns meet in a join: names that both have, or pairs. */
export function keysOf(on: Names<string> | Readonly<Record<string, string | undefined>>): JoinKeys {
  if (typeof on === "string") return [[on, on]];
  if (Array.isArray(on)) return (on as readonly string[]).map((name) => [name, name]);
  return Object.entries(on as Readonly<Record<string, string>>);
}
