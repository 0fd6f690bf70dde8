/** Whether a code unit is a digit of ASCII. */
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a code unit is a Latin letter of ASCII. */
export const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Whether a code unit is a small Latin letter of ASCII. */
export const isSmallLatin = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** Whether a code unit is kana of full width, its marks included. */
export const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x30fe;

/** Whether a code unit is hiragana that words are written with, no mark. */
export const isHiragana = (code: number): boolean => code >= 0x3041 && code <= 0x3096;

/** Whether a code unit is katakana that words are written with, its long mark included, no other mark. */
export const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;

/** Whether a code unit is kanji of the common block. */
export const isKanji = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Returns the hiragana of a katakana; any other code unit as it is. */
export const toHiragana = (code: number): number => (code >= 0x30a1 && code <= 0x30f6 ? code - 0x60 : code);

/** Whether a code unit is punctuation, a symbol, a space, or half of a pair of surrogates. */
export function isPunctuation(code: number): boolean {
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
