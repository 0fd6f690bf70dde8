import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";

/** What a tokenizer says of each text, joined so that it can cross between threads. */
const said = (tokenizer: ReturnType<typeof openTokenizer>, texts: readonly string[]) =>
  texts.map((text) => {
    const tokens = tokenizer.tokenize(text);
    return Array.from(
      { length: tokens.length },
      (_, i) => `${tokens.start(i)} ${tokens.surface(i)} ${tokens.feature(i)}`,
    ).join("\n");
  });

/** Runs the same in another thread, over the same shared dictionary; a worker does not inherit the loader of TypeScript. */
function saidInWorker(dictionary: SharedArrayBuffer, texts: readonly string[]): Promise<string[]> {
  const url = JSON.stringify(new URL("../../src/tokenize/load-tokenizer.ts", import.meta.url).href);
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import("tsx/esm/api").then(async ({ register }) => {
      register();
      const { openTokenizer } = await import(${url});
      const said = ${said.toString()};
      parentPort.postMessage(said(openTokenizer({ dictionary: workerData.dictionary }), workerData.texts));
    });`;
  const worker = new Worker(code, { eval: true, workerData: { dictionary, texts } });
  return new Promise((resolve, reject) => {
    worker.once("message", (answer: string[]) => {
      void worker.terminate();
      resolve(answer);
    });
    worker.once("error", reject);
  });
}

const alphabet = fc.constantFrom(
  ..."東京都に行った。サッカー選手ｶﾞ3月ＡＢ　\n\0",
  "👨‍👩‍👧",
  "🇯🇵",
  "𠮷",
  "葛󠄀",
  "が",
  "\uD83D",
  "＼",
);
const texts = fc.sample(fc.string({ unit: alphabet, maxLength: 60 }), { numRuns: 2000, seed: 7 });

describe("the same input gives the same tokens", () => {
  const tokenizer = openTokenizer();
  const here = said(tokenizer, texts);

  it("whatever was tokenised before", () => {
    expect(said(tokenizer, [...texts].reverse()).reverse()).toEqual(here);
  });

  it("in whichever thread, over one shared dictionary", async () => {
    const { buffer } = tokenizer.dictionary;
    expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(await saidInWorker(buffer as SharedArrayBuffer, texts)).toEqual(here);
  });
});
