import { isDigit, isKanji, isSmallLatin, toHiragana } from "../../words/characters.ts";
/** A text folded for matching, each character with the place it came from. */
export interface Folded {
  /** Half-width letters, full-width kana as hiragana, lower case; no white space and no punctuation. */
  readonly codes: Uint16Array;
  /** `from[i]` is the offset in the text of the folded character `i`; one more for the end. */
  readonly from: Int32Array;
}

const VOICED = "ﾞﾟ";

/**
 * Returns a text without differences of width, case, kana, spaces and punctuation, with a map back to the text.
 *
 * @example
 * const { codes, from } = fold("５分で、８０％"); // 5 分 で 8 0 %, from 0 1 2 4 5 6 7
 */
export function fold(text: string, start = 0, end = text.length): Folded {
  let codes = new Uint16Array(end - start + 8);
  let from = new Int32Array(codes.length + 1);
  let length = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) {
      codes[length] = toHiragana(code);
      from[length++] = at;
      continue;
    }
    if (isSkipped(code)) continue;
    let last = at;
    if (code >= 0xff66 && code <= 0xff9d && VOICED.includes(text[at + 1] ?? "-")) last++;
    const folded =
      code < 0x80
        ? String.fromCharCode(code | 0x20)
        : text
            .slice(at, last + 1)
            .normalize("NFKC")
            .toLowerCase();
    // ㍿ and the like become several characters.
    if (length + folded.length + end - at > codes.length) {
      const larger = new Uint16Array(codes.length * 2 + folded.length);
      larger.set(codes);
      codes = larger;
      const further = new Int32Array(larger.length + 1);
      further.set(from);
      from = further;
    }
    for (let i = 0; i < folded.length; i++) {
      const piece = folded.charCodeAt(i);
      if (isSkipped(piece)) continue;
      codes[length] = toHiragana(piece);
      from[length++] = at;
    }
    at = last;
  }
  from[length] = length > 0 ? Math.min(end, nextOffset(text, from[length - 1]!)) : end;
  return { codes: codes.subarray(0, length), from: from.subarray(0, length + 1) };
}

/** Offset just behind the character that begins at an offset, a half-width voicing mark included. */
export function nextOffset(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const voiced = code >= 0xff66 && code <= 0xff9d && VOICED.includes(text[at + 1] ?? "-");
  return voiced ? at + 2 : at + 1;
}

/** Kanji, kana, digits and small Latin letters stay as they are. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30fa && code !== 0x30a0) ||
    isKanji(code) ||
    isDigit(code) ||
    isSmallLatin(code) ||
    code === 0x30fc ||
    code === 0x25
  );
}

/** Ranges of characters that say nothing: white space, marks, punctuation of any width, the middle dot. */
const SKIPPED = [
  [0x00, 0x24],
  [0x26, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xa0],
  [0x2000, 0x206f],
  [0x2190, 0x22ff],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0x30fb, 0x30fb],
  [0xff01, 0xff04],
  [0xff06, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
] as const;

const IS_SKIPPED = new Uint8Array(0x10000);
for (const [first, last] of SKIPPED) IS_SKIPPED.fill(1, first, last + 1);

function isSkipped(code: number): boolean {
  return IS_SKIPPED[code] === 1;
}
