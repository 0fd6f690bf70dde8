/** Threads with gold arguments, analysed. */
import { readFileSync } from "node:fs";
import { analyze } from "../../src/analyze.ts";
import { sayingsOf } from "../../src/measure/opinions/items.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { makeDiscussion } from "../../src/read/discussion.ts";
import type { Format } from "../../src/read/format.ts";
import { readPage } from "../../src/read/read.ts";
import type { Resources } from "../../src/resources.ts";
import type { ArguedMeasure } from "../opinions/arguments/texts.ts";

/** A comment's gold: its arguments, the first being the chief one. */
interface GoldComment {
  readonly args: readonly string[];
  readonly copyOf: string | null;
}

interface StoredThread {
  readonly article: { readonly title: string; readonly published: string; readonly text: string };
  readonly comments: readonly {
    readonly id: string;
    readonly replyTo: string | null;
    readonly author: string | null;
    readonly posted: string;
    readonly up: number | null;
    readonly down: number | null;
    readonly text: string;
  }[];
}

/** A thread, analysed, with the gold of its comments. */
export interface GoldThread {
  readonly name: string;
  readonly analysis: Analysis;
  readonly proposition: string;
  readonly gold: Readonly<Record<string, GoldComment>>;
}

/** Returns a thread of `workshop/training/threads`. */
export function trainingThread(name: string, resources: Resources): GoldThread {
  const { thread, gold } = JSON.parse(readFileSync(`workshop/training/threads/${name}.json`, "utf8"));
  return goldThread(name, thread, gold, resources);
}

/** Returns one of the threads that were written by argument: comments in a row under a title, nobody answering. */
export function writtenThread({ measure, texts }: ArguedMeasure, resources: Resources): GoldThread {
  const posted = "2025-11-05T06:00:00+09:00";
  const comments = texts.map(({ text }, i) => ({
    id: `c${i + 1}`,
    replyTo: null,
    author: `名前${i + 1}`,
    posted,
    up: null,
    down: null,
    text,
  }));
  const gold = Object.fromEntries(texts.map(({ args }, i) => [`c${i + 1}`, { args, copyOf: null }]));
  const article = { title: measure, published: posted, text: `${measure}。` };
  return goldThread(measure, { article, comments }, { proposition: measure, comments: gold }, resources);
}

/** Returns a thread of its two stored parts. */
export function goldThread(
  name: string,
  thread: StoredThread,
  gold: { readonly proposition: string; readonly comments: GoldThread["gold"] },
  resources: Resources,
): GoldThread {
  const format: Format = {
    name: "gold-thread",
    description: "a thread with gold arguments",
    needs: "a file of workshop/training/threads",
    detect: () => 1,
    read: function* (decoded) {
      yield makeDiscussion(decoded, "gold-thread", {
        article: { title: thread.article.title, text: thread.article.text },
        comments: thread.comments.map(({ id, replyTo, author, posted, up, down, text }) => ({
          sourceId: id,
          parentId: replyTo,
          author,
          posted: { value: posted, precision: "second" as const },
          reactions: { up, down },
          text,
        })),
      });
    },
  };
  const discussion = readPage(JSON.stringify(thread), { format: "gold-thread", formats: [format] });
  return {
    name,
    analysis: withClaims(analyze(discussion, resources)),
    proposition: gold.proposition,
    gold: gold.comments,
  };
}

/** Returns the analysis with a claim a sentence, where it has none. */
export function withClaims(analysis: Analysis): Analysis {
  if (analysis.claims.length > 0) return analysis;
  const claims = analysis.units.flatMap(({ id, text, sentences }) =>
    sentences.map(({ start, end }, i) => ({
      id: `${id}.${i + 1}`,
      unit: id,
      start,
      end,
      text: text.slice(start, end),
      kind: "claim" as const,
      by: "sentence",
      confidence: 0.5,
    })),
  );
  return { ...analysis, claims };
}

/** Returns the chief argument of each claim's comment; null for a comment without one, and for a copy. */
export function chiefArguments({ analysis, gold }: GoldThread): (string | null)[] {
  const { items, voices } = sayingsOf([analysis]);
  return items.map(({ voice }) => {
    const { comment } = voices[voice]!;
    const known = gold[comment.sourceId ?? comment.id];
    return known === undefined || known.copyOf !== null ? null : (known.args[0] ?? null);
  });
}
