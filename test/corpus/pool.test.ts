import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Pool, type ThreadData } from "../../src/corpus/pool.ts";

/** A thread that answers late, breaks or dies as its input says. */
const SCRIPT = `
import { parentPort } from "node:worker_threads";
let done = 0;
parentPort.on("message", ({ input }) => {
  if (input === "throw") throw new Error("broken on purpose");
  if (input === "exit") process.exit(3);
  setTimeout(() => parentPort.postMessage({ parts: input + ":" + ++done, kept: false }), Number(input));
});`;
const script = join(mkdtempSync(join(tmpdir(), "yoron-pool-")), "thread.mjs");
writeFileSync(script, SCRIPT);

let pool: Pool;
const open = (size: number) => {
  pool = new Pool(script, size, {} as ThreadData);
  return pool;
};
afterEach(() => pool.close());

describe("a pool of threads", () => {
  test.each([1, 2, 4])("%i: each input gets its own answer, however late others are", async (size) => {
    const inputs = ["30", "1", "20", "2", "10", "3", "0"];
    const threads = open(size);
    const answers = await Promise.all(inputs.map((input) => threads.run(input)));
    expect(answers.map((answer) => ("parts" in answer ? answer.parts.split(":")[0] : answer))).toEqual(inputs);
  });

  test.each([
    ["throw", /broken on purpose/u],
    ["exit", /ended with status 3/u],
  ])("a thread that breaks (%s) costs its own input and is replaced", async (bad, message) => {
    const threads = open(1);
    const answers = await Promise.all(["1", bad, "2", "3"].map((input) => threads.run(input)));
    expect(answers.map((answer) => "error" in answer)).toEqual([false, true, false, false]);
    expect(answers[1]).toMatchObject({ error: { code: "internal", value: expect.stringMatching(message) } });
    // The replacement counts from one again.
    expect(answers[2]).toEqual({ parts: "2:1", kept: false });
  });
});
