import { expect, test } from "vitest";
import { annotateStream } from "../../src/index.ts";
import { yoron } from "../cli/run.ts";

const REQUESTS = Array.from({ length: 90 }, (_, i) => {
  if (i % 31 === 7) return `{"id":${i},"text":`;
  return JSON.stringify({
    id: i,
    text: i % 3 === 0 ? `第${i}回の会議は長い。反対です。` : `港の工事は${i}年続いた、ひどい！`,
  });
});
const PROPOSITION = ["--proposition", "港を広げること"];

test("the bytes are the same for any number of threads, lines that fail among them", () => {
  const [alone, ...others] = ["0", "1", "3"].map((workers) =>
    yoron(["annotate", "--workers", workers, ...PROPOSITION], `${REQUESTS.join("\n")}\n`),
  );
  expect(alone!.status).toBe(1);
  expect(
    alone!.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id ?? null),
  ).toEqual(REQUESTS.map((_, i) => (i % 31 === 7 ? null : i)));
  for (const { status, stdout } of others) {
    expect(status).toBe(1);
    expect(stdout === alone!.stdout).toBe(true);
  }
});

test.each([["x"], ["-1"], ["2.5"]])("%s is no number of workers", (workers) => {
  const { status, stderr } = yoron(["annotate", `--workers=${workers}`]);
  expect(status).toBe(2);
  expect(stderr).toContain(workers);
});

test("a wrong lexicon is told once, whatever the number of threads", () => {
  const { status, stderr, stdout } = yoron(
    ["annotate", "--workers", "2", "--lexicon", "package.json"],
    '{"id":1,"text":"雨だ。"}\n',
  );
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("a number of workers that is none is a bad value", async () => {
  await expect(annotateStream([], { workers: 1.5 }).next()).rejects.toMatchObject({ code: "bad-value" });
});

test("long lines are answered a few at a time, each in its place", async () => {
  const lines = [1, 40_000, 40_000, 3, 80_000, 2].map((length, id) =>
    JSON.stringify({ id, text: "雨だ。".repeat(Math.ceil(length / 3)) }),
  );
  const ids: number[][] = [];
  for await (const { text } of annotateStream([lines], { layers: [] }))
    ids.push(
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    );
  expect(ids).toEqual([[0, 1], [2, 3], [4], [5]]);
});
