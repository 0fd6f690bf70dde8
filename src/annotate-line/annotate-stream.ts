import { join } from "node:path";
import { packageRoot } from "../model/data-folder.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { loadResources } from "../resources.ts";
import { openTokenizer } from "../tokenize/load-tokenizer.ts";
import { layerNames } from "./annotate-line.ts";
import { annotateLines, type PrintedLines } from "./annotate-lines.ts";
import { inOrder } from "./in-order.ts";
import type { LineAnswer } from "./line-answer.ts";
import { LineThread } from "./line-thread.ts";
import type { LineWords } from "./line-words.ts";

export interface AnnotateStreamOptions extends LineWords {
  /** Layers to compute and print, all by default. */
  readonly layers?: readonly string[];
  /** Tables of which the rows are told beside the layers; none by default. */
  readonly tables?: readonly string[];
  /** Toward which sides are told, where a line gives none of its own. */
  readonly propositions?: readonly string[];
  /** Threads that annotate beside this one; 0, the default, annotates in this one. */
  readonly workers?: number;
}

/** A line, or what is its answer already. */
type Line = string | LineAnswer;

/** Lines that are answered together, if as many have come and they are no longer, in code units, than so much. */
const TOGETHER = 64;
const ROOM = 1 << 16;
/** Answers that are made ahead of the one that is given next, for each thread. */
const AHEAD = 2;

/**
 * Returns the answers to the lines of a stream as they are printed, in their order, the same whatever the number of
 * workers; lines come as they arrive, some together, and what is an answer already is printed in its place.
 *
 * No line waits for one that has not arrived, and no more than a few hundred are held. Throws `bad-value` for a number of
 * workers that is none, and whatever loading own words throws.
 *
 * @example
 * for await (const { text } of annotateStream([['{"id":1,"text":"雨だ。"}']], { layers: ["sentences"], workers: 2 }))
 *   process.stdout.write(text); // {"id":1,"sentences":[{"start":0,"end":3}]}
 */
export async function* annotateStream(
  arriving: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>,
  options: AnnotateStreamOptions = {},
): AsyncGenerator<PrintedLines, void, undefined> {
  checkOptions(
    options,
    ["layers", "tables", "propositions", "workers", "userDictionary", "lexicons", "gazetteers", "tuned"],
    "annotateStream",
  );
  const { layers = layerNames, tables, propositions = [], workers = 0, ...words } = options;
  const defaults = { propositions, ...(tables === undefined ? {} : { tables }) };
  if (!Number.isInteger(workers) || workers < 0)
    throw new YoronError({ code: "bad-value", what: "workers is a whole number from 0, not", value: workers });
  if (workers === 0) {
    const resources = await loadResources(words);
    for await (const lines of piecesOf(arriving)) yield annotateLines(lines, resources, layers, defaults);
    return;
  }
  const { userDictionary, ...others } = words;
  const tokenizer = openTokenizer(userDictionary === undefined ? {} : { userDictionary });
  // Own words that are wrong are told once, before any thread starts.
  if (Object.keys(others).length > 0) await loadResources({ ...others, tokenizer });
  const data = { dictionary: tokenizer.dictionary.buffer, words, layers, defaults };
  const script = join(packageRoot(), "dist/annotate-line/worker.js");
  const threads = Array.from({ length: workers }, () => new LineThread(script, data));
  let asked = 0;
  try {
    yield* inOrder(piecesOf(arriving), workers * AHEAD, (lines) => threads[asked++ % workers]!.ask(lines));
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** Returns lines a few at a time: a write for each takes as long as a layer, and one for all would hold them all. */
async function* piecesOf(
  arriving: AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>,
): AsyncGenerator<readonly Line[]> {
  for await (const lines of arriving) {
    let from = 0;
    let room = ROOM;
    for (let to = 0; to < lines.length; to++) {
      room -= lengthOf(lines[to]!);
      if (to === from || (to - from < TOGETHER && room >= 0)) continue;
      yield lines.slice(from, to);
      from = to;
      room = ROOM - lengthOf(lines[to]!);
    }
    if (from < lines.length) yield lines.slice(from);
  }
}

const lengthOf = (line: Line): number => (typeof line === "string" ? line.length : 0);
