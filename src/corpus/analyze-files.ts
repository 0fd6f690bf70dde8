import { join } from "node:path";
import type { AnalyzeOptions } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import { dataReader, packageRoot } from "../model/data-folder.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import type { ReadOptions } from "../read/format.ts";
import { loadResources } from "../resources.ts";
import { openTokenizer } from "../tokenize/load-tokenizer.ts";
import { loadFolding } from "../words/fold.ts";
import { analyzeInput, asYoronError, type Settings } from "./analyze-input.ts";
import { fingerprint } from "./fingerprint.ts";
import { fromPart, type Part } from "./part.ts";
import { type Answer, Pool, type Words } from "./pool.ts";
import { checkPrivacy, type Privacy } from "./with-privacy.ts";

/** Inputs that are done ahead of the one that is given next, for each thread. */
const AHEAD = 3;

export interface AnalyzeFilesOptions extends Words {
  /** Threads that analyse beside this one; 0, the default, analyses in this one. */
  readonly workers?: number;
  /** Folder that keeps what is done, so that a run that was broken off goes on where it stopped. */
  readonly parts?: string;
  /** How sources are read; `formats`, being functions, only without `workers`. */
  readonly read?: ReadOptions;
  readonly analyze?: AnalyzeOptions;
  /** How people are kept from being known, before anything is found; they stay as they are named by default. */
  readonly privacy?: Privacy;
}

/** What came of one input. */
export interface FileResult {
  /** The path, or null for an input given as bytes. */
  readonly path: string | null;
  /** The discussions of the source; none where it failed. */
  readonly analyses: readonly Analysis[];
  readonly error: YoronError | null;
  /** Whether it was taken from `parts`. */
  readonly kept: boolean;
}

/**
 * Returns the analyses of many inputs, paths or bytes, in their order, the same whatever the number of workers.
 *
 * An input that fails gives its error and stops no other. Threads share one dictionary in memory; no more than a few
 * results wait to be taken. Throws `bad-value` for a number of workers that is none, and whatever loading own words throws.
 *
 * @example
 * for await (const { path, analyses, error } of analyzeFiles(await walk("pages"), { workers: 2, parts: "parts" }))
 *   console.log(path, error?.message ?? analyses.length);
 */
export async function* analyzeFiles(
  inputs: readonly (string | Uint8Array)[],
  options: AnalyzeFilesOptions = {},
): AsyncGenerator<FileResult, void, undefined> {
  checkOptions(
    options,
    ["workers", "parts", "read", "analyze", "privacy", "userDictionary", "lexicons", "gazetteers", "entities", "tuned"],
    "analyzeFiles",
  );
  const { workers = 0, parts = null, read = {}, analyze = {}, privacy = {}, ...words } = options;
  checkPrivacy(privacy);
  if (!Number.isInteger(workers) || workers < 0 || (workers > 0 && read.formats !== undefined)) {
    throw new YoronError({
      code: "bad-value",
      what: read.formats === undefined ? "workers is a whole number from 0, not" : "formats are functions and take no",
      value: read.formats === undefined ? workers : "workers",
    });
  }
  const settings: Settings = { read, analyze, privacy, parts, words: await fingerprint(words) };
  yield* workers === 0 ? oneByOne(inputs, words, settings) : inThreads(inputs, words, settings, workers);
}

async function* oneByOne(
  inputs: readonly (string | Uint8Array)[],
  words: Words,
  settings: Settings,
): AsyncGenerator<FileResult, void, undefined> {
  const resources = await loadResources(words);
  for (const input of inputs) {
    const path = typeof input === "string" ? input : null;
    try {
      const { analyses, parts, kept } = await analyzeInput(input, resources, settings);
      const made = analyses ?? parts.map((part) => fromPart(part, resources));
      yield { path, analyses: made, error: null, kept };
    } catch (error) {
      yield { path, analyses: [], error: asYoronError(error), kept: false };
    }
  }
}

async function* inThreads(
  inputs: readonly (string | Uint8Array)[],
  words: Words,
  settings: Settings,
  workers: number,
): AsyncGenerator<FileResult, void, undefined> {
  const { userDictionary } = words;
  const tokenizer = openTokenizer(userDictionary === undefined ? {} : { userDictionary });
  // Own words that are wrong are told once, before any thread starts.
  if ([words.lexicons, words.gazetteers, words.entities, words.tuned].some((own) => own !== undefined))
    await loadResources({ ...words, tokenizer });
  const folding = loadFolding(dataReader());
  const dictionary = tokenizer.dictionary.buffer;
  const pool = new Pool(join(packageRoot(), "dist/corpus/worker.js"), workers, { dictionary, words, settings });
  try {
    const running: Promise<Answer>[] = [];
    let started = 0;
    for (const input of inputs) {
      while (started < inputs.length && running.length < workers * AHEAD) running.push(pool.run(inputs[started++]!));
      const answer = await running.shift()!;
      const path = typeof input === "string" ? input : null;
      if ("error" in answer) {
        yield { path, analyses: [], error: new YoronError(answer.error), kept: false };
      } else {
        const parts = JSON.parse(answer.parts) as readonly Part[];
        const analyses = parts.map((part) => fromPart(part, { tokenizer, folding }));
        yield { path, analyses, error: null, kept: answer.kept };
      }
    }
  } finally {
    await pool.close();
  }
}
