/** Thread that annotates lines, over the dictionary of the main thread. */
import { parentPort, workerData } from "node:worker_threads";
import { loadResources } from "../resources.ts";
import { openTokenizer } from "../tokenize/load-tokenizer.ts";
import { annotateLines } from "./annotate-lines.ts";
import type { LineAnswer } from "./line-answer.ts";
import type { LineThreadData } from "./line-thread.ts";

const { dictionary, words, layers, defaults } = workerData as LineThreadData;
const { userDictionary } = words;
const tokenizer = openTokenizer({ dictionary, ...(userDictionary === undefined ? {} : { userDictionary }) });
const resources = await loadResources({ ...words, tokenizer });

parentPort?.on("message", (lines: readonly (string | LineAnswer)[]) => {
  parentPort?.postMessage(annotateLines(lines, resources, layers, defaults));
});
