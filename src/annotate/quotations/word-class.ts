import type { Tokens } from "../../model/tokens.ts";

/** What a token does in a clause, as far as quotations care; the values index {@link isNominal}. */
export const W = Object.freeze({
  OTHER: 0,
  NOUN: 1,
  ACTION: 2,
  PERSON: 3,
  PLACE: 4,
  ORGANISATION: 5,
  NAME: 6,
  PRONOUN: 7,
  NUMBER: 8,
  SUFFIX: 9,
  PREFIX: 10,
  ALPHABET: 11,
  TIME: 12,
  FORMAL: 13,
  VERB: 14,
  DEPENDENT: 15,
  ADJECTIVE: 16,
  AUXILIARY: 17,
  ADVERB: 18,
  DETERMINER: 19,
  CASE: 20,
  QUOTING: 21,
  TOPIC: 22,
  JOINING: 23,
  GENITIVE: 24,
  FINAL: 25,
  PARTICLE: 26,
  COMMA: 27,
  PERIOD: 28,
  OPEN: 29,
  CLOSE: 30,
  SYMBOL: 31,
  CONJUNCTION: 32,
  INTERJECTION: 33,
  STATE: 34,
  QUOTE: 35,
});

/** IPADIC's parts of speech by prefix; the longest prefix wins. */
const BY_PART: readonly (readonly [prefix: string, word: number])[] = [
  ["名詞,固有名詞,人名", W.PERSON],
  ["名詞,固有名詞,地域", W.PLACE],
  ["名詞,固有名詞,組織", W.ORGANISATION],
  ["名詞,固有名詞", W.NAME],
  ["名詞,サ変接続", W.ACTION],
  ["名詞,代名詞", W.PRONOUN],
  ["名詞,数", W.NUMBER],
  ["名詞,接尾", W.SUFFIX],
  ["名詞,副詞可能", W.TIME],
  ["名詞,非自立", W.FORMAL],
  ["名詞,形容動詞語幹", W.STATE],
  ["名詞,引用文字列", W.PARTICLE],
  ["名詞", W.NOUN],
  ["接頭詞", W.PREFIX],
  ["動詞,自立", W.VERB],
  ["動詞", W.DEPENDENT],
  ["形容詞,自立", W.ADJECTIVE],
  ["形容詞", W.DEPENDENT],
  ["助動詞", W.AUXILIARY],
  ["副詞", W.ADVERB],
  ["連体詞", W.DETERMINER],
  ["助詞,格助詞,引用", W.QUOTING],
  ["助詞,格助詞", W.CASE],
  ["助詞,係助詞", W.TOPIC],
  ["助詞,接続助詞", W.JOINING],
  ["助詞,連体化", W.GENITIVE],
  ["助詞,終助詞", W.FINAL],
  ["助詞", W.PARTICLE],
  ["記号,読点", W.COMMA],
  ["記号,句点", W.PERIOD],
  ["記号,括弧開", W.OPEN],
  ["記号,括弧閉", W.CLOSE],
  ["記号,アルファベット", W.ALPHABET],
  ["記号", W.SYMBOL],
  ["接続詞", W.CONJUNCTION],
  ["感動詞", W.INTERJECTION],
  ["フィラー", W.INTERJECTION],
];

const UNSEEN = 255;
/** Parts of speech met so far; texts share them. */
const seen = new Map<string, number>();

function classOf(pos: string): number {
  let word = seen.get(pos);
  if (word === undefined) {
    word = BY_PART.find(([prefix]) => pos.startsWith(prefix))?.[1] ?? W.OTHER;
    seen.set(pos, word);
  }
  return word;
}

/** Classes of tokens by `posId`, filled as parts of speech are met; serves all texts of one tokenizer. */
export class WordClasses {
  #byPosId = new Uint8Array(1024).fill(UNSEEN);

  of(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    if (id >= this.#byPosId.length) this.#grow(id);
    let word = this.#byPosId[id]!;
    if (word === UNSEEN) {
      word = classOf(tokens.pos(row));
      this.#byPosId[id] = word;
    }
    // Runs of punctuation that no dictionary has come out as nouns: `!」`, `:「`.
    if (word === W.ACTION && isPunctuation(tokens.text.charCodeAt(tokens.start(row)))) return W.SYMBOL;
    return word;
  }

  #grow(id: number): void {
    const larger = new Uint8Array(id * 2).fill(UNSEEN);
    larger.set(this.#byPosId);
    this.#byPosId = larger;
  }
}

function isPunctuation(code: number): boolean {
  return (
    code < 0x30 ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0xbf) ||
    (code >= 0x2000 && code <= 0x303f && code !== 0x3005) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

/** Tells whether a word can stand inside a noun phrase. */
export function isNominal(word: number): boolean {
  return (word >= W.NOUN && word <= W.TIME) || word === W.STATE;
}

/** Tells whether a word is a name. */
export function isName(word: number): boolean {
  return word >= W.PERSON && word <= W.NAME;
}
