import { join } from "node:path";
import type { CorpusManifest } from "../../tables/export/corpus/manifest.ts";
import { itemsIn } from "./corpus-items.ts";
import { groupsOf } from "./groups.ts";
import { ANALYSES } from "./item-file.ts";
import type { ItemPlace } from "./write-group.ts";

/** Returns what finds the rows of an item in the parts of a corpus as it stands. */
export function oldPlaces(
  folder: string,
  { sources, groups }: CorpusManifest,
): (sha256: string, item: number) => ItemPlace {
  const places = new Map<string, ItemPlace>();
  for (const [at, items] of groupsOf(sources.flatMap(itemsIn)).entries()) {
    const { parts } = groups[at]!;
    const from: Record<string, number> = {};
    let packed = 0;
    for (const { sha256, item, rows, bytes } of items) {
      const of: Record<string, { path: string; from: number; rows: number }> = {};
      for (const [name, count] of Object.entries(rows)) {
        const part = parts[name];
        if (part !== undefined) of[name] = { path: join(folder, part.file), from: from[name] ?? 0, rows: count };
        from[name] = (from[name] ?? 0) + count;
      }
      const path = join(folder, parts[ANALYSES]!.file);
      places.set(`${sha256} ${item}`, { parts: of, analyses: { path, section: { from: packed, bytes } } });
      packed += bytes;
    }
  }
  return (sha256, item) => places.get(`${sha256} ${item}`)!;
}
