import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusManifest, CorpusSource } from "../../tables/export/corpus/manifest.ts";
import type { BuildSettings } from "./build-settings.ts";
import { itemsIn } from "./corpus-items.ts";
import type { FoundSource } from "./find-sources.ts";
import { groupHash, groupsOf, type Item } from "./groups.ts";
import { inOrder } from "./in-order.ts";
import { ANALYSES, writeWithout } from "./item-file.ts";
import { oldPlaces } from "./old-places.ts";
import { itemFile } from "./read-sources.ts";
import { type Stage, type Staged, stagedAt } from "./stage-sources.ts";
import type { ItemPlace } from "./write-group.ts";

/** A source as the manifest tells it, with where its items lie; null: in the parts of the corpus as it stands. */
export interface PlacedSource {
  readonly source: CorpusSource;
  readonly files: readonly string[] | null;
}

/** Returns a source as the manifest tells it, without the discussions that another source holds. */
export async function sourceOf(
  planned: FoundSource & { readonly old: CorpusSource | null },
  read: Staged | undefined,
  without: readonly string[],
  stage: Stage,
): Promise<PlacedSource> {
  const { sha256, paths, bytes, old } = planned;
  if (old !== null) return { source: { ...old, paths }, files: null };
  const { headers, format, discussions, comments, notes, foreign } = read!;
  const staged = stagedAt(stage, planned);
  const files = headers.map((_, item) => itemFile(staged, item));
  const kept = await Promise.all(
    headers.map((header, item) =>
      without.length === 0 ? header : writeWithout(files[item]!, `${files[item]!}-without`, without),
    ),
  );
  const items = kept.map(({ rows, sizes }) => ({ rows, bytes: sizes[ANALYSES] ?? 0 }));
  return {
    source: {
      ...{ sha256, paths, bytes, format, notes, foreign, without, items },
      discussions: discussions - without.length,
      comments: without.length === 0 ? comments : items.reduce((sum, { rows }) => sum + (rows.comments ?? 0), 0),
    },
    files: without.length === 0 ? files : files.map((file) => `${file}-without`),
  };
}

/** Writes the parts of groups that are new, and returns all. */
export async function writeGroups(
  sources: readonly PlacedSource[],
  {
    folder,
    old,
    settings,
    stage,
  }: {
    readonly folder: string;
    readonly old: CorpusManifest | null;
    readonly settings: BuildSettings;
    readonly stage: Stage;
  },
): Promise<CorpusManifest["groups"]> {
  const { crews, print, told, work, workers } = stage;
  await rm(join(work, "out"), { recursive: true, force: true });
  const known = new Map((old?.groups ?? []).map((group) => [group.of, group]));
  const placeOld = old === null ? null : oldPlaces(folder, old);
  const files = new Map(sources.map(({ source, files }) => [source.sha256, files]));
  const placeOf = ({ sha256, item }: Item): ItemPlace => {
    const file = files.get(sha256)?.[item];
    return file === undefined ? placeOld!(sha256, item) : { file };
  };
  const groups = groupsOf(sources.flatMap(({ source }) => itemsIn(source))).map((items) => ({
    items,
    of: groupHash(items, print),
  }));
  const { layers } = settings;
  const crew = crews(workers);
  try {
    let done = 0;
    const made: CorpusManifest["groups"][number][] = [];
    const answers = inOrder(groups, crew.ahead, async ({ items, of }) => {
      const kept = known.get(of);
      if (kept !== undefined) return kept;
      return { of, parts: await crew.do({ kind: "group", group: { of, places: items.map(placeOf), work, layers } }) };
    });
    for await (const group of answers) {
      made.push(group);
      told({ kind: "parts", done: ++done, of: groups.length });
    }
    return made;
  } finally {
    await crew.close();
  }
}
