import { hashText } from "./hash-text.ts";

/** Words with values, looked up by a stretch of a text without cutting it out. */
export class HashedWords<Value> {
  readonly #values: ReadonlyMap<number, Value>;

  constructor(words: Iterable<readonly [word: string, value: Value]>) {
    this.#values = new Map(Array.from(words, ([word, value]) => [hashText(word, 0, word.length), value] as const));
  }

  /** Returns the value of a stretch of a text. */
  get(text: string, start: number, end: number): Value | undefined {
    return this.#values.get(hashText(text, start, end));
  }
}
