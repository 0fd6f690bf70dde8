import type { Tokens } from "../../../model/tokens.ts";
import { isPunctuation } from "../../../words/characters.ts";
import type { TokenClasses } from "../../../words/token-classes.ts";
import { isParticle, W } from "../../../words/word-class.ts";
import type { Bracket } from "./brackets.ts";
import type { Frame } from "./frame.ts";
import type { FoundSubject, NounPhrase } from "./phrase.ts";
import { Store } from "./store.ts";

/** A text without full stops is cut here, so that no search runs over all of it. */
const LONGEST_SENTENCE = 240;
const TERMINALS = "!?！？♪☆";

/** Layouts of the items of texts, all in the same columns, which grow to the longest text. */
export class Layouts {
  readonly #classes: TokenClasses;
  #words = new Uint8Array(0);
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #rows = new Int32Array(0);
  #begins = new Uint8Array(0);
  #length = 0;
  #last = 0;
  readonly #bytes = new Store((size) => new Uint8Array(size));
  readonly #ints = new Store((size) => new Int32Array(size));

  constructor(classes: TokenClasses) {
    this.#classes = classes;
  }

  /** Returns the layout of the whole text, or what stands inside a bracket, to be kept. */
  frame(tokens: Tokens, inside: Bracket | null, brackets: readonly Bracket[]): Frame {
    this.#fill(tokens, inside, brackets);
    const length = this.#length;
    return {
      text: tokens.text,
      tokens,
      length,
      words: this.#bytes.copy(this.#words, length),
      starts: this.#ints.copy(this.#starts, length),
      ends: this.#ints.copy(this.#ends, length),
      rows: this.#ints.copy(this.#rows, length),
      begins: this.#bytes.copy(this.#begins, length),
      brackets,
      phrases: new Array<NounPhrase | null | undefined>(length),
      subjects: new Array<FoundSubject | null | undefined>(length),
    };
  }

  /** Returns the layout of what stands inside a bracket; good until the next layout. */
  glance(tokens: Tokens, bracket: Bracket): Glance {
    this.#fill(tokens, bracket, bracket.children);
    return {
      text: tokens.text,
      tokens,
      length: this.#length,
      words: this.#words,
      starts: this.#starts,
      ends: this.#ends,
      rows: this.#rows,
      begins: this.#begins,
    };
  }

  #fill(tokens: Tokens, inside: Bracket | null, brackets: readonly Bracket[]): void {
    const from = inside?.start ?? 0;
    const to = inside?.end ?? tokens.text.length;
    this.#length = 0;
    this.#last = 0;
    let next = 0;
    let open = brackets.length > 0 ? brackets[0]!.open : Infinity;
    let closed = 0;
    const first = inside === null ? 0 : tokens.indexAt(from);
    for (let row = first; row < tokens.length; row++) {
      const tokenStart = tokens.start(row);
      const tokenEnd = tokens.end(row);
      let start = Math.max(tokenStart, from);
      const end = Math.min(tokenEnd, to);
      if (start >= to) break;
      while (open < end) {
        const { close } = brackets[next]!;
        if (start < open) this.#add(tokens.text, W.SYMBOL, start, open, row);
        this.#add(tokens.text, W.QUOTE, open, close, -1 - next);
        start = closed = close;
        next++;
        open = next < brackets.length ? brackets[next]!.open : Infinity;
      }
      if (start < closed) start = closed;
      if (start >= end) continue;
      const whole = start === tokenStart && end === tokenEnd;
      this.#add(tokens.text, whole ? this.#wordOf(tokens, row) : W.SYMBOL, start, end, row);
    }
  }

  /** Runs of punctuation that no dictionary has come out as nouns: `!」`, `:「`. */
  #wordOf(tokens: Tokens, row: number): number {
    const word = this.#classes.word(tokens, row);
    return word === W.ACTION && isPunctuation(tokens.text.charCodeAt(tokens.start(row))) ? W.SYMBOL : word;
  }

  #add(text: string, word: number, start: number, end: number, row: number): void {
    const at = this.#length++;
    if (at >= this.#words.length) this.#grow();
    const begin =
      at === 0 ||
      at - this.#last >= LONGEST_SENTENCE ||
      beginsSentence(text, this.#words[at - 1]!, this.#ends[at - 1]!, start);
    if (begin) this.#last = at;
    this.#begins[at] = begin ? 1 : 0;
    this.#words[at] = word;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#rows[at] = row;
  }

  #grow(): void {
    const size = Math.max(512, this.#words.length * 2);
    this.#words = copyBytes(this.#words, size);
    this.#begins = copyBytes(this.#begins, size);
    this.#starts = copyInts(this.#starts, size);
    this.#ends = copyInts(this.#ends, size);
    this.#rows = copyInts(this.#rows, size);
  }
}

/** What {@link Layouts.glance} shows: the columns may be longer than `length`. */
export type Glance = Pick<Frame, "text" | "tokens" | "length" | "words" | "starts" | "ends" | "rows" | "begins">;

function copyBytes(column: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(column);
  return larger;
}

function copyInts(column: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(column);
  return larger;
}

function beginsSentence(text: string, word: number, end: number, next: number): boolean {
  if (word === W.PERIOD) return true;
  if (word === W.SYMBOL && TERMINALS.includes(text[end - 1]!)) return true;
  if (end === next) return false;
  const newline = text.indexOf("\n", end);
  if (newline < 0 || newline >= next) return false;
  // A line broken after a comma or a particle goes on; a blank line never does.
  const goesOn = word === W.COMMA || isParticle(word);
  return !goesOn || text.slice(end, next).split("\n").length > 2;
}
