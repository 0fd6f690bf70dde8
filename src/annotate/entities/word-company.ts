import { hashText } from "./model/hash.ts";
import type { WordKinds } from "./model/word-kinds.ts";

/**
 * Words that keep the same company as a few listed ones: who knows カレー and 餅 knows 餃子 too.
 *
 * The kinds are those of the words listed, so that they stay right when the kinds are learned anew.
 */
export class WordCompany {
  readonly #words: ReadonlySet<string>;
  readonly #kinds: WordKinds;
  readonly #known: ReadonlySet<number>;

  constructor(words: ReadonlySet<string>, kinds: WordKinds) {
    this.#words = words;
    this.#kinds = kinds;
    this.#known = new Set([...words].map((word) => kinds.of(hashText(word, 0, word.length))).filter(Boolean));
  }

  /** Whether the words of a text from `start` to `end` are one of the list or of its kinds. */
  has(text: string, start: number, end: number): boolean {
    return this.#known.has(this.#kinds.of(hashText(text, start, end))) || this.#words.has(text.slice(start, end));
  }
}
