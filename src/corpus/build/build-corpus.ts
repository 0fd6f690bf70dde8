import { mkdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { corpusTablesOf } from "../../tables/corpus-tables.ts";
import {
  CORPUS_VERSION,
  type CorpusManifest,
  type FailedSource,
  isCorpus,
  readManifest,
} from "../../tables/export/corpus/manifest.ts";
import { version } from "../../version.ts";
import type { BuildCorpusOptions } from "./build-options.ts";
import { type BuildSettings, fingerprintOf, toldSettings } from "./build-settings.ts";
import { checked, checkForeign, checkSame } from "./check-build.ts";
import { commit } from "./commit.ts";
import { crewsOf } from "./crew.ts";
import { byPath, findSources, planSources } from "./find-sources.ts";
import { holdBuild } from "./hold-build.ts";
import { unwritable } from "./item-file.ts";
import { readPlanned } from "./read-planned.ts";
import type { Stage } from "./stage-sources.ts";
import { sourceOf, writeGroups } from "./write-groups.ts";

export type { BuildCorpusOptions, BuildEvent } from "./build-options.ts";

/** Folder of what is not finished; its name is hidden, so that nobody takes it for parts. */
export const WORK = ".build";

/** What came of a build. */
export interface BuiltCorpus {
  readonly manifest: CorpusManifest;
  /** Sources that were read, that were there before, and that stood where others stand now. */
  readonly added: number;
  readonly kept: number;
  readonly replaced: number;
  readonly failed: readonly FailedSource[];
}

/**
 * Writes a corpus of files, or brings one up to date: new files are added, changed ones replaced, the others stay.
 *
 * Memory hangs on no number of sources or comments. What is done is kept in the folder until the end, so that a build that was
 * broken off goes on; until then the corpus is what it was. The same sources give the same bytes, whatever the number of
 * workers and the order of paths. A file that fails stops no other. Throws `bad-value` for a corpus that was made with
 * other settings, `unwritable` for a disk that takes no more, where another build is at work in the folder, and where a
 * `manifest.json` of something else would be written over.
 *
 * @example
 * const { added, failed } = await buildCorpus(await walk("pages"), "corpus", { workers: 2 });
 */
export async function buildCorpus(
  paths: Iterable<string> | AsyncIterable<string>,
  folder: string,
  options: BuildCorpusOptions = {},
): Promise<BuiltCorpus> {
  const asked = await checked(options);
  await corpusIn(folder, asked.settings);
  const work = join(folder, WORK);
  await mkdir(work, { recursive: true }).catch((cause) => {
    throw unwritable(folder, cause);
  });
  const giveBack = await holdBuild(folder, work);
  try {
    return await buildAlone(paths, folder, asked);
  } finally {
    await giveBack();
    // What is done is kept; where nothing is, nothing was broken off.
    await rmdir(work).catch(() => {});
  }
}

/** Returns the corpus that stands in a folder, null where there is none; throws where it was made otherwise. */
async function corpusIn(folder: string, settings: BuildSettings): Promise<CorpusManifest | null> {
  await checkForeign(folder);
  const old = (await isCorpus(folder)) ? await readManifest(folder) : null;
  if (old !== null) checkSame(old, settings, folder);
  return old;
}

async function buildAlone(
  paths: Iterable<string> | AsyncIterable<string>,
  folder: string,
  { workers, settings, words, told }: Awaited<ReturnType<typeof checked>>,
): Promise<BuiltCorpus> {
  const work = join(folder, WORK);
  // Another build may have ended since.
  const old = await corpusIn(folder, settings);
  const found = await findSources(paths, (path) => told({ kind: "found", path }));
  for (const { path, error } of found.failed) told({ kind: "failed", path, error });
  for (const { paths: all } of found.sources)
    for (const path of all.slice(1)) told({ kind: "same", path, as: all[0]! });
  const plan = planSources(old?.sources ?? [], found);
  const print = fingerprintOf(settings);
  const crews = crewsOf(words, settings);
  const stage: Stage = { work, print, workers, crews, told };

  const { planned, read, without, failed } = await readPlanned(plan.sources, stage);
  for (const source of planned) {
    const left = without.get(source.sha256)!;
    if (left.length > 0 && source.old === null)
      told({ kind: "left-out", path: source.paths[0]!, discussions: left.length });
  }

  const all = [...found.failed, ...failed];
  const sources = await Promise.all(
    planned.map((source) => sourceOf(source, read.get(source.sha256), without.get(source.sha256)!, stage)),
  );
  const current = new Set(found.sources.flatMap((source) => source.paths));
  const failures = [
    ...(old?.failed ?? []).filter(({ path }) => !current.has(path) && all.every((one) => one.path !== path)),
    ...all.map(({ path, code, message }) => ({ path, code, message })),
  ].sort(byPath);
  const result = {
    added: planned.filter((source) => source.old === null).length,
    kept: planned.filter((source) => source.old !== null).length,
    replaced: plan.replaced.length,
    failed: all.map(({ path, code, message }) => ({ path, code, message })).sort(byPath),
  };
  const manifest: CorpusManifest = {
    schema: `yoron/corpus@${CORPUS_VERSION}`,
    yoron: version,
    settings: toldSettings(settings),
    tables: corpusTablesOf(settings.layers).map(({ schema }) => schema.name),
    sources: sources.map(({ source }) => source),
    failed: failures,
    groups: await writeGroups(sources, { folder, old, settings, stage }),
  };
  // A folder where nothing could be read becomes no corpus.
  if (sources.length > 0) await commit(folder, work, manifest);
  if (sources.length > 0 || all.length > 0) await rm(work, { recursive: true, force: true });
  return { manifest, ...result };
}
