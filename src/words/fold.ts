import type { DataReader } from "../model/data-folder.ts";
import { parseTsv } from "../text/tsv.ts";

/** Kanji that are written in several forms: the usual form of each other one, by code unit. */
export type KanjiVariants = ReadonlyMap<string, string>;

const VARIANTS = "data/words/kanji-variants.tsv";

/** Returns the forms of kanji that count as one in matching. */
export function loadKanjiVariants(read: DataReader): KanjiVariants {
  return new Map(parseTsv(read.text(VARIANTS), ["variant", "form"], VARIANTS).map((row) => [row.variant, row.form]));
}

export interface FoldOptions {
  /** Forms of kanji that count as one; none by default. */
  readonly variants?: KanjiVariants;
  /** Whether capitals become small letters; not by default. */
  readonly lower?: boolean;
}

/** A text folded for matching, with the way back to the text. */
export interface FoldedText {
  readonly text: string;
  /** Returns the range of the text that the folded `[start, end)` was made of. */
  range(start: number, end: number): { readonly start: number; readonly end: number };
}

/**
 * Returns a text in which what is written in several ways is written in one: NFKC (width, half-width kana, ligatures),
 * marks that stand beside their letter (NFD), kanji variants, variation selectors and marks that nobody sees.
 *
 * Each character is folded together with the marks behind it, so that the way back leads to whole characters. Spaces and
 * punctuation stay, in the form that NFKC gives them.
 *
 * @example
 * const { text, range } = fold("ﾃﾞｰﾀの髙\u{fe00}さ", { variants }); // "データの高さ"
 * range(0, 2); // { start: 0, end: 3 }: ﾃﾞｰ
 */
export function fold(text: string, { variants = NONE, lower = false }: FoldOptions = {}): FoldedText {
  let at = 0;
  while (at < text.length && !mayFold(text, at, variants, lower)) at++;
  if (at === text.length) return { text, range: (start, end) => ({ start, end }) };
  const parts: string[] = [];
  /** Where the character begins and ends that each folded code unit was made of. */
  const from: number[] = [];
  const to: number[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfCharacter(text, start);
    const folded = foldCharacter(text.slice(start, end), variants, lower);
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) {
      from.push(start);
      to.push(end);
    }
    start = end;
  }
  return {
    text: parts.join(""),
    range: (start, end) => {
      const first = from[start] ?? text.length;
      return { start: first, end: end > start ? to[end - 1]! : first };
    },
  };
}

const NONE: KanjiVariants = new Map();

/** What no reader sees: soft hyphens, joiners, marks of direction, the mark of byte order, selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

function foldCharacter(character: string, variants: KanjiVariants, lower: boolean): string {
  let folded = character.replace(INVISIBLE, "").normalize("NFKC");
  if (lower) folded = folded.toLowerCase();
  return variants.size === 0 ? folded : Array.from(folded, (char) => variants.get(char) ?? char).join("");
}

/** Returns the offset behind a character and the marks that belong to it. */
function endOfCharacter(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && isMark(text.charCodeAt(end), text.charCodeAt(end + 1))) {
    end += text.charCodeAt(end) === TAG_LEAD ? 2 : 1;
  }
  return end;
}

/** The first half of all selectors beyond the sixteen of the base plane. */
const TAG_LEAD = 0xdb40;

/** Whether a code unit is a mark on what stands before it: accents, voicing of either width, selectors. */
function isMark(code: number, next: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x3099 ||
    code === 0x309a ||
    code === 0xff9e ||
    code === 0xff9f ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code === TAG_LEAD && next >= 0xdc00 && next <= 0xdfff)
  );
}

/** Whether a code unit may be changed; false is sure. Kana, kanji without variants and ASCII are most of all texts. */
function mayFold(text: string, at: number, variants: KanjiVariants, lower: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return lower && code >= 0x41 && code <= 0x5a;
  if (code >= 0x3041 && code <= 0x3096) return false;
  if (code >= 0x30a1 && code <= 0x30fe) return false;
  if (code >= 0x4e00 && code <= 0x9fff) return variants.has(text[at]!);
  return code !== 0x3001 && code !== 0x3002 && !(code >= 0x300c && code <= 0x300f);
}
