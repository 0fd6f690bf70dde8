import type { Row } from "../tables/table.ts";

/** Returns the name of a unit across discussions: `discussion/unit`. */
export function unitKey(discussion: unknown, unit: unknown): string {
  return `${String(discussion)}/${String(unit)}`;
}

/** Returns the name of a span across discussions: `discussion/unit:start-end`. */
export function spanKey(row: Row): string {
  return `${unitKey(row.discussion, row.unit)}:${row.start}-${row.end}`;
}

/** Marks that turn the direction of what follows, and invisible spaces; joiners stay, emoji need them. */
const BIDI = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
/** Halves of characters and code points that are none. */
const NOT_IN_XML = /[\p{Surrogate}\ufffe\uffff]/gu;

/** Returns the first `most` characters of a text on one line, never half a character. */
export function firstWords(text: unknown, most = 24): string {
  const line = String(text ?? "")
    .slice(0, most * 8)
    .replace(BIDI, "")
    .replace(NOT_IN_XML, "\ufffd")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : line;
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

/** Returns a share in percent for reading, with so many decimals. */
export function percent(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)}%`;
}
