import type { FoldedText, Folding } from "../../words/fold.ts";

/** Returns a text with Latin letters, digits and signs of half width and small letters; offsets stay. */
export function plainWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replace(/[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩА-Я]/g, (letter) => letter.toLowerCase());
}

/** Returns a text as rules are matched with it, whatever its width, capitals and kanji variants, with the way back. */
export function plainText(text: string, folding: Folding): FoldedText | { readonly text: string; readonly from: null } {
  const folded = folding.fold(text);
  return folded === null ? { text: plainWidth(text), from: null } : { ...folded, text: plainWidth(folded.text) };
}
