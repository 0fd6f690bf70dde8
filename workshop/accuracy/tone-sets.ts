/** Real comments and threads with their tone, read from outside the project; what is absent is left out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A comment whose tone somebody told who knew no rule of the project. */
export interface TonedComment {
  readonly source: string;
  readonly text: string;
  readonly tone: string;
}

const REAL = "../shared/data/comments_real_dev.jsonl";
const THREAD = "../shared/data/thread-dev";
/** Of the written threads those with odd numbers: the others train. */
const THREADS = "workshop/training/threads";
const CHECKED = /^t[1357]\.json$/;

/** Real comments on whose tone both annotators agree; never trained on. */
export function realComments(): TonedComment[] {
  if (!existsSync(REAL)) return [];
  return readFileSync(REAL, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { source: string; text: string; tone: string | null })
    .flatMap(({ source, text, tone }) => (tone === null ? [] : [{ source, text, tone }]));
}

interface Thread {
  readonly comments: readonly { readonly id: string; readonly text: string }[];
}
interface ThreadGold {
  readonly comments: Readonly<Record<string, { readonly tone: string }>>;
}

function tonedThread(source: string, { comments }: Thread, gold: ThreadGold): TonedComment[] {
  return comments.flatMap(({ id, text }) => {
    const tone = gold.comments[id]?.tone;
    return tone === undefined ? [] : [{ source, text, tone }];
  });
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

/** Threads written by other hands, one source each. */
export function threadComments(): TonedComment[] {
  const own = existsSync(THREAD)
    ? tonedThread("thread-dev", json(`${THREAD}/thread.json`), json(`${THREAD}/gold.json`))
    : [];
  const others = existsSync(THREADS)
    ? readdirSync(THREADS)
        .filter((file) => CHECKED.test(file))
        .sort()
        .flatMap((file) => {
          const { thread, gold } = json<{ thread: Thread; gold: ThreadGold }>(`${THREADS}/${file}`);
          return tonedThread(file.slice(0, -".json".length), thread, gold);
        })
    : [];
  return [...own, ...others];
}
