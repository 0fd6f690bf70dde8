/** Replies with whether they agree with their parents: written pairs and replies of threads. */
import { existsSync, readFileSync } from "node:fs";
import type { Stance } from "../../src/model/layers.ts";
import { parseTsv } from "../../src/text/tsv.ts";

/** Threads whose replies may be read; the others are scored and not read. */
export const READ_THREADS: readonly string[] = ["t2", "t4", "t6", "t8"];

const FOLDER = "workshop/training/stances";

/** A reply with the label that a person gave it. */
export interface StanceExample {
  /** What is left out as a whole: all pairs of a parent, all replies of a thread. */
  readonly group: string;
  /** Whether it stands in a thread, and not alone. */
  readonly thread: boolean;
  readonly parent: string;
  readonly reply: string;
  readonly parentIsReply: boolean;
  readonly stance: Stance["stance"];
}

/** Returns the pairs that were written for the project. */
export function writtenPairs(): StanceExample[] {
  const path = `${FOLDER}/pairs.tsv`;
  return parseTsv(readFileSync(path, "utf8"), ["stance", "parent", "reply"], path).map(({ stance, parent, reply }) => ({
    group: `p${parent}`,
    thread: false,
    parent,
    reply,
    parentIsReply: false,
    stance: stance as Stance["stance"],
  }));
}

/** Returns the labelled replies of the threads that teach: those that may be read. */
export function threadPairs(): StanceExample[] {
  const path = `${FOLDER}/replies.tsv`;
  const labels = parseTsv(readFileSync(path, "utf8"), ["thread", "parent", "reply", "stance"], path);
  return READ_THREADS.flatMap((name) => {
    const file = `workshop/training/threads/${name}.json`;
    if (!existsSync(file)) return [];
    const { thread } = JSON.parse(readFileSync(file, "utf8")) as {
      thread: { comments: { id: string; text: string; replyTo: string | null }[] };
    };
    const commentOf = new Map(thread.comments.map((comment) => [comment.id, comment]));
    return labels
      .filter((row) => row.thread === name)
      .map(({ parent, reply, stance }) => ({
        group: name,
        thread: true,
        parent: commentOf.get(parent)?.text ?? "",
        reply: commentOf.get(reply)?.text ?? "",
        parentIsReply: (commentOf.get(parent)?.replyTo ?? null) !== null,
        stance: stance as Stance["stance"],
      }));
  });
}
