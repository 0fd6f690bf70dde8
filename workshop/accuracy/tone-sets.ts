/** Real comments and threads with their tone, read from outside the project; what is absent is left out. */
import { existsSync, readFileSync } from "node:fs";
import { commentsOf, threadsNamed } from "../sentiment/threads.ts";
import { LOOKED_AT_THREADS, OTHER_HANDS_THREADS, UNREAD_THREADS } from "../thread-names.ts";

/** A comment whose tone somebody told who knew no rule of the project. */
export interface TonedComment {
  readonly source: string;
  readonly text: string;
  readonly tone: string;
}

const REAL = "../shared/data/comments_real_dev.jsonl";
const THREAD = "../shared/data/thread-dev";
/** Real comments on whose tone both annotators agree; never trained on. */
export function realComments(): TonedComment[] {
  if (!existsSync(REAL)) return [];
  return readFileSync(REAL, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { source: string; text: string; tone: string | null })
    .flatMap(({ source, text, tone }) => (tone === null ? [] : [{ source, text, tone }]));
}

/** Threads written by other hands that taught nothing, one source each. */
export function threadComments(): TonedComment[] {
  const own = existsSync(THREAD)
    ? commentsOf("thread-dev", { thread: json(`${THREAD}/thread.json`), gold: json(`${THREAD}/gold.json`) })
    : [];
  return [...own, ...threadsNamed([...LOOKED_AT_THREADS, ...UNREAD_THREADS])];
}

/** Threads of two more writers, of whom no model read anything. */
export function otherHands(): TonedComment[] {
  return threadsNamed(OTHER_HANDS_THREADS);
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
