import { dataReader } from "../model/data-folder.ts";
import type { Tokenizer } from "../model/tokens.ts";
import type { Dictionary } from "./dictionary/dictionary.ts";
import { Features } from "./features.ts";
import { type Lattice, ROW_WORDS } from "./lattice/lattice.ts";
import { latticeOf } from "./lattice/lattice-of.ts";
import { UposRules } from "./pos/upos.ts";
import { TokenColumns } from "./token-columns.ts";
import type { UserLexicon } from "./user/lexicon.ts";

/** What cuts texts into the words of a dictionary; the dictionary is read-only, the lattice is scratch space. */
export class DictionaryTokenizer implements Tokenizer {
  /** Post `dictionary.buffer` to a worker and open it there, to share one copy. */
  readonly dictionary: Dictionary;
  readonly #features: Features;
  readonly #user: UserLexicon | undefined;
  readonly #lattice: Lattice;

  constructor(dictionary: Dictionary, user?: UserLexicon, lattice = latticeOf(dictionary)) {
    this.dictionary = dictionary;
    this.#features = new Features(
      dictionary,
      new UposRules(dataReader().text("data/tokenizer/upos.tsv")),
      user?.features,
    );
    this.#user = user;
    this.#lattice = lattice;
  }

  /** Bytes of scratch space; bounded for texts of any length. */
  get scratchBytes(): number {
    return this.#lattice.scratchBytes;
  }

  tokenize(text: string): TokenColumns {
    this.#lattice.use(this.#user);
    const count = this.#lattice.cut(text);
    return new TokenColumns(text, this.#lattice.rows.slice(0, count * ROW_WORDS), this.#features);
  }
}
