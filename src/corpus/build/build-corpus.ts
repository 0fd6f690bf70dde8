import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type AnalyzeOptions, LAYERS } from "../../analyze.ts";
import { checkOptions, YoronError } from "../../model/error.ts";
import type { ReadOptions } from "../../read/format.ts";
import { loadResources } from "../../resources.ts";
import { type CorpusLayer, corpusTablesOf } from "../../tables/corpus-tables.ts";
import {
  CORPUS_VERSION,
  type CorpusManifest,
  type CorpusSource,
  type FailedSource,
  isCorpus,
  readManifest,
  type SourceNote,
} from "../../tables/export/corpus/manifest.ts";
import { version } from "../../version.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Words } from "../pool.ts";
import { checkPrivacy, type Privacy } from "../with-privacy.ts";
import {
  analyzedLayers,
  type BuildSettings,
  CORPUS_LAYERS,
  fingerprintOf,
  toldSettings,
  USUAL_LAYERS,
} from "./build-settings.ts";
import { commit } from "./commit.ts";
import { itemsIn } from "./corpus-items.ts";
import { crewsOf } from "./crew.ts";
import { byPath, type FoundSource, findSources, planSources } from "./find-sources.ts";
import { groupHash, groupsOf, type Item } from "./groups.ts";
import { inOrder } from "./in-order.ts";
import { ANALYSES, type ItemHeader, unwritable, writeWithout } from "./item-file.ts";
import { leftOut } from "./leave-out.ts";
import { oldPlaces } from "./old-places.ts";
import { itemFile, type SourceRead } from "./read-sources.ts";
import type { ItemPlace } from "./write-group.ts";

/** Folder of what is not finished; its name is hidden, so that nobody takes it for parts. */
export const WORK = ".build";

/** What happens while a corpus is built. */
export type BuildEvent =
  | { readonly kind: "found"; readonly path: string }
  /** The same bytes were found at several places; they count once. */
  | { readonly kind: "same"; readonly path: string; readonly as: string }
  /** What a source holds stands in another already, and is left out. */
  | { readonly kind: "left-out"; readonly path: string; readonly discussions: number }
  | { readonly kind: "failed"; readonly path: string; readonly error: YoronError }
  | {
      readonly kind: "source";
      readonly path: string;
      readonly format: string;
      readonly comments: number;
      readonly notes: readonly SourceNote[];
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: "parts"; readonly done: number; readonly of: number };

export interface BuildCorpusOptions extends Words {
  /** Threads that work beside this one; 0, the default, does all in this one. The corpus is the same. */
  readonly workers?: number;
  /** What is computed: all layers by default, and `tokens` and `sentences` where they are named. */
  readonly layers?: readonly CorpusLayer[];
  /** How sources are read. */
  readonly read?: Omit<ReadOptions, "formats" | "path" | "trace">;
  readonly analyze?: Pick<AnalyzeOptions, "targets" | "propositions">;
  readonly privacy?: Privacy;
  /** What hears of what happens. */
  readonly told?: (event: BuildEvent) => void;
}

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
 * other settings, `unwritable` for a disk that takes no more.
 *
 * @example
 * const { added, failed } = await buildCorpus(await walk("pages"), "corpus", { workers: 2 });
 */
