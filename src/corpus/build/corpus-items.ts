import type { CorpusSource } from "../../tables/export/corpus/manifest.ts";
import type { Item } from "./groups.ts";

/** Returns the items of a source. */
export function itemsIn({ sha256, paths, without, items }: CorpusSource): readonly Item[] {
  const as = JSON.stringify([paths[0], without]);
  return items.map(({ rows, bytes }, item) => ({ sha256, item, as, rows, bytes }));
}
