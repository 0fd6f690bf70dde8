import { Worker } from "node:worker_threads";
import { type ErrorParts, YoronError } from "../model/error.ts";
import type { UserEntry } from "../tokenize/load-tokenizer.ts";
import type { Settings } from "./analyze-input.ts";

/** Own words and what is tuned, as they can be sent to a thread. */
export interface Words {
  readonly userDictionary?: string | readonly UserEntry[];
  readonly lexicons?: readonly string[];
  readonly gazetteers?: readonly string[];
  readonly tuned?: string;
  /** The folder of an entity model. */
  readonly entities?: { readonly model: string };
}

/** What a thread is started with; the dictionary's memory is shared, not copied. */
export interface ThreadData {
  readonly dictionary: SharedArrayBuffer | Uint8Array;
  readonly words: Words;
  readonly settings: Settings;
}

export interface Task {
  readonly input: string | Uint8Array;
}

export type Answer =
  /** The parts as JSON: cheaper to send than a structured clone of many small frozen objects. */
  { readonly parts: string; readonly kept: boolean } | { readonly error: ErrorParts };

/** What a thread that broke leaves of its task. */
export interface Broken {
  readonly error: ErrorParts;
}

/** What a thread may take, as Node names it: written here, since the types of Node are not needed to use this package. */
export interface ThreadLimits {
  readonly maxOldGenerationSizeMb?: number;
  readonly maxYoungGenerationSizeMb?: number;
}

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly settle: (answer: Output | Broken) => void;
}

/**
 * A fixed number of threads that inputs are given to; a thread that breaks costs the input it was at, and is replaced.
 */
export class Pool<Input = Task["input"], Output = Answer, Data = ThreadData> {
  readonly #script: string;
  readonly #data: Data;
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting<Input, Output>>();
  readonly #waiting: Waiting<Input, Output>[] = [];
  readonly #limits: ThreadLimits;
  #closed = false;

  constructor(script: string, size: number, data: Data, limits: ThreadLimits = {}) {
    this.#limits = limits;
    this.#script = script;
    this.#size = size;
    this.#data = data;
  }

  run(input: Input): Promise<Output | Broken> {
    return new Promise((settle) => {
      this.#waiting.push({ input, settle });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#busy.size < this.#size ? this.#start() : undefined);
    if (worker === undefined) return;
    const task = this.#waiting.shift()!;
    this.#busy.set(worker, task);
    worker.postMessage({ input: task.input });
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data, resourceLimits: this.#limits });
    const finish = (answer: Output | Broken) => {
      const task = this.#busy.get(worker);
      this.#busy.delete(worker);
      task?.settle(answer);
    };
    worker.on("message", (answer: Output | Broken) => {
      finish(answer);
      this.#idle.push(worker);
      this.#next();
    });
    const lose = (cause: unknown) => {
      finish({ error: broken(cause).toParts() });
      const place = this.#idle.indexOf(worker);
      if (place >= 0) this.#idle.splice(place, 1);
      this.#next();
    };
    worker.on("error", lose);
    worker.on("exit", (status) => {
      if (!this.#closed) lose(new Error(`it ended with status ${status}`));
    });
    return worker;
  }
}

function broken(cause: unknown): YoronError {
  if (cause instanceof YoronError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  return new YoronError({
    code: "internal",
    what: "the thread that analysed this input broke:",
    value: message,
    next:
      code === "ERR_WORKER_OUT_OF_MEMORY"
        ? "it needs more memory than a thread has; analyse it alone"
        : "please report it",
    cause,
  });
}