export async function buildCorpus(
  paths: Iterable<string> | AsyncIterable<string>,
  folder: string,
  options: BuildCorpusOptions = {},
): Promise<BuiltCorpus> {
  const { workers, settings, words, told } = await checked(options);
  const old = (await isCorpus(folder)) ? await readManifest(folder) : null;
  if (old !== null) checkSame(old, settings, folder);
  const work = join(folder, WORK);
  await mkdir(work, { recursive: true }).catch((cause) => {
    throw unwritable(folder, cause);
  });
  const found = await findSources(paths, (path) => told({ kind: "found", path }));
  for (const { path, error } of found.failed) told({ kind: "failed", path, error });
  for (const { paths: all } of found.sources)
    for (const path of all.slice(1)) told({ kind: "same", path, as: all[0]! });
  const plan = planSources(old?.sources ?? [], found);
  const print = fingerprintOf(settings);
  const crews = crewsOf(words, settings);
  const stage: Stage = { work, print, workers, crews, told };

  const fresh = plan.sources.filter((source) => source.old === null);
  const { read, failed } = await stageSources(fresh, stage);
  const isRead = (source: FoundSource & { readonly old: CorpusSource | null }) =>
    source.old !== null || read.has(source.sha256);
  let planned = plan.sources.filter(isRead);
  const without = leftOut(
    planned.map((source) => ({ ...source, foreign: (source.old ?? read.get(source.sha256)!).foreign })),
  );
  // What is left out of a source changes with what the others hold: such a source is read again.
  const stale = planned.filter(
    (source) => source.old !== null && !isEqual(source.old.without, without.get(source.sha256)!),
  );
  if (stale.length > 0) {
    const again = await stageSources(stale, stage);
    for (const [sha256, one] of again.read) read.set(sha256, one);
    const lost = again.failed[0];
    if (lost !== undefined) throw lost.error;
    planned = planned.map((source) => (stale.includes(source) ? { ...source, old: null } : source));
  }
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

interface Stage {
  readonly work: string;
  readonly print: string;
  readonly workers: number;
  readonly crews: ReturnType<typeof crewsOf>;
  readonly told: (event: BuildEvent) => void;
}

async function checked(options: BuildCorpusOptions) {
  checkOptions(
    options,
    [
      "workers",
      "layers",
      "read",
      "analyze",
      "privacy",
      "told",
      "userDictionary",
      "lexicons",
      "gazetteers",
      "entities",
      "tuned",
    ],
    "buildCorpus",
  );
  const {
    workers = 0,
    layers: asked = USUAL_LAYERS,
    read = {},
    analyze = {},
    privacy = {},
    told = () => {},
    ...words
  } = options;
  checkPrivacy(privacy);
  if (!Number.isInteger(workers) || workers < 0)
    throw new YoronError({ code: "bad-value", what: "workers is a whole number from 0, not", value: workers });
  const unknown = asked.find((layer) => !CORPUS_LAYERS.includes(layer));
  if (unknown !== undefined) {
    throw new YoronError({
      code: "unknown-name",
      what: "there is no layer",
      value: unknown,
      next: `known layers: ${CORPUS_LAYERS.join(", ")}`,
    });
  }
  // Own words that are wrong are told once, before any source is read.
  if (Object.keys(words).length > 0) await loadResources(words);
  const layers = CORPUS_LAYERS.filter((layer) => asked.includes(layer));
  const computed = LAYERS.filter((layer) => analyzedLayers(layers).includes(layer));
  const settings: BuildSettings = {
    layers,
    read,
    analyze: { ...analyze, layers: computed },
    privacy,
    ownWords: words.userDictionary !== undefined,
    words: await fingerprint(words),
  };
  return { workers, settings, words, told };
}

/** Sources of one corpus are all made alike, or figures over them would say nothing. */
function checkSame(old: CorpusManifest, settings: BuildSettings, folder: string): void {
  const next = "give the options it was built with, or build into another folder";
  if (old.yoron !== version)
    throw new YoronError({
      code: "bad-value",
      what: `the corpus was built by Yoron ${old.yoron}, not ${version}:`,
      value: folder,
      next,
    });
  const now = toldSettings(settings);
  for (const [name, value] of Object.entries(now)) {
    const was = (old.settings as unknown as Readonly<Record<string, unknown>>)[name];
    if (JSON.stringify(was) === JSON.stringify(value)) continue;
    throw new YoronError({
      code: "bad-value",
      what: `the corpus was built with other settings (${name}):`,
      value: was,
      next,
    });
  }
}

/** Bytes from which a source is read first and analysed later, piece by piece; what is packed counts as more. */
const BIG = 6_000_000;
const PACKING = 8;

const isBig = ({ bytes, paths }: FoundSource): boolean =>
  bytes * (/\.(?:gz|parquet|xlsx?|xlsm|xlsb|ods|arrow)$/i.test(paths[0]!) ? PACKING : 1) > BIG;

const stagedAt = ({ work, print }: Stage, { sha256, paths }: FoundSource): string => {
  const name = createHash("sha256")
    .update(JSON.stringify([print, sha256, paths[0]]))
    .digest("hex");
  return join(work, name.slice(0, 32));
};

/** A source that was read, with the headers of all its items. */
type Staged = Omit<SourceRead, "items">;

/** Returns what sources become, read and analysed; their rows lie in the folder of what is not finished. */
async function stageSources(
  sources: readonly FoundSource[],
  stage: Stage,
): Promise<{
  readonly read: Map<string, Staged>;
  readonly failed: readonly (FailedSource & { readonly error: YoronError })[];
}> {
  const { crews, told, workers } = stage;
  const read = new Map<string, Staged>();
  const failed: (FailedSource & { error: YoronError })[] = [];
  let done = 0;
  const tell = ({ paths }: FoundSource, { format, comments, notes }: Staged) =>
    told({ kind: "source", path: paths[0]!, format, comments, notes, done, of: sources.length });
  const fail = ({ paths: [path = ""] }: FoundSource, error: unknown) => {
    // Where the disk takes no more, no other source would fare better.
    if (!(error instanceof YoronError) || error.code === "unwritable") throw error;
    failed.push({ path, code: error.code, message: error.message, error });
    told({ kind: "failed", path, error });
  };
  const taskOf = (source: FoundSource, big: boolean) => ({
    kind: "source" as const,
    source: { path: source.paths[0]!, sha256: source.sha256, staged: stagedAt(stage, source), big },
  });

  // Big sources first, one after another, in a thread that is gone before the others come: each takes much memory.
  const big = sources.filter(isBig);
  const todo: { readonly source: FoundSource; readonly read: SourceRead }[] = [];
  const reader = big.length === 0 ? null : crews(Math.min(workers, 1), { unlimited: true });
  try {
    for (const source of big) {
      try {
        todo.push({ source, read: await reader!.do(taskOf(source, true)) });
      } catch (error) {
        fail(source, error);
        done++;
      }
    }
  } finally {
    await reader?.close();
  }

  const crew = crews(workers);
  try {
    for (const { source, read: whole } of todo) {
      const staged = stagedAt(stage, source);
      const items = Array.from({ length: whole.items }, (_, item) => ({ kind: "item" as const, staged, item }));
      const headers: ItemHeader[] = [];
      for await (const header of inOrder(items, crew.ahead, (task) => crew.do(task))) headers.push(header);
      const one = { ...whole, headers };
      read.set(source.sha256, one);
      done++;
      tell(source, one);
    }
    const small = sources.filter((source) => !isBig(source));
    const answers = inOrder(small, crew.ahead, (source) =>
      crew.do(taskOf(source, false)).then(
        (one) => ({ source, one }),
        (error: unknown) => ({ source, error }),
      ),
    );
    for await (const answer of answers) {
      done++;
      if ("error" in answer) fail(answer.source, answer.error);
      else {
        read.set(answer.source.sha256, answer.one);
        tell(answer.source, answer.one);
      }
    }
  } finally {
    await crew.close();
  }
  return { read, failed };
}

/** A source as the manifest tells it, with where its items lie; null: in the parts of the corpus as it stands. */
interface PlacedSource {
  readonly source: CorpusSource;
  readonly files: readonly string[] | null;
}

async function sourceOf(
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

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");

/** Writes the parts of groups that are new, and returns all. */
async function writeGroups(
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
