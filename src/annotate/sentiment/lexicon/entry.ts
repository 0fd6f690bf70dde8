/** What an entry of the lexicon tells. */
export const EntryKind = {
  /** A word or phrase with a strength of its own. */
  word: 0,
  /** A noun whose growth is good (1) or bad (-1). */
  valence: 1,
  /** A word of growth (above 0) or decrease (below 0). */
  direction: 2,
  /** A word that multiplies the strength of what it modifies. */
  degree: 3,
  /** A hedge, question, wish, conditional and so on; the value is a {@link Cue}. */
  cue: 4,
  /** A kaomoji or emoji. */
  face: 5,
} as const;
export type EntryKind = (typeof EntryKind)[keyof typeof EntryKind];

/** How many kinds there are. */
export const ENTRY_KINDS = 6;

/** What a cue does to what stands before it. */
export const CUES = [
  "hedge",
  "question",
  /** Asks others for something that is not so: てほしい, べき, ばいいのに. */
  "wish",
  "conditional",
  "irony",
  "adversative",
  "negation",
  /** Negative in form, affirmative in meaning: なくはない, ざるを得ない. */
  "affirmation",
  /** What the writer would like to do: たい, ぜひ. */
  "desire",
] as const;
export type Cue = (typeof CUES)[number];

/** Parts of speech of lexicon files; `phrase` fits any token. */
export const LEXICON_POS = [
  "phrase",
  "noun",
  "sahen",
  "verb",
  "adjective-i",
  "adjective-na",
  "adverb",
  "interjection",
  "adnominal",
  "prefix",
  "suffix",
] as const;
export type LexiconPos = (typeof LEXICON_POS)[number];

/** One row of a lexicon file, folded for look-up. */
export interface LexiconEntry {
  readonly text: string;
  readonly kind: EntryKind;
  /** Strength in [-1, 1], growth, direction, factor, or the number of a cue. */
  readonly value: number;
  /** Index into {@link LEXICON_POS}. */
  readonly pos: number;
  /** Index into the model's `EMOTIONS` plus 1; 0 for none. */
  readonly emotion: number;
}
