import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { normalize } from "node:path";
import { YoronError } from "../../model/error.ts";
import { readSource } from "../../read/read.ts";
import type { CorpusSource, FailedSource } from "../../tables/export/corpus/manifest.ts";

/** A file of the inputs, known by its bytes. */
export interface FoundSource {
  readonly sha256: string;
  readonly bytes: number;
  /** All its paths, sorted; it counts once, as the first. */
  readonly paths: readonly string[];
}

/** What the inputs are. */
export interface FoundSources {
  readonly sources: readonly FoundSource[];
  readonly failed: readonly (FailedSource & { readonly error: YoronError })[];
}

/** Returns the sources behind paths, each once by its bytes, sorted by the first path. */
export async function findSources(
  paths: Iterable<string> | AsyncIterable<string>,
  told: (path: string) => void,
): Promise<FoundSources> {
  const found = new Map<string, { bytes: number; paths: string[] }>();
  const failed: (FailedSource & { error: YoronError })[] = [];
  const seen = new Set<string>();
  for await (const given of paths) {
    const path = /^[a-z]+:\/\//i.test(given) ? given : normalize(given);
    if (seen.has(path)) continue;
    seen.add(path);
    told(path);
    try {
      const { sha256, bytes } = await hashSource(path);
      const known = found.get(sha256);
      if (known === undefined) found.set(sha256, { bytes, paths: [path] });
      else known.paths.push(path);
    } catch (error) {
      if (!(error instanceof YoronError)) throw error;
      failed.push({ path, code: error.code, message: error.message, error });
    }
  }
  return {
    sources: [...found]
      .map(([sha256, { bytes, paths }]) => ({ sha256, bytes, paths: paths.sort() }))
      .sort((a, b) => (a.paths[0]! < b.paths[0]! ? -1 : 1)),
    failed: failed.sort(byPath),
  };
}

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

async function hashSource(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(piece as Uint8Array);
      bytes += (piece as Uint8Array).length;
    }
  } catch (cause) {
    // Reading it as a whole says in words what is wrong with it.
    await readSource(path);
    throw cause;
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** What becomes of the sources that a corpus has, and of those that are found. */
export interface SourcePlan {
  /** Every source that the corpus will have, by its bytes, with all its paths. */
  readonly sources: readonly (FoundSource & { readonly old: CorpusSource | null })[];
  /** Sources that stood where others stand now. */
  readonly replaced: readonly CorpusSource[];
}

/** Returns what a corpus will hold: what it has, without what stood where something else stands now, and what is new. */
export function planSources(old: readonly CorpusSource[], { sources, failed }: FoundSources): SourcePlan {
  const now = new Map(sources.flatMap(({ sha256, paths }) => paths.map((path) => [path, sha256] as const)));
  const isFailed = new Set(failed.map(({ path }) => path));
  const planned = new Map(sources.map((source) => [source.sha256, { ...source, old: null as CorpusSource | null }]));
  const replaced: CorpusSource[] = [];
  for (const source of old) {
    const stays = source.paths.filter(
      (path) => (now.get(path) ?? source.sha256) === source.sha256 && !isFailed.has(path),
    );
    const again = planned.get(source.sha256);
    const paths = [...new Set([...stays, ...(again?.paths ?? [])])].sort();
    if (paths.length === 0) {
      replaced.push(source);
      continue;
    }
    // Its title and its path are those of the first place it was found at: under another it is read again.
    const isSame = paths[0] === source.paths[0];
    planned.set(source.sha256, { sha256: source.sha256, bytes: source.bytes, paths, old: isSame ? source : null });
  }
  const list = [...planned.values()].sort((a, b) => (a.paths[0]! < b.paths[0]! ? -1 : 1));
  return { sources: list, replaced };
}
