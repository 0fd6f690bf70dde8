import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isCorpus } from "../index.ts";
import { LOCK } from "./hold-folder.ts";
import type { Io } from "./io.ts";
import { named } from "./named.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";

/** Where what is done is kept until the run is through; the folder goes when it is. */
export const PARTS = "parts";
/** The corpus among the parts that long inputs become. */
export const CORPUS = "corpus";
/** The file that says what was read and written. */
export const MANIFEST = "manifest.json";
export const MANIFEST_SCHEMA = "yoron/manifest@1";

/** What `yoron analyze` writes into its folder. */
const WRITTEN = new Set([MANIFEST, PARTS, "charts", "tables", "tables.xlsx", "report.html"]);
/** The parts of an input, whole or as they are being written. */
const PART = /^[0-9a-f]{32}\.json(?:\.\d+\.part)?$/;
/** Names that a note shows of what stands beside. */
const MOST_NAMED = 3;

/**
 * Throws where a folder holds files of others by the names of those that would be written or taken away; what else it holds is
 * told. What an earlier run wrote, or left when it was broken off, is written over.
 */
export async function checkOwnFolder(folder: string, io: Io): Promise<void> {
  const entries = (await readdir(folder).catch(() => [])).sort();
  const ownParts = await areOurParts(join(folder, PARTS));
  const isOurs = entries.includes(LOCK) || ownParts || (await isOurManifest(join(folder, MANIFEST)));
  const foreign = isOurs
    ? entries.filter((name) => name === PARTS && !ownParts)
    : entries.filter((name) => WRITTEN.has(name));
  const { notOurs, folderElsewhere } = said().usage;
  if (foreign.length > 0) throw usageError(notOurs(foreign.join(", ")), folder, folderElsewhere);
  const beside = entries.filter((name) => !name.startsWith("."));
  if (isOurs || beside.length === 0) return;
  const more = beside.length > MOST_NAMED ? said().notes.more(beside.length - MOST_NAMED) : "";
  const shown = beside.slice(0, MOST_NAMED).map((name) => named(name, 40));
  io.note(said().notes.beside(named(folder), `${shown.join(", ")}${more}`));
}

/** Whether a folder holds what runs keep alone: parts of inputs, and the corpus that long ones become. */
async function areOurParts(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch(() => null);
  if (entries === null || !entries.every((name) => name === CORPUS || PART.test(name))) return false;
  const corpus = join(folder, CORPUS);
  const inCorpus = entries.includes(CORPUS) ? await readdir(corpus).catch(() => [""]) : [];
  // One that was not built to its end has no manifest yet.
  return inCorpus.length === 0 || inCorpus.includes(".build") || isCorpus(corpus);
}

async function isOurManifest(path: string): Promise<boolean> {
  try {
    const { schema } = JSON.parse(await readFile(path, "utf8")) as { readonly schema?: unknown };
    return schema === MANIFEST_SCHEMA;
  } catch {
    // None there, or another's.
    return false;
  }
}
