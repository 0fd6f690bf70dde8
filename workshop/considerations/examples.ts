/** Comments with the considerations that they argue from, as rows to learn from. */
import { readdirSync, readFileSync } from "node:fs";
import type { ConsiderationEntry } from "../../src/annotate/considerations/consideration-list.ts";
import { collectSubject } from "../../src/annotate/considerations/features.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { GrowingHashes, GrowingIds } from "../../src/words/growing-ids.ts";
import { TokenClasses } from "../../src/words/token-classes.ts";
import { SMOOTH, type WordVectors } from "../../src/words/word-vectors.ts";

const FOLDER = "workshop/training/comments";

/** A text and the classes that it has, by their place in the list; empty for none. */
export interface SubjectRow {
  readonly text: string;
  readonly gold: readonly number[];
  /** The measure that it speaks of; the list's own words have none. */
  readonly measure: string | null;
  readonly weight: number;
  readonly hashes: Int32Array;
  /** The sum of its words' vectors over the root of their number. */
  readonly vector: Float32Array;
}

/** Returns what turns a text into features. */
export function subjectReader(tokenizer: Tokenizer, vectors: WordVectors) {
  const classes = new TokenClasses();
  const subject = { grams: new GrowingIds(), words: new GrowingHashes() };
  return (text: string): Pick<SubjectRow, "hashes" | "vector"> => {
    const tokens = tokenizer.tokenize(text);
    collectSubject(tokens, classes, 0, tokens.length, subject);
    const vector = new Float32Array(vectors.dimensions);
    let known = 0;
    for (let i = 0; i < subject.words.length; i++) {
      const place = vectors.findHash(subject.words.values[i]!);
      if (place < 0) continue;
      known++;
      vectors.add(place, SMOOTH / (SMOOTH + vectors.frequency(place)), vector);
    }
    const norm = 1 / Math.sqrt(Math.max(1, known));
    return {
      hashes: subject.grams.values.slice(0, subject.grams.length),
      vector: vector.map((value) => value * norm),
    };
  };
}

/** Returns the comments that were written for the project with their considerations. */
export function consideredComments(
  list: readonly ConsiderationEntry[],
  read: ReturnType<typeof subjectReader>,
): SubjectRow[] {
  const ids = list.map(({ id }) => id);
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith("written-") && file.endsWith(".tsv"))
    .sort()
    .flatMap((file) => parseTsv(readFileSync(`${FOLDER}/${file}`, "utf8"), ["measure", "considerations", "text"], file))
    .map(({ measure, considerations, text }) => ({
      text,
      measure,
      gold: considerations === "" ? [] : considerations.split(",").map((id) => placeOf(ids, id)),
      weight: 1,
      ...read(text),
    }));
}

/** What a key word counts for against a comment. */
const WORD_WEIGHT = 0.5;

/** Returns the names, key words and examples of the list. */
export function listedRows(list: readonly ConsiderationEntry[], read: ReturnType<typeof subjectReader>): SubjectRow[] {
  return list.flatMap(({ ja, words, examples }, c) => [
    ...[ja, ...words].map((text) => ({ text, measure: null, gold: [c], weight: WORD_WEIGHT, ...read(text) })),
    ...examples.map((text) => ({ text, measure: null, gold: [c], weight: 1, ...read(text) })),
  ]);
}

function placeOf(ids: readonly string[], id: string): number {
  const place = ids.indexOf(id);
  if (place < 0) throw new Error(`data/considerations.tsv has no ${id}`);
  return place;
}
