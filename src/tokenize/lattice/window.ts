import { COMPLEX, SPACE } from "../dictionary/character-word.ts";
import { EMOJI, INSIDE, markGraphemes } from "./grapheme-marks.ts";
import { EMOJI_UNIT, INSIDE_UNIT, type Scratch } from "./scratch.ts";

/** Returns the function that brings `length` units of a text, from `start` on, into the window. */
export function windowFiller(
  scratch: Scratch,
): (characters: Int32Array, text: string, start: number, length: number) => void {
  return function fill(characters, text, start, length) {
    const { words, heads, found } = scratch;
    let seen = 0;
    for (let i = 0; i < length; i++) {
      const word = characters[text.charCodeAt(start + i)]!;
      words[i] = word;
      heads[i] = 0;
      found[i] = 0;
      seen |= word;
    }
    words[length] = 0;
    heads[length] = 0;
    if ((seen & COMPLEX) !== 0) mark(scratch, text, start, length);
  };
}

function mark({ words, marks }: Scratch, text: string, start: number, length: number): void {
  marks.fill(0, 0, length + 1);
  markGraphemes(text, start, length, words, marks);
  for (let i = 0; i < length; i++) {
    const mark = marks[i]!;
    if ((mark & EMOJI) !== 0) words[i]! |= EMOJI_UNIT;
    if ((mark & INSIDE) === 0) continue;
    words[i]! |= INSIDE_UNIT;
    // A space with a combining mark on it is none.
    if (i > 0) words[i - 1]! &= ~SPACE;
  }
}

/** The last place that lies `clusters` grapheme clusters before `from`, white space not counted. */
export function placeBefore({ words }: Scratch, from: number, clusters: number): number {
  let place = from;
  for (let seen = 0; place > 0 && seen < clusters; ) {
    place--;
    if ((words[place]! & (SPACE | INSIDE_UNIT)) === 0) seen++;
  }
  return place;
}
