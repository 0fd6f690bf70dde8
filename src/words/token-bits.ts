/** Bits that say what a token may be in a sentence: several for each, by its part of speech and inflection. */
export const Is = {
  noun: 1 << 0,
  verb: 1 << 1,
  adjective: 1 << 2,
  adverb: 1 << 3,
  /** Any particle. */
  particle: 1 << 4,
  auxiliary: 1 << 5,
  symbol: 1 << 6,
  interjection: 1 << 7,
  prefix: 1 << 8,
  /** Non-independent words and suffixes: こと, すぎる, ほしい, さん. */
  dependent: 1 << 9,
  /** Case particles が を に. */
  case: 1 << 10,
  /** は も こそ. */
  topic: 1 << 11,
  /** Conjunctive particles が けど ので て ば. */
  conjunctive: 1 << 12,
  period: 1 << 13,
  comma: 1 << 14,
  number: 1 << 15,
  adnominal: 1 << 16,
  conjunction: 1 << 17,
  final: 1 << 18,
  /** の between nouns. */
  linking: 1 << 19,
  /** Nouns that take する. */
  sahen: 1 << 20,
  bracket: 1 << 21,
  /** Stem of a na-adjective. */
  na: 1 << 22,
  /** 仮定形. */
  hypothetical: 1 << 23,
  /** ない ぬ ん まい ず, set by sentiment's scan since it needs the lemma. */
  negation: 1 << 24,
  /** A token with an inflected form, so lemma and surface may differ. */
  inflected: 1 << 25,
  /** 連用形 of a verb or adjective. */
  continuative: 1 << 26,
  propername: 1 << 27,
  /** です, ます; set by sentiment's scan. */
  polite: 1 << 28,
  /** A proper noun of the dictionary; set by sentiment's scan, since unknown slang is tagged as a proper noun too. */
  knownName: 1 << 29,
  /** Letters, marks without a task of their own, and cries, which an unknown Latin word may be taken for. */
  letter: 1 << 30,
} as const;

/** Returns the bits of a part of speech as IPADIC writes it, with a form of conjugation (`*` for none). */
export function bitsOf(pos: string, form: string): number {
  const key = `${pos},${form}`;
  let bits = seen.get(key);
  if (bits === undefined) {
    bits = classify(pos, form);
    seen.set(key, bits);
  }
  return bits;
}

/** Parts of speech with their forms met so far: every text has the same few. */
const seen = new Map<string, number>();

function classify(pos: string, form: string): number {
  const [first, second, third] = pos.split(",");
  let bits = HEADS[first ?? ""] ?? 0;
  bits |= SUBTYPES[`${first}-${second}`] ?? 0;
  if (second === "非自立" || second === "接尾") bits |= Is.dependent;
  if (second === "格助詞" && third === "引用") bits &= ~Is.case;
  if (form.startsWith("仮定")) bits |= Is.hypothetical;
  if (form.startsWith("連用")) bits |= Is.continuative;
  if (form !== "*") bits |= Is.inflected;
  return bits;
}

const HEADS: Readonly<Record<string, number>> = {
  名詞: Is.noun,
  動詞: Is.verb,
  形容詞: Is.adjective,
  副詞: Is.adverb,
  助詞: Is.particle,
  助動詞: Is.auxiliary,
  記号: Is.symbol,
  感動詞: Is.interjection | Is.letter,
  フィラー: Is.interjection,
  接頭詞: Is.prefix,
  連体詞: Is.adnominal,
  接続詞: Is.conjunction,
};

const SUBTYPES: Readonly<Record<string, number>> = {
  "助詞-格助詞": Is.case,
  "助詞-係助詞": Is.topic,
  "助詞-接続助詞": Is.conjunctive,
  "助詞-終助詞": Is.final,
  "助詞-副助詞／並立助詞／終助詞": Is.final,
  "助詞-連体化": Is.linking,
  "記号-句点": Is.period,
  "記号-読点": Is.comma,
  "記号-括弧開": Is.bracket,
  "記号-括弧閉": Is.bracket,
  "記号-アルファベット": Is.letter,
  "記号-一般": Is.letter,
  "名詞-数": Is.number,
  "名詞-サ変接続": Is.sahen,
  "名詞-形容動詞語幹": Is.na,
  "名詞-ナイ形容詞語幹": Is.na,
  "名詞-固有名詞": Is.propername,
};
