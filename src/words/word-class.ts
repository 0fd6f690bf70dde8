/** What a token does in a clause, one of these for each; the values are ordered, see {@link isNominal}. */
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

/** IPADIC's parts of speech by prefix; the first that fits decides. */
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

/** Parts of speech met so far: every text has the same few. */
const seen = new Map<string, number>();

/** Returns the class of a part of speech as IPADIC writes it: 名詞,固有名詞,人名,姓. */
export function wordClassOf(pos: string): number {
  let word = seen.get(pos);
  if (word === undefined) {
    word = BY_PART.find(([prefix]) => pos.startsWith(prefix))?.[1] ?? W.OTHER;
    seen.set(pos, word);
  }
  return word;
}

/** Whether a word can stand inside a noun phrase. */
export function isNominal(word: number): boolean {
  return (word >= W.NOUN && word <= W.TIME) || word === W.STATE;
}

/** Whether a word belongs to a verb: one by itself, or what hangs on it. */
export function isVerbal(word: number): boolean {
  return word >= W.VERB && word <= W.AUXILIARY && word !== W.ADJECTIVE;
}

/** Whether a word is a particle inside a sentence, not at its end. */
export function isParticle(word: number): boolean {
  return word >= W.CASE && word <= W.PARTICLE && word !== W.FINAL;
}

/** Whether a word is a name. */
export function isName(word: number): boolean {
  return word >= W.PERSON && word <= W.NAME;
}
