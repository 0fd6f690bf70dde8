import { stat } from "node:fs/promises";
import { normalize } from "node:path";
import { YoronError } from "../../model/error.ts";
import { readSource } from "../../read/read.ts";
import type { CorpusSource, FailedSource } from "../../tables/export/corpus/manifest.ts";
import { hashedSource } from "./hashed-source.ts";

/** A file of the inputs, known by its bytes. */
export interface FoundSource {
  readonly sha256: string;
  readonly bytes: number;
  /** All its paths, sorted; it counts once, as the first. */
  readonly paths: readonly string[];
}

/** An input that could not be read now. */
export type FailedHere = FailedSource & { readonly error: YoronError };

/** Returns a failure as it is told of an input. */
export const failedAt = (path: string, error: YoronError): FailedHere => ({
  path,
  code: error.code,
  message: error.message,
  error,
});

/** What the inputs are. */
export interface FoundSources {
  readonly sources: readonly FoundSource[];
  readonly failed: readonly FailedHere[];
}

/** Returns the sources behind paths, each once by its bytes, sorted by the first path. */
export async function findSources(
  paths: Iterable<string> | AsyncIterable<string>,
  told: (path: string) => void,
): Promise<FoundSources> {
  const found = new Map<string, { bytes: number; paths: string[] }>();
  const failed: FailedHere[] = [];
  const seen = new Set<string>();
  for await (const given of paths) {
    const path = isAddress(given) ? given : normalize(given);
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
      failed.push(failedAt(path, error));
    }
  }
  return {
    sources: [...found].map(([sha256, { bytes, paths }]) => ({ sha256, bytes, paths: paths.sort() })).sort(byFirstPath),
    failed: failed.sort(byPath),
  };
}

export const byFirstPath = (a: FoundSource, b: FoundSource): number => (a.paths[0]! < b.paths[0]! ? -1 : 1);

const isAddress = (path: string): boolean => /^[a-z]+:\/\//i.test(path);

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

async function hashSource(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  // It says of an address what to do.
  if (isAddress(path)) await readSource(path);
  await checkPlain(path);
  const source = hashedSource(path);
  let bytes = 0;
  for await (const piece of source.pieces()) bytes += piece.length;
  return { sha256: await source.sha256(), bytes };
}

/** Throws for what gives its bytes once: it is hashed first and read later. */
async function checkPlain(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.isFile() || found.isDirectory()) return;
  throw new YoronError({
    code: "unreadable",
    what: "a corpus is made of files, which are read twice, and not of a pipe or device:",
    value: path,
    next: "write what it gives to a file, and give that",
  });
}

/** A source that a corpus will have, and what the corpus holds of it; null: it is read. */
export type PlannedSource = FoundSource & { readonly old: CorpusSource | null };

/** What becomes of the sources that a corpus has, and of those that are found. */
export interface SourcePlan {
  /** Every source that the corpus will have, by its bytes, with all its paths. */
  readonly sources: readonly PlannedSource[];
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
  return { sources: [...planned.values()].sort(byFirstPath), replaced };
}
