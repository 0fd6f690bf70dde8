import type { Token, Tokens } from "../../model/tokens.ts";
import { isLinkSign } from "../../text/links.ts";

/** Where each row of a view stands in its text, and which row of what was read it shows. */
export interface ViewRows {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The tokens of a text that was read in another form: words are those of the form, offsets and surfaces the text's own. */
export class ViewTokens implements Tokens {
  readonly text: string;
  readonly length: number;
  readonly #read: Tokens;
  readonly #rows: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  constructor(text: string, read: Tokens, { rows, starts, ends }: ViewRows) {
    this.text = text;
    this.length = rows.length;
    this.#read = read;
    this.#rows = rows;
    this.#starts = starts;
    this.#ends = ends;
    Object.freeze(this);
  }

  at(index: number): Token {
    const token = this.#read.at(this.#row(index));
    const { conjugationType, conjugationForm, pronunciation, reading, pos, upos, unknown } = token;
    const [start, end, surface, lemma] = [this.start(index), this.end(index), this.surface(index), this.lemma(index)];
    return Object.freeze({
      ...{ index, start, end, surface, pos, conjugationType, conjugationForm },
      ...{ lemma, reading, pronunciation, upos, unknown },
    });
  }

  start(index: number): number {
    return this.#starts[index]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  surface(index: number): string {
    return this.text.slice(this.#starts[index]!, this.#ends[index]!);
  }

  pos(index: number): string {
    return this.#read.pos(this.#row(index));
  }

  /** The dictionary form; of a link, which is in no dictionary, its own text. */
  lemma(index: number): string {
    const lemma = this.#read.lemma(this.#row(index));
    return isLinkSign(lemma.charCodeAt(0)) ? this.surface(index) : lemma;
  }

  reading(index: number): string {
    return this.#read.reading(this.#row(index));
  }

  pronunciation(index: number): string {
    return this.#read.pronunciation(this.#row(index));
  }

  upos(index: number): string {
    return this.#read.upos(this.#row(index));
  }

  unknown(index: number): boolean {
    return this.#read.unknown(this.#row(index));
  }

  posId(index: number): number {
    return this.#read.posId(this.#row(index));
  }

  feature(index: number): string {
    return this.#read.feature(this.#row(index));
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

  #row(index: number): number {
    return this.#rows[index]!;
  }

  *[Symbol.iterator](): Iterator<Token> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }
}
