import type { DataReader } from "../../model/data-folder.ts";

/** What the finder of claims knows. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in the next commit
export interface ClaimResources {}

/** Returns what the finder of claims knows. */
export function loadClaimResources(_read: DataReader): ClaimResources {
  return Object.freeze({});
}
