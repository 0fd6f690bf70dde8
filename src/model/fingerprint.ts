import type { DataReader } from "./data-folder.ts";

/**
 * Returns a number that tells one state of data files from another by their bytes (FNV-1a, 32 bits), so that what was
 * compiled of them is not used when it is stale.
 */
export function fingerprintOf(data: DataReader, files: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const file of files) {
    const bytes = data.bytes(file);
    for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  }
  return hash;
}
