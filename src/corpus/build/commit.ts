import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CorpusManifest, MANIFEST } from "../../tables/export/corpus/manifest.ts";
import { unwritable } from "./item-file.ts";

/** Name of a part, under the folder of its table. */
const PART = /^part-[0-9a-f]{16}\.(?:parquet|jsonl\.gz)$/;

/**
 * Moves what was built to its place: its new parts go to their places, then the manifest, all at once, then the parts that it
 * does not name go. A break between leaves either the corpus as it was or as it is, with files beside it that nothing names.
 */
export async function commit(folder: string, work: string, manifest: CorpusManifest): Promise<void> {
  const parts = manifest.groups.flatMap((group) => Object.values(group.parts).map(({ file }) => file));
  try {
    for (const table of await namesIn(join(work, "out"))) {
      await mkdir(join(folder, table), { recursive: true });
      for (const name of await namesIn(join(work, "out", table)))
        if (parts.includes(`${table}/${name}`)) await rename(join(work, "out", table, name), join(folder, table, name));
    }
    const neighbour = join(work, MANIFEST);
    await writeFile(neighbour, manifestText(manifest));
    await rename(neighbour, join(folder, MANIFEST));
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  await removeOthers(folder, new Set(parts));
}

/** Returns parts in the folder of a corpus that its manifest does not name: what a break left. */
export async function unnamedParts(folder: string, named: ReadonlySet<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, table)))
      if (PART.test(name) && !named.has(`${table}/${name}`)) found.push(`${table}/${name}`);
  }
  return found;
}

async function removeOthers(folder: string, named: ReadonlySet<string>): Promise<void> {
  for (const file of await unnamedParts(folder, named)) await rm(join(folder, file), { force: true });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith(".")).sort();
}

/** A list of sources, one a line, can be read by people and compared by programs. */
function manifestText({ sources, failed, groups, ...head }: CorpusManifest): string {
  const list = (name: string, rows: readonly unknown[]) =>
    `  ${JSON.stringify(name)}: [${rows.map((row) => `\n    ${JSON.stringify(row)}`).join(",")}${rows.length === 0 ? "" : "\n  "}]`;
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${[...fields, list("sources", sources), list("failed", failed), list("groups", groups)].join(",\n")}\n}\n`;
}
