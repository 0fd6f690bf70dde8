import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { YoronError } from "../../../model/error.ts";

/** What a manifest says of itself; the number rises when an older version could not read it. */
export const CORPUS_VERSION = 1;
const SCHEMA = /^yoron\/corpus@(\d+)$/;
/** The file that says what is in a corpus; it is written last, so that its presence means that all is there. */
export const MANIFEST = "manifest.json";

/** A file of a corpus: rows of one table, named for what is in it. */
export interface PartInfo {
  /** Under the corpus's folder: `comments/part-0123456789abcdef.parquet`. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What was noted of a source when it was read, each code once. */
export interface SourceNote {
  readonly code: string;
  /** What the first discussion or comment says that has it. */
  readonly message: string;
  /** How many discussions have it. */
  readonly discussions: number;
}

/** Some comments of a source that were analysed together: how many rows each table has of them. */
export interface SourceItem {
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of their analyses, packed. */
  readonly bytes: number;
}

/** A source of a corpus. */
export interface CorpusSource {
  readonly sha256: string;
  /** Where it was found, the same bytes perhaps several times; it counts once, as the first of them. */
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly format: string;
  readonly discussions: number;
  readonly comments: number;
  readonly notes: readonly SourceNote[];
  /** Ids of discussions in it that do not go by its own hash: it holds what was read before. */
  readonly foreign: readonly string[];
  /** Those of them that another source of the corpus holds, which are left out here. */
  readonly without: readonly string[];
  readonly items: readonly SourceItem[];
}

/** An input that could not be read. */
export interface FailedSource {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** By what a corpus was made; all of it is the same for all its sources. */
export interface CorpusSettings {
  readonly layers: readonly string[];
  readonly read: object;
  readonly analyze: object;
  readonly authors: string;
  readonly maskPersons: boolean;
  /** Whether own words were given that decide how texts are cut. */
  readonly ownWords: boolean;
  /** A hash of own words and of a key for pseudonyms, which tells one set from another. */
  readonly words: string;
}

/** Parts that hold the same sources, a part a table. */
export interface PartGroup {
  /** A hash of what is in it. */
  readonly of: string;
  readonly parts: Readonly<Record<string, PartInfo>>;
}

/** What is in a corpus, and by which version. */
export interface CorpusManifest {
  readonly schema: string;
  readonly yoron: string;
  readonly settings: CorpusSettings;
  /** The tables that it has, also those without a row. */
  readonly tables: readonly string[];
  readonly sources: readonly CorpusSource[];
  readonly failed: readonly FailedSource[];
  readonly groups: readonly PartGroup[];
}

/**
 * Whether a folder holds a corpus, of whatever version.
 *
 * @example
 * await isCorpus("corpus"); // true
 */
export async function isCorpus(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => "");
  return /^\s*\{\s*"schema":\s*"yoron\/corpus@/.test(text);
}

/** Whether a folder has a file by the name of a corpus's manifest that is another's. */
export async function hasForeignManifest(folder: string): Promise<boolean> {
  return !(await isCorpus(folder)) && (await stat(join(folder, MANIFEST)).catch(() => null)) !== null;
}

/**
 * Returns the manifest of a corpus. Throws `unreadable` for a folder that holds none, `malformed` for one that is broken,
 * `unknown-format` for one of a newer version.
 */
export async function readManifest(folder: string): Promise<CorpusManifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
  const isFolder = await stat(folder)
    .then((found) => found.isDirectory())
    .catch(() => false);
  const none = (what: string) =>
    new YoronError({ code: "unreadable", what, value: folder, next: "make one: yoron corpus build FILE… -o FOLDER" });
  if (!isFolder) throw none("there is no folder");
  if (text === null) throw none("the folder holds no corpus:");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken(folder);
  }
  const { schema } = (typeof value === "object" && value !== null ? value : {}) as { readonly schema?: unknown };
  const version = typeof schema === "string" ? SCHEMA.exec(schema)?.[1] : undefined;
  if (version === undefined) throw none("the folder holds no corpus:");
  if (Number(version) > CORPUS_VERSION) {
    throw new YoronError({
      code: "unknown-format",
      what: `the corpus is of version ${version}, and this Yoron reads up to ${CORPUS_VERSION}:`,
      value: folder,
      next: "use a newer Yoron, or build it anew",
    });
  }
  // What stands behind the version was written by this program, whole or not at all.
  const manifest = value as CorpusManifest;
  const lists = [manifest.sources, manifest.groups, manifest.tables];
  if (!lists.every(Array.isArray) || typeof manifest.settings !== "object") throw broken(folder);
  return manifest;
}

function broken(folder: string): YoronError {
  return new YoronError({
    code: "malformed",
    what: "the manifest of the corpus is damaged:",
    value: join(folder, MANIFEST),
    next: "build the corpus anew",
  });
}

/**
 * Returns the parts of a table of a corpus.
 *
 * @example
 * partsOf((await openCorpus("corpus")).manifest, "comments").map(({ file }) => file);
 */
export function partsOf({ groups }: CorpusManifest, table: string): readonly PartInfo[] {
  return groups.flatMap(({ parts }) => (parts[table] === undefined ? [] : [parts[table]]));
}

/** Throws `malformed` for a part that is not there, or is longer or shorter than it was written: what can be told at once. */
export async function checkSize(folder: string, { file, bytes }: PartInfo): Promise<void> {
  const path = join(folder, file);
  const size = await stat(path)
    .then((found) => found.size)
    .catch(() => null);
  if (size !== bytes) throw damaged(path, size === null);
}

/** Throws `malformed` for a part that has not the bytes that were written. */
export async function checkPart(folder: string, part: PartInfo): Promise<void> {
  await checkSize(folder, part);
  const path = join(folder, part.file);
  if ((await hashOf(path)) !== part.sha256) throw damaged(path, false);
}

function damaged(path: string, isMissing: boolean): YoronError {
  return new YoronError({
    code: "malformed",
    what: isMissing
      ? "a part of the corpus is missing:"
      : "a part of the corpus is damaged (it is not what was written):",
    value: path,
    next: "delete the folder and build the corpus anew from its sources",
  });
}

/** Returns the SHA-256 of a file, read piece by piece. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Uint8Array);
  return hash.digest("hex");
}
