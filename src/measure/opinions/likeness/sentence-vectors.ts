import type { WordVectors } from "../../../words/word-vectors.ts";
import type { Item, Sayings } from "../items.ts";
import { C, type ContentWords } from "../words/content.ts";
import type { Projection } from "./model.ts";
import { normalise, Rows } from "./rows.ts";

/** How common a word must be to count half: the constant of smooth inverse frequency. */
const SMOOTH = 1e-3;
/** What the whole comment adds to the vector of its claim. */
export const CONTEXT = 1;

/**
 * Returns a vector a claim: the sum of its words, rare ones weighing more (smooth inverse frequency, Arora, Liang & Ma
 * 2017), with that of its whole comment, without what all comments have in common (their mean and first direction), and
 * beside it where it lies among the grounds that public debate argues from.
 */
export function sentenceVectors(
  sayings: Sayings,
  vectors: WordVectors,
  content: ContentWords,
  projection: Projection,
): Rows {
  const own = new Rows(sayings.items.length, vectors.dimensions);
  const whole = new Rows(sayings.voices.length, vectors.dimensions);
  for (const [i, item] of sayings.items.entries()) addWords(item, sayings, { vectors, content }, own.row(i));
  for (const [i, { voice }] of sayings.items.entries()) whole.add(voice, own.row(i), 1);
  own.normalise();
  whole.normalise();
  for (const [i, { voice }] of sayings.items.entries()) own.add(i, whole.row(voice), CONTEXT);
  own.normalise();
  own.subtract(own.mean());
  own.normalise();
  return withGrounds(own, projection);
}

interface Reader {
  readonly vectors: WordVectors;
  readonly content: ContentWords;
}

function addWords({ rows, voice }: Item, { voices }: Sayings, { vectors, content }: Reader, sum: Float32Array): void {
  const { tokens } = voices[voice]!.unit;
  for (let row = rows[0]; row < rows[1]; row++) {
    const kind = content.kind(tokens, row);
    if (kind === C.none || kind > C.adverb) continue;
    let place = vectors.find(tokens.text, tokens.start(row), tokens.end(row));
    if (place < 0) place = vectors.find(tokens.lemma(row));
    if (place >= 0) vectors.add(place, SMOOTH / (SMOOTH + vectors.frequency(place)), sum);
  }
}

/** Returns rows that hold each vector without the first common direction and, beside it, its grounds. */
function withGrounds(rows: Rows, { matrix, grounds, share }: Projection): Rows {
  const common = rows.firstDirection();
  const joined = new Rows(rows.length, rows.width + grounds);
  const among = new Rows(rows.length, grounds);
  for (let i = 0; i < rows.length; i++) {
    const [from, to] = [rows.row(i), among.row(i)];
    for (let d = 0; d < rows.width; d++) {
      for (let g = 0; g < grounds; g++) to[g]! += from[d]! * matrix[d * grounds + g]!;
    }
  }
  among.subtract(among.mean());
  among.normalise();
  rows.without(common);
  rows.normalise();
  for (let i = 0; i < rows.length; i++) {
    const to = joined.row(i);
    to.set(rows.row(i));
    const ground = among.row(i);
    for (let g = 0; g < grounds; g++) to[rows.width + g] = share * ground[g]!;
    normalise(to);
  }
  return joined;
}
