/** Threads whose comments were written by the argument that they make. */
import { readFileSync } from "node:fs";
import { parseTsv } from "../../../src/text/tsv.ts";

const FOLDER = "workshop/training";

/** A text and the arguments that it makes, the chief one first; none for a comment without a reason. */
export interface ArguedText {
  readonly text: string;
  readonly args: readonly string[];
}

/** What is said on one measure. */
export interface ArguedMeasure {
  readonly measure: string;
  readonly texts: readonly ArguedText[];
}

/** Returns the threads that were written by argument, each with the sentence that tells its measure; nothing is learned from them. */
export function writtenThreads(): ArguedMeasure[] {
  const threads = new Map<string, ArguedText[]>();
  for (const { thread, arguments: args, text } of read("arguments/threads.tsv", ["thread", "arguments", "text"]))
    push(threads, thread!, { text: text!, args: argsOf(args!) });
  const titles = read("arguments/measures.tsv", ["measure", "argument", "sentence"]).filter(
    ({ argument }) => argument === "measure",
  );
  return titles.map(({ measure, sentence }) => ({ measure: sentence!, texts: threads.get(measure!) ?? [] }));
}

const argsOf = (label: string): string[] => (label === "-" ? [] : label.split(","));

function read<Column extends string>(file: string, columns: readonly Column[]) {
  return parseTsv(readFileSync(`${FOLDER}/${file}`, "utf8"), columns, file);
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
