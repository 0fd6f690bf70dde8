import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { openTokenizer } from "../../../src/tokenize/load-tokenizer.ts";

const { dictionary, file } = workerData as { dictionary: SharedArrayBuffer; file: string }; // from workers.ts
const tokenizer = openTokenizer({ dictionary });
const lines = readFileSync(file, "utf8").split("\n");

parentPort!.on("message", ([from, of]: [number, number]) => {
  let units = 0;
  for (let i = from; i < lines.length; i += of) {
    const tokens = tokenizer.tokenize(lines[i]!);
    for (let k = 0; k < tokens.length; k++) units += tokens.surface(k).length;
  }
  parentPort!.postMessage(units);
});
parentPort!.postMessage("ready");
