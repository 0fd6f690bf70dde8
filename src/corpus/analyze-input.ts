import { type AnalyzeOptions, analyze, predictNames } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import { YoronError } from "../model/error.ts";
import type { ReadOptions } from "../read/format.ts";
import { readAll, readSource } from "../read/read.ts";
import type { Resources } from "../resources.ts";
import { version } from "../version.ts";
import { type Part, toPart } from "./part.ts";
import { partFile, readParts, writeParts } from "./part-file.ts";
import { type Privacy, withPrivacy } from "./with-privacy.ts";

/** What is the same for all inputs of a run. */
export interface Settings {
  readonly read: ReadOptions;
  readonly analyze: AnalyzeOptions;
  readonly privacy: Privacy;
  /** Folder that keeps what is done, or null. */
  readonly parts: string | null;
  /** A hash that tells one set of own words from another. */
  readonly words: string;
}

export interface InputParts {
  readonly parts: readonly Part[];
  /** The analyses themselves where they were made here and now. */
  readonly analyses: readonly Analysis[] | null;
  /** Whether an earlier run had done it. */
  readonly kept: boolean;
}

/** Returns the analyses of one input, a path or the bytes themselves, or what an earlier run kept of them. */
export async function analyzeInput(
  input: string | Uint8Array,
  resources: Resources,
  settings: Settings,
): Promise<InputParts> {
  const { read, analyze: options, privacy, parts: folder, words } = settings;
  const path = typeof input === "string" ? input : null;
  const bytes = typeof input === "string" ? await readSource(input) : input;
  const isPrivate = Object.keys(privacy).length > 0;
  const settingsOf = () => JSON.stringify([version, read, options, words, ...(isPrivate ? [privacy] : [])]);
  const file = folder === null ? null : partFile(folder, path, bytes, settingsOf());
  const kept = file === null ? null : await readParts(file);
  if (kept !== null) return { parts: kept, analyses: null, kept: true };
  const analyses: Analysis[] = [];
  for (const source of readAll(bytes, path === null ? read : { ...read, path })) {
    const discussion = isPrivate ? await withPrivacy(source, privacy, resources) : source;
    const names = await predictNames(discussion, resources);
    analyses.push(analyze(discussion, resources, names === null ? options : { ...options, names }));
  }
  const parts = analyses.map(toPart);
  if (file !== null && folder !== null) await writeParts(file, folder, parts);
  return { parts, analyses, kept: false };
}

/**
 * Returns any failure as an error that can be told: what is not Yoron's own error is a fault of Yoron, and stops no
 * other input.
 */
export function asYoronError(error: unknown): YoronError {
  if (error instanceof YoronError) return error;
  return new YoronError({
    code: "internal",
    what: "this input met a fault of Yoron:",
    value: error instanceof Error ? error.message : String(error),
    next: "please report it",
    cause: error,
  });
}
