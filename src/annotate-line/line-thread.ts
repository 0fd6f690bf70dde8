import { Worker } from "node:worker_threads";
import { YoronError } from "../model/error.ts";
import type { PrintedLines } from "./annotate-lines.ts";
import type { LineAnswer } from "./line-answer.ts";
import type { LineDefaults } from "./line-request.ts";
import type { LineWords } from "./line-words.ts";

/** What a thread is started with; the dictionary's memory is shared, not copied. */
export interface LineThreadData {
  readonly dictionary: SharedArrayBuffer | Uint8Array;
  readonly words: LineWords;
  readonly layers: readonly string[];
  readonly defaults: LineDefaults;
}

interface Waiting {
  readonly settle: (printed: PrintedLines) => void;
  readonly fail: (error: unknown) => void;
}

/** A thread that annotates lines, those first that it was asked for first. */
export class LineThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(script: string, data: LineThreadData) {
    this.#worker = new Worker(script, { workerData: data });
    this.#worker.on("message", (printed: PrintedLines) => this.#waiting.shift()?.settle(printed));
    this.#worker.on("error", (cause) => this.#lose(cause));
    this.#worker.on("exit", (status) => this.#lose(new Error(`it ended with status ${status}`)));
  }

  ask(lines: readonly (string | LineAnswer)[]): Promise<PrintedLines> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ settle, fail });
      this.#worker.postMessage(lines);
    });
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    await this.#worker.terminate();
  }

  #lose(cause: Error): void {
    const error = new YoronError({
      code: "internal",
      what: "the thread that annotated these lines broke:",
      value: cause.message,
      next: "please report it; without workers the lines before it are printed",
      cause,
    });
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }
}
