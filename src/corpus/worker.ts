/** Thread that analyses inputs one after another, over the dictionary of the main thread. */
import { parentPort, workerData } from "node:worker_threads";
import { loadResources } from "../resources.ts";
import { openTokenizer } from "../tokenize/load-tokenizer.ts";
import { analyzeInput, asYoronError } from "./analyze-input.ts";
import type { Answer, Task, ThreadData } from "./pool.ts";

const { dictionary, words, settings } = workerData as ThreadData;
const { userDictionary } = words;
const tokenizer = openTokenizer({ dictionary, ...(userDictionary === undefined ? {} : { userDictionary }) });
const resources = loadResources({ ...words, tokenizer });

parentPort?.on("message", async ({ input }: Task) => {
  let answer: Answer;
  try {
    const { parts, kept } = await analyzeInput(input, await resources, settings);
    answer = { parts: JSON.stringify(parts), kept };
  } catch (error) {
    answer = { error: asYoronError(error).toParts() };
  }
  parentPort?.postMessage(answer);
});
