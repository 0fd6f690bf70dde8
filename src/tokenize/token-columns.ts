import { YoronError } from "../model/error.ts";
import type { Token, Tokens } from "../model/tokens.ts";
import type { Features } from "./features.ts";
import { ROW_WORDS } from "./lattice/lattice.ts";

/** The tokens of one text as rows of start, end and dictionary entry; everything else is decoded on demand. */
export class TokenColumns implements Tokens {
  readonly text: string;
  readonly length: number;
  readonly #rows: Int32Array;
  readonly #features: Features;

  constructor(text: string, rows: Int32Array, features: Features) {
    this.text = text;
    this.length = rows.length / ROW_WORDS;
    this.#rows = rows;
    this.#features = features;
    Object.freeze(this);
  }

  at(index: number): Token {
    if (index < 0 || index >= this.length || !Number.isInteger(index)) {
      throw new YoronError({
        code: "bad-value",
        what: "there is no token",
        value: index,
        next: `the text has ${this.length}`,
      });
    }
    return new TokenView(this, index);
  }

  start(index: number): number {
    return this.#rows[index * ROW_WORDS]!;
  }

  end(index: number): number {
    return this.#rows[index * ROW_WORDS + 1]!;
  }

  surface(index: number): string {
    const row = index * ROW_WORDS;
    return this.text.slice(this.#rows[row]!, this.#rows[row + 1]!);
  }

  pos(index: number): string {
    return this.#features.pos(this.#entry(index));
  }

  conjugationType(index: number): string {
    return this.#features.parts[this.posId(index)]!.conjugationType;
  }

  conjugationForm(index: number): string {
    return this.#features.parts[this.posId(index)]!.conjugationForm;
  }

  lemma(index: number): string {
    return this.#features.lemma(this.#entry(index)) ?? this.surface(index);
  }

  reading(index: number): string {
    return this.#features.reading(this.#entry(index), this.surface(index));
  }

  pronunciation(index: number): string {
    return this.#features.pronunciation(this.#entry(index), this.surface(index));
  }

  upos(index: number): string {
    return this.#features.upos.tagOf(this, index);
  }

  unknown(index: number): boolean {
    return this.#features.isUnknown(this.#entry(index));
  }

  posId(index: number): number {
    return this.#features.partOf(this.#entry(index));
  }

  feature(index: number): string {
    return this.#features.feature(this.#entry(index), this.surface(index));
  }

  indexAt(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.end(middle) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  *[Symbol.iterator](): Iterator<Token> {
    for (let i = 0; i < this.length; i++) yield new TokenView(this, i);
  }

  /** The number of a word of the dictionary, which says all of it but where it stands; -1 for unknown words and the user's. */
  wordId(index: number): number {
    const entry = this.#entry(index);
    return this.#features.isOfDictionary(entry) ? entry : -1;
  }

  #entry(index: number): number {
    return this.#rows[index * ROW_WORDS + 2]!;
  }
}

/** One row of {@link TokenColumns}. */
class TokenView implements Token {
  readonly index: number;
  readonly #tokens: TokenColumns;

  constructor(tokens: TokenColumns, index: number) {
    this.index = index;
    this.#tokens = tokens;
    Object.freeze(this);
  }

  get start(): number {
    return this.#tokens.start(this.index);
  }
  get end(): number {
    return this.#tokens.end(this.index);
  }
  get surface(): string {
    return this.#tokens.surface(this.index);
  }
  get pos(): string {
    return this.#tokens.pos(this.index);
  }
  get conjugationType(): string {
    return this.#tokens.conjugationType(this.index);
  }
  get conjugationForm(): string {
    return this.#tokens.conjugationForm(this.index);
  }
  get lemma(): string {
    return this.#tokens.lemma(this.index);
  }
  get reading(): string {
    return this.#tokens.reading(this.index);
  }
  get pronunciation(): string {
    return this.#tokens.pronunciation(this.index);
  }
  get upos(): string {
    return this.#tokens.upos(this.index);
  }
  get unknown(): boolean {
    return this.#tokens.unknown(this.index);
  }
}
