import type { Tokens } from "../../model/tokens.ts";
import { isLinkSign } from "../../text/links.ts";
import { lettersByUnit } from "../../words/letters.ts";
import { Is } from "../../words/token-bits.ts";
import { type Quoted, Quoting } from "./quoting.ts";
import type { WordForms } from "./word-forms.ts";
import type { ClaimWords, Joint } from "./words.ts";

const MARKS = Is.symbol | Is.period | Is.comma | Is.bracket;
const QUESTION = new Set(["?", "？", "⁇", "⁉", "❓"]);
const CRY = new Set(["!", "！", "‼", "❗"]);

/** The sentence that a piece is of: its number in the unit, from 0, and its tokens. */
export interface PieceSentence {
  readonly number: number;
  readonly firstToken: number;
  readonly lastToken: number;
}

/** A piece of a sentence and what can be seen of it without weighing its words. One is reused for many pieces. */
export class Piece {
  tokens!: Tokens;
  bits!: Int32Array;
  readonly words: ClaimWords;
  readonly forms: WordForms;
  /** Token rows `[first, last)`. */
  first = 0;
  last = 0;
  /** Offsets of the text `[start, end)`. */
  start = 0;
  end = 0;
  /** Row behind the last word, before closing marks and laughter; `first` where there is no word. */
  coreLast = 0;
  /** Offset behind the last letter before closing marks and laughter. */
  coreEnd = 0;
  /** Letters, and kana and kanji among them. */
  letters = 0;
  native = 0;
  digits = 0;
  /** Whether an address stands in it, or the sign that stands in its place. */
  linked = false;
  /** Whether a question mark stands behind the last word, or an exclamation mark. */
  asked = false;
  cried = false;
  laughed = false;
  /** The particle that ends the clause. */
  joint: Joint | null = null;
  /** How all of its words are marked as somebody else's; null where they are not. */
  quoted: Quoted | null = null;
  /** Rows of the piece before it in the unit; none for the first. */
  beforeFirst = 0;
  beforeLast = 0;
  /** Which sentence of the unit it is of, from 0, how many there are, and the rows of that sentence. */
  sentence = 0;
  sentences = 1;
  sentenceFirst = 0;
  sentenceLast = 0;
  /** Fifths of the unit's letters that are Latin, and the binary logarithm of its length, 8 at most. */
  unitLatin = 0;
  unitLength = 0;
  readonly #quoting = new Quoting();

  constructor({ words, forms }: { readonly words: ClaimWords; readonly forms: WordForms }) {
    this.words = words;
    this.forms = forms;
  }

  /** Sets the beginning of another unit. */
  begin(tokens: Tokens, bits: Int32Array, sentences: number): void {
    this.tokens = tokens;
    this.bits = bits;
    this.sentences = sentences;
    this.first = this.last = 0;
    this.#quoting.begin(this.words);
    this.#weighUnit();
  }

  /** Fills what is seen of tokens `[first, last)` of a sentence, which follow those read before. */
  read(first: number, last: number, sentence: PieceSentence): void {
    const { tokens, bits } = this;
    this.beforeFirst = this.first;
    this.beforeLast = this.last;
    this.sentence = sentence.number;
    this.sentenceFirst = sentence.firstToken;
    this.sentenceLast = sentence.lastToken;
    this.first = first;
    this.last = last;
    this.start = tokens.start(first);
    this.end = tokens.end(last - 1);
    this.#count();
    this.#strip();
    const row = this.coreLast - 1;
    this.joint =
      row > first && (bits[row]! & Is.conjunctive) !== 0
        ? (this.words.joints.get(tokens.text, tokens.start(row), tokens.end(row)) ?? null)
        : null;
    this.quoted = this.#quoting.of(tokens.text, this.start, this.coreEnd);
  }

  #weighUnit(): void {
    const { text } = this.tokens;
    const letterOf = lettersByUnit();
    let [latin, native] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      const code = letterOf[text.charCodeAt(i)]!;
      if (code >= 0x3005) native++;
      else if (code > 0x3a) latin++;
    }
    this.unitLatin = Math.min(4, Math.floor((5 * latin) / Math.max(1, latin + native)));
    this.unitLength = Math.min(8, Math.floor(Math.log2(1 + text.length)));
  }

  #count(): void {
    const { text } = this.tokens;
    const letterOf = lettersByUnit();
    let [letters, native, digits] = [0, 0, 0];
    this.linked = false;
    for (let i = this.start; i < this.end; i++) {
      const unit = text.charCodeAt(i);
      const code = letterOf[unit]!;
      if (code === 0) {
        if (isLinkSign(unit) || (unit === COLON && text.startsWith("//", i + 1))) this.linked = true;
        continue;
      }
      letters++;
      if (code >= 0x3005) native++;
      else if (code < 0x3a) digits++;
    }
    this.letters = letters;
    this.native = native;
    this.digits = digits;
  }

  /** Fills what stands behind the last word. */
  #strip(): void {
    const { text } = this.tokens;
    const letterOf = lettersByUnit();
    this.asked = this.cried = this.laughed = false;
    let end = this.end;
    for (; end > this.start; end--) {
      const mark = text[end - 1]!;
      const code = letterOf[text.charCodeAt(end - 1)]!;
      if (code === 0 || mark === "ー") {
        if (QUESTION.has(mark)) this.asked = true;
        else if (CRY.has(mark)) this.cried = true;
      } else if ((code === LAUGH || mark === "笑" || mark === "草") && !isWord(text, end - 2)) this.laughed = true;
      else break;
    }
    this.coreEnd = end;
    let row = this.last;
    while (row > this.first && (this.tokens.start(row - 1) >= end || (this.bits[row - 1]! & MARKS) !== 0)) row--;
    this.coreLast = row;
  }
}

const COLON = ":".charCodeAt(0);
const LAUGH = "w".charCodeAt(0);

/** Whether the laugh goes on with letters that make it a word: now, 失笑. */
function isWord(text: string, at: number): boolean {
  if (at < 0) return false;
  const code = text.charCodeAt(at) | 0x20;
  return (code >= 0x61 && code <= 0x7a && code !== LAUGH) || WORDS_OF_LAUGH.includes(text[at]!);
}

const WORDS_OF_LAUGH = "失苦爆微嘲冷談可水雑海野牧香道";

/** Whether the writer is named in rows `[first, last)`. */
export function namesSelf({ tokens, bits, words }: Piece, first: number, last: number): boolean {
  for (let row = first; row < last; row++) {
    if ((bits[row]! & Is.noun) !== 0 && words.self.get(tokens.text, tokens.start(row), tokens.end(row)) === true)
      return true;
  }
  return false;
}
