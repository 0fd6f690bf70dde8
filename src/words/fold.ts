import type { DataReader } from "../model/data-folder.ts";
import { parseTsv } from "../text/tsv.ts";
import { isKana, isKanji } from "./characters.ts";

/** The table of kanji variants. */
export const VARIANTS = "data/words/kanji-variants.tsv";

/** A text folded for matching, with the way back to the text. */
export interface FoldedText {
  readonly text: string;
  /** Of each folded code unit, and of the end: where in the text what it was made of begins. */
  readonly from: Int32Array;
  /** Of each folded code unit: where in the text what it was made of ends, without marks that nobody sees behind it. */
  readonly to: Int32Array;
}

/**
 * Writes in one way what writers write in several, where a dictionary knows only one: kana of half width, marks that
 * stand beside their letter (NFD), kanji variants (髙, 齋, 𠮷), variation selectors, and marks that nobody sees.
 *
 * A folded code unit is made of one code unit or more and no two of the same one, so that words of the folded text are
 * stretches of the text. Width of Latin letters and digits, squared words (㈱) and emoji stay as they are.
 */
export class Folding {
  readonly #variants: ReadonlyMap<string, string>;
  /** 1 for each code unit that may be folded; most texts hold none, and a table tells it sooner than a pattern of hundreds. */
  readonly #foldable = new Uint8Array(0x10000);

  constructor(variants: ReadonlyMap<string, string>) {
    this.#variants = variants;
    for (const [first, last] of OTHERS) this.#foldable.fill(1, first, last + 1);
    for (const variant of variants.keys()) if (variant.length === 1) this.#foldable[variant.charCodeAt(0)] = 1;
  }

  /** Returns the text folded; null if there is nothing to fold. */
  fold(text: string): FoldedText | null {
    const foldable = this.#foldable;
    for (let at = 0; at < text.length; at++) if (foldable[text.charCodeAt(at)] === 1) return this.#foldFrom(text, at);
    return null;
  }

  /** Returns the text folded, whose first foldable code unit stands at `found`. */
  #foldFrom(text: string, found: number): FoldedText | null {
    // What was found may be a mark on the letter before it.
    const first = Math.max(0, found - (isLowSurrogate(text.charCodeAt(found - 1)) ? 2 : 1));
    const from = new Int32Array(text.length + 1);
    const to = new Int32Array(text.length);
    const parts: string[] = [text.slice(0, first)];
    for (let at = 0; at < first; at++) [from[at], to[at]] = [at, at + 1];
    let length = first;
    let changed = false;
    for (let start = first; start < text.length; ) {
      let end = endOfCharacter(text, start);
      if (isUnseen(text, start)) {
        start = end;
        changed = true;
        continue;
      }
      let folded = this.#character(text.slice(start, end));
      if (end - start === 2 && folded.length === 2) {
        // Emoji and rare kanji: each half stays for itself.
        end = start + 1;
        folded = text[start]!;
      }
      if (folded.length !== end - start || folded !== text.slice(start, end)) changed = true;
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit++) {
        from[length] = start;
        to[length++] = end;
      }
      start = end;
    }
    if (!changed) return null;
    const folded = parts.join("");
    from[length] = text.length;
    return folded.trim() === "" ? null : { text: folded, from: from.slice(0, length + 1), to: to.slice(0, length) };
  }

  /** Returns a word as it stands in folded text. */
  word(word: string): string {
    return this.fold(word)?.text ?? word;
  }

  /** Returns the ways in which a word is looked up: as it is written, and folded if that differs. */
  forms(word: string): readonly string[] {
    const folded = this.word(word);
    return folded === word ? [word] : [word, folded];
  }

  /** Returns the one code unit that a letter makes with the marks behind it; what makes none, or several, stays. */
  #character(character: string): string {
    const known = this.#variants.get(character);
    if (known !== undefined) return known;
    const bare = character.replace(MARKS, "");
    if (bare === "") return character;
    if (/^[\uff61-\uff9f]/.test(character)) return halfWidth(character);
    const composed = NORMALISED.test(character) ? bare.normalize("NFKC") : bare.normalize("NFC");
    const one = composed.length === 1 ? composed : bare.replace(/(?<=.)[\u0300-\u036f\u3099\u309a]+/g, "");
    return this.#variants.get(one) ?? one;
  }
}

/** Returns the folding that the package's table of kanji variants makes. */
export function loadFolding(read: DataReader): Folding {
  const rows = parseTsv(read.text(VARIANTS), ["variant", "form"], VARIANTS);
  return new Folding(new Map(rows.map(({ variant, form }) => [variant, form])));
}

/** What may be folded beside kanji variants: first and last code units. */
const OTHERS: readonly (readonly [first: number, last: number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0x2e80, 0x2fdf],
  [0x3099, 0x309a],
  [0xd835, 0xd835],
  [0xd840, 0xd87f],
  [0xdb40, 0xdb40],
  [0xf900, 0xfaff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff61, 0xff9f],
];
/** Selectors behind a letter. */
const MARKS = /[\ufe00-\ufe0f]|\udb40[\udc00-\udfff]/g;
/** Kanji and radicals that Unicode has twice, and mathematical letters. */
const NORMALISED = /^(?:[\u2e80-\u2fdf\uf900-\ufaff]|\ud835.|[\ud87e].)/;

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function halfWidth(character: string): string {
  const full = character.normalize("NFKC");
  if (full.length === 1 && full !== "\u3099" && full !== "\u309a") return full;
  // A mark of voicing by itself is drawn in smileys, and one behind a letter that takes none is no more than drawn.
  return character.length === 1 ? character : full[0]!;
}

/** Whether nobody sees what stands at a place: soft hyphens, joiners outside emoji, marks of direction and byte order. */
function isUnseen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x200d) return isLetter(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at + 1));
  return (
    code === 0xad ||
    code === 0x180e ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f && code !== 0x2065)
  );
}

const isLetter = (code: number): boolean =>
  Number.isNaN(code) || code < 0x250 || isKana(code) || isKanji(code) || (code >= 0xff61 && code <= 0xff9f);

/** Returns the offset behind a character and the marks that belong to it. */
function endOfCharacter(text: string, start: number): number {
  const first = text.charCodeAt(start);
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && isMark(text.charCodeAt(end), text.charCodeAt(end + 1), first)) {
    end += text.charCodeAt(end) === TAG_LEAD ? 2 : 1;
  }
  return end;
}

/** The first half of all selectors beyond the sixteen of the base plane. */
const TAG_LEAD = 0xdb40;

/** Whether a code unit is a mark on what stands before it: accents, voicing, selectors of a kanji's form. */
function isMark(code: number, next: number, first: number): boolean {
  if (code === 0xff9e || code === 0xff9f) return takesHalfVoicing(first) && first !== 0xff70;
  if (code === 0x3099 || code === 0x309a) return takesHalfVoicing(first) || takesVoicing(first);
  if (code >= 0x300 && code <= 0x36f) return isLetter(first);
  return isSelector(code, next) && (isLetter(first) || first === 0x3005 || (first >= 0xd840 && first <= 0xd87f));
}

const takesVoicing = (code: number): boolean => isKana(code) && code !== 0x3099 && code !== 0x309a;
const takesHalfVoicing = (code: number): boolean => code >= 0xff66 && code <= 0xff9d;
const isSelector = (code: number, next: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code === TAG_LEAD && next >= 0xdc00 && next <= 0xdfff);
