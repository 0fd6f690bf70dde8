/** Half-width sound marks and combining marks belong to the sign before them. */
const SIGN = /[\s\S](?:\p{M}|[\uff9e\uff9f])*/gu;

/**
 * Returns a text as it is searched: width, kana width and case do not matter, blanks neither.
 *
 * @example
 * foldText("ｶﾞﾝﾊﾞﾚ ＮＡＴＯ"); // "ガンバレnato"
 */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/** A folded text that knows for each code unit the stretch of the text it was made of. */
export interface Folded {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Returns a text folded sign by sign, with the way back. */
export function foldWithMap(text: string): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const folded = foldText(sign);
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) {
      from.push(index);
      to.push(index + sign.length);
    }
  }
  return { text: parts.join(""), from, to };
}

/** Returns where folded words stand in a text, as spans of the text. */
export function placesOf(words: string, { text, from, to }: Folded): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  if (words === "") return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    found.push([from[at]!, to[at + words.length - 1]!]);
  }
  return found;
}
