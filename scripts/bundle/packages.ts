import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** A package of which code lies in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as its manifest gives it; null where it names none. */
  readonly licence: string | null;
  readonly holder: string;
  readonly folder: string;
}

const FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Returns the packages of which at least a byte lies in the bundles, each once, ordered by name and version. */
export function packagesIn(metafiles: readonly Metafile[]): BundledPackage[] {
  const folders = new Set<string>();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = bytesInOutput > 0 ? FOLDER.exec(input)?.[0] : undefined;
        if (folder !== undefined) folders.add(folder);
      }
  const found = new Map<string, BundledPackage>();
  for (const folder of [...folders].sort()) {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const licence = typeof license === "string" ? license : (license?.type ?? null);
    const holder = typeof author === "string" ? author : (author?.name ?? "the authors");
    found.set(`${name}@${version}`, { name, version, licence, holder, folder });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
