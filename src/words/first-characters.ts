/** The characters that words of a list begin with: most words of a text are told from all of them without being cut out. */
export class FirstCharacters {
  readonly #codes = new Uint8Array(0x10000);

  constructor(words: Iterable<string>) {
    for (const word of words) if (word !== "") this.#codes[word.charCodeAt(0)] = 1;
  }

  /** Whether a word of the list may stand at an offset of a text. */
  mayStandAt(text: string, offset: number): boolean {
    return this.#codes[text.charCodeAt(offset)] === 1;
  }
}
