import { cellsOf, columnOf, type Parts } from "./parts.ts";

/** Returns the named columns alone, in the order given. */
export function select(parts: Parts, names: readonly string[]): Parts {
  const columns = names.map((name) => columnOf(parts, name));
  return {
    ...parts,
    asGiven: true,
    schema: { ...parts.schema, columns },
    cells: new Map(names.map((name) => [name, cellsOf(parts, name)])),
  };
}
