import type { DataReader } from "../../model/data-folder.ts";

/** What the finder of sides knows. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in the next commit
export interface SideResources {}

/** Returns what the finder of sides knows. */
export function loadSideResources(_read: DataReader): SideResources {
  return Object.freeze({});
}
