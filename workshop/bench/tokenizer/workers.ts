import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** How much faster two workers that share one dictionary cut the lines of a file than one worker does. */
export async function twoWorkers(
  dictionary: SharedArrayBuffer,
  file: string,
  rounds: number,
): Promise<{ readonly speedup: number; readonly sharedBytes: number }> {
  // A worker does not inherit tsx's loader.
  const script = JSON.stringify(new URL("worker.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${script}); });`;
  const workers = await Promise.all(
    [0, 1].map(async () => {
      const worker = new Worker(code, { eval: true, workerData: { dictionary, file } });
      await answer(worker);
      return worker;
    }),
  );
  /** Each share is the lines from `from` on, every `of`-th, for one of the workers. */
  const run = async (shares: readonly (readonly [worker: number, from: number, of: number])[]): Promise<number> => {
    const start = performance.now();
    await Promise.all(
      shares.map(async ([worker, ...share]) => {
        workers[worker]!.postMessage(share);
        await answer(workers[worker]!);
      }),
    );
    return performance.now() - start;
  };
  // Both have compiled all they need, and touched all lines, before anything is measured.
  for (const worker of [0, 1]) await run([[worker, 0, 1]]);
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // Each of them is the one alone in turn, and each half is each one's in turn.
    const first = round % 2;
    one.push(await run([[first, 0, 1]]));
    two.push(
      await run([
        [first, 0, 2],
        [1 - first, 1, 2],
      ]),
    );
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { speedup: Math.min(...one) / Math.min(...two), sharedBytes: dictionary.byteLength };
}

async function answer(worker: Worker): Promise<unknown> {
  const [message] = await once(worker, "message"); // rejects when the worker emits an error
  return message;
}
