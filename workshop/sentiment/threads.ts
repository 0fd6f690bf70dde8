/** Threads written by other hands, with gold labels. */
import { readFileSync } from "node:fs";

const FOLDER = "workshop/training/threads";

/** A comment of a thread with the tone that its writer gave it. */
export interface ThreadComment {
  readonly source: string;
  readonly text: string;
  readonly tone: string;
  /** Whether it is another's words again, whole or nearly. */
  readonly copied: boolean;
}

/** A thread and its gold, as they are stored. */
export interface StoredThread {
  readonly thread: { readonly comments: readonly { readonly id: string; readonly text: string }[] };
  readonly gold: {
    readonly comments: Readonly<Record<string, { readonly tone: string; readonly copyOf: string | null }>>;
  };
}

/** Returns the comments of a thread that have a tone. */
export function commentsOf(source: string, { thread, gold }: StoredThread): ThreadComment[] {
  return thread.comments.flatMap(({ id, text }) => {
    const known = gold.comments[id];
    return known === undefined ? [] : [{ source, text, tone: known.tone, copied: known.copyOf !== null }];
  });
}

/** Returns the comments of threads, by their names. */
export function threadsNamed(names: readonly string[]): ThreadComment[] {
  return names.flatMap((name) =>
    commentsOf(name, JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8")) as StoredThread),
  );
}
