import type { Tokenizer } from "../model/tokens.ts";
import type { Dictionary } from "./dictionary/dictionary.ts";
import { Features } from "./features.ts";
import { Lattice, ROW_WORDS } from "./lattice/lattice.ts";
import { TokenColumns } from "./token-columns.ts";

/** Cuts texts into the words of a dictionary; the dictionary is read-only, the lattice is private scratch space. */
export class DictionaryTokenizer implements Tokenizer {
  /** Post `dictionary.buffer` to a worker and open it there, to share one copy. */
  readonly dictionary: Dictionary;
  readonly #features: Features;
  readonly #lattice: Lattice;

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
    this.#features = new Features(dictionary);
    this.#lattice = new Lattice(dictionary);
  }

  tokenize(text: string): TokenColumns {
    const count = this.#lattice.cut(text);
    return new TokenColumns(text, this.#lattice.rows.slice(0, count * ROW_WORDS), this.#features);
  }
}
