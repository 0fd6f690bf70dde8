import type { EntityLabel } from "../../model/layers.ts";
import { compileWords, LongestMatch } from "../../words/longest-match.ts";

/** Units and counters, looked up by the longest match, and words that are numbers by themselves (半分, 初代). */
export interface NumberWords {
  readonly units: LongestMatch;
  readonly labels: readonly EntityLabel[];
  readonly whole: readonly (readonly [word: string, label: EntityLabel])[];
  /** Currencies by themselves: 米ドル. */
  readonly currencies: RegExp;
  /** What each code unit can begin: bits of {@link Opens}. */
  readonly openers: Uint8Array;
}

/** What a code unit can begin: a number, a word that is one, a currency by itself, a sign of money before digits. */
export const Opens = { numeral: 1, word: 2, currency: 4, sign: 8 } as const;

/** Numerals in kanji. */
export const KANJI = "〇一二三四五六七八九十百千万億兆";

/** Returns {@link NumberWords} from the rows of `units.tsv` and `number-words.tsv`. */
export function numberWords(
  rows: readonly { unit: string; label: string }[],
  words: readonly { word: string; label: string }[],
  currencies: ReadonlySet<string>,
): NumberWords {
  const whole = words.map(({ word, label }) => [word, label as EntityLabel] as const);
  return {
    units: new LongestMatch(compileWords(rows.map(({ unit }, index) => [unit, index] as const))),
    labels: rows.map(({ label }) => label as EntityLabel),
    whole,
    currencies: new RegExp([...currencies].join("|"), "y"),
    openers: openersOf(
      whole.map(([word]) => word),
      currencies,
    ),
  };
}

function openersOf(words: readonly string[], currencies: Iterable<string>): Uint8Array {
  const table = new Uint8Array(65536);
  const mark = (chars: Iterable<string>, bit: number) => {
    for (const char of chars) table[char.charCodeAt(0)]! |= bit;
  };
  mark(`${KANJI}0123456789第数`, Opens.numeral);
  mark(words, Opens.word);
  mark(currencies, Opens.currency);
  mark("$¥€£￥UANH", Opens.sign);
  return table;
}
