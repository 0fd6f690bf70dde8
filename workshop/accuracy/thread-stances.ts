import { existsSync, readFileSync } from "node:fs";
import { findReferences } from "../../src/annotate/references/find-references.ts";
import { findStances } from "../../src/annotate/stance/find-stances.ts";
import { loadStanceResources } from "../../src/annotate/stance/resources.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Stance } from "../../src/model/layers.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { unitMaker } from "./unit-of.ts";

const LABELS_FILE = "workshop/training/stances/replies.tsv";
const OUTSIDE = "../shared/data/thread-dev/thread.json";

/** A reply of a thread by other hands, with what an annotator and what the program say. */
export interface ThreadReply {
  readonly thread: string;
  readonly parent: string;
  readonly reply: string;
  readonly stance: Stance["stance"];
  readonly predicted: Stance["stance"];
}

/** Threads whose replies may be read while cues are written; the others are scored and not read. */
export const READ_THREADS: readonly string[] = ["t2", "t4", "t6", "t8"];

/** Returns every labelled reply, its stance told over the whole thread; without the outside folder its thread is left out. */
export async function threadStances(): Promise<readonly ThreadReply[]> {
  const { unitOf, discussionOf } = await unitMaker();
  const resources = loadStanceResources(dataReader());
  const labels = parseTsv(readFileSync(LABELS_FILE, "utf8"), ["thread", "parent", "reply", "stance"], LABELS_FILE);
  const threads = [...new Set(labels.map(({ thread }) => thread))];
  return threads.flatMap((name) => {
    const path = name === "dev" ? OUTSIDE : `workshop/training/threads/${name}.json`;
    if (!existsSync(path)) return [];
    const stored = JSON.parse(readFileSync(path, "utf8"));
    const { article, comments } = (stored.thread ?? stored) as StoredThread;
    // Ids of the threads are c1, c2, … in page order, as everywhere.
    const discussion = discussionOf(article.text, comments);
    const units = [unitOf(article.text), ...comments.map(({ id, text }) => unitOf(text, id))];
    const found = findStances(discussion, units, findReferences(discussion, units), resources);
    const stanceOf = new Map(found.map(({ unit, stance }) => [unit, stance]));
    const textOf = new Map(comments.map(({ id, text }) => [id, text]));
    return labels
      .filter(({ thread }) => thread === name)
      .map(({ parent, reply, stance }) => ({
        thread: name,
        parent: textOf.get(parent) ?? "",
        reply: textOf.get(reply) ?? "",
        stance: stance as Stance["stance"],
        predicted: stanceOf.get(reply) ?? "none",
      }));
  });
}

interface StoredThread {
  readonly article: { readonly text: string };
  readonly comments: readonly { readonly id: string; readonly text: string; readonly replyTo: string | null }[];
}
