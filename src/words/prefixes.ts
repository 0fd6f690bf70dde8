/** Words that a text may go on with. */
export class Prefixes {
  readonly #byFirst = new Map<number, string[]>();
  /** Whether any word begins with a character whose code ends in this byte: most texts are done here. */
  readonly #maybe = new Uint8Array(256);

  constructor(words: readonly string[]) {
    for (const word of words) {
      const code = word.charCodeAt(0);
      this.#maybe[code & 255] = 1;
      const known = this.#byFirst.get(code);
      if (known === undefined) this.#byFirst.set(code, [word]);
      else known.push(word);
    }
  }

  /** The first word of the list that stands at an offset. */
  at(text: string, offset: number): string | undefined {
    const code = text.charCodeAt(offset);
    if (this.#maybe[code & 255] !== 1) return undefined;
    const words = this.#byFirst.get(code);
    if (words === undefined) return undefined;
    for (const word of words) if (text.startsWith(word, offset)) return word;
    return undefined;
  }
}
