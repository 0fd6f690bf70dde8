/** Thread that does tasks of a build one after another, over the dictionary of the main thread. */
import { parentPort, workerData } from "node:worker_threads";
import { loadResources } from "../../resources.ts";
import { openTokenizer } from "../../tokenize/load-tokenizer.ts";
import { asYoronError } from "../analyze-input.ts";
import type { Broken, Words } from "../pool.ts";
import type { BuildSettings } from "./build-settings.ts";
import { type BuildTask, doTask } from "./tasks.ts";

/** What a thread of a build is started with. */
export interface BuildThreadData {
  readonly dictionary: SharedArrayBuffer | Uint8Array;
  readonly words: Words;
  readonly settings: BuildSettings;
}

const { dictionary, words, settings } = workerData as BuildThreadData;
let loaded: ReturnType<typeof loadResources> | undefined;
const resources = () => {
  const { userDictionary } = words;
  const own = userDictionary === undefined ? {} : { userDictionary };
  loaded ??= loadResources({ ...words, tokenizer: openTokenizer({ dictionary, ...own }) });
  return loaded;
};

parentPort?.on("message", async ({ input }: { readonly input: BuildTask }) => {
  try {
    parentPort?.postMessage(await doTask(input, resources, settings));
  } catch (error) {
    parentPort?.postMessage({ error: asYoronError(error).toParts() } satisfies Broken);
  }
});
