import type { DataReader } from "../../model/data-folder.ts";

/** What the finder of considerations knows. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in the next commit
export interface ConsiderationResources {}

/** Returns what the finder of considerations knows. */
export function loadConsiderationResources(_read: DataReader): ConsiderationResources {
  return Object.freeze({});
}
