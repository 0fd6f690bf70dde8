import type { WordVectors } from "../../../words/word-vectors.ts";
import type { Item, Sayings } from "../items.ts";
import { C, type ContentWords } from "../words/content.ts";
import { Rows } from "./rows.ts";

/** How common a word must be to count half: the constant of smooth inverse frequency. */
const SMOOTH = 1e-3;
/** What a word weighs by its kind: a noun tells what is spoken of, an adverb how. */
const KIND_WEIGHTS: Readonly<Record<number, number>> = {
  [C.noun]: 1,
  [C.verb]: 0.6,
  [C.adjective]: 0.6,
  [C.adverb]: 0.4,
};

/** Returns a vector a claim: the sum of its words, rare ones weighing more (smooth inverse frequency, Arora, Liang & Ma 2017). */
export function sentenceVectors(sayings: Sayings, vectors: WordVectors, content: ContentWords): Rows {
  const rows = new Rows(sayings.items.length, vectors.dimensions);
  for (const [i, item] of sayings.items.entries()) addWords(item, sayings, { vectors, content }, rows.row(i));
  rows.normalise();
  return rows;
}

interface Reader {
  readonly vectors: WordVectors;
  readonly content: ContentWords;
}

function addWords({ rows, voice }: Item, { voices }: Sayings, { vectors, content }: Reader, sum: Float32Array): void {
  const { tokens } = voices[voice]!.unit;
  for (let row = rows[0]; row < rows[1]; row++) {
    const weight = KIND_WEIGHTS[content.kind(tokens, row)];
    if (weight === undefined) continue;
    let place = vectors.find(tokens.text, tokens.start(row), tokens.end(row));
    if (place < 0) place = vectors.find(tokens.lemma(row));
    if (place >= 0) vectors.add(place, (weight * SMOOTH) / (SMOOTH + vectors.frequency(place)), sum);
  }
}
