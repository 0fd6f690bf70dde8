/** Comments to measure with: sentences of the speed corpus, each once, and copies that are planted among them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { seededRandom } from "../../../src/measure/random.ts";
import { packageRoot } from "../../../src/model/data-folder.ts";

const CORPUS = join(packageRoot(), "..", "shared", "data", "speed-corpus.txt.gz");

/**
 * Returns so many comments, each of pieces from two far places of the corpus: the encyclopedia in it repeats whole
 * sentences but for a name, and nobody planted these.
 */
export function corpusComments(count: number): string[] {
  if (!existsSync(CORPUS)) throw new Error(`no corpus to measure on: ${CORPUS} is missing`);
  const pieces = gunzipSync(readFileSync(CORPUS))
    .toString("utf8")
    .split(/\n|(?<=[。！？、])/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= 6 && piece.length <= 60);
  const different = [...new Set(pieces)];
  const half = Math.floor(different.length / 2);
  if (half < count) throw new Error(`the corpus gives ${half} comments, not ${count}`);
  return Array.from({ length: count }, (_, i) => `${different[i]}${different[i + half]}`);
}

/** Comments with copies among them; `original` of each, -1 for one that is nobody's copy. */
export interface Planted {
  readonly texts: readonly string[];
  readonly original: Int32Array;
}

/** Returns the comments with `copies` of them planted anew, each with up to a fifth of its characters changed. */
export function plantCopies(comments: readonly string[], copies: number, seed = 7): Planted {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const texts = [...comments];
  const original = new Int32Array(texts.length + copies).fill(-1);
  for (let i = 0; i < copies; i++) {
    const from = pick(comments.length);
    original[texts.length] = from;
    texts.push(changed(comments[from]!, (random() * comments[from]!.length) / 5, pick));
  }
  return { texts, original };

  function changed(text: string, share: number, below: (n: number) => number): string {
    const letters = [...text];
    const places = new Set<number>();
    while (places.size < Math.floor(share)) places.add(below(letters.length));
    for (const place of places) {
      const donor = comments[below(comments.length)]!;
      const letter = donor[below(donor.length)]!;
      const kind = below(3);
      letters[place] = kind === 0 ? letter : kind === 1 ? "" : `${letters[place]}${letter}`;
    }
    return letters.join("");
  }
}
