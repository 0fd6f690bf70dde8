import type { Row } from "../tables/table.ts";
import { grouped } from "../text/grouped.ts";

/** Returns the name of a unit across discussions: `discussion/unit`. */
export function unitKey(discussion: unknown, unit: unknown): string {
  return `${String(discussion)}/${String(unit)}`;
}

/** Returns the name of a span across discussions: `discussion/unit:start-end`. */
export function spanKey(row: Row): string {
  return `${unitKey(row.discussion, row.unit)}:${row.start}-${row.end}`;
}

/** Texts in which one sign is written by several code points: accents, emoji, variants. */
const JOINED = /[\p{M}\p{Cf}\p{Surrogate}\u{10000}-\u{10ffff}]/u;
let segmenter: Intl.Segmenter | null = null;

/** Returns the characters of a text as a reader counts them: a family emoji or が of two signs is one. */
export function graphemes(text: string): readonly string[] {
  if (!JOINED.test(text)) return text.split("");
  // The root locale: the same on every machine.
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Marks that turn the direction of what follows, and invisible spaces; joiners stay, emoji need them. */
const BIDI = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
/** Halves of characters and code points that are none. */
const NOT_IN_XML = /[\p{Surrogate}\ufffe\uffff]/gu;

/** Returns the first `most` characters of a text on one line, never half a character, accent or emoji. */
export function firstWords(text: unknown, most = 24): string {
  const line = String(text ?? "")
    .slice(0, most * 8)
    .replace(BIDI, "")
    .replace(NOT_IN_XML, "\ufffd")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  const characters = graphemes(line);
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : line;
}

/** Returns a text of at most `most` characters: of a longer one its beginning and its end, since titles of a series differ there. */
export function bothEnds(text: unknown, most: number): string {
  const characters = graphemes(firstWords(text, Number.MAX_SAFE_INTEGER));
  if (characters.length <= most) return characters.join("");
  const end = Math.floor((most - 1) / 3);
  return `${characters.slice(0, most - 1 - end).join("")}…${characters.slice(-end).join("")}`;
}

/** Returns words in brackets; those that begin with a bracket of their own get no second one. */
export function inBrackets(words: string): string {
  return /^[「『“]/u.test(words) ? words : `「${words}」`;
}

/** Returns a name as a chart shows it: without control characters, no longer than a label. */
export function shownName(name: unknown, lang: "ja" | "en" = "ja"): string {
  const clean = firstWords(name, 16);
  return clean === "" ? (lang === "en" ? "(no name)" : "（名前なし）") : clean;
}

/** Returns a number rounded to `digits` decimals, so that equal inputs print equal specs. */
export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

/** Returns a count as people read it: 20,400. */
export const counted: (value: number) => string = grouped;

/** Returns a 95 % interval of a share as a title tells it: 39〜55%. */
export function between(low: number, high: number, lang: "ja" | "en"): string {
  return `${Math.round(low * 100)}${lang === "ja" ? "〜" : "–"}${Math.round(high * 100)}%`;
}

/** Returns a share in percent for reading, with so many decimals. */
export function percent(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)}%`;
}
