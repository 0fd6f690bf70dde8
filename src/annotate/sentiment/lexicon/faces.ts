import { isDigit, isKana, isKanji } from "../../../words/characters.ts";
import { foldUnit } from "../../../words/fold-unit.ts";
import { EntryKind } from "./entry.ts";
import type { Lexicon } from "./lexicon.ts";

/** A kaomoji, an emoji or a rating in stars in a text. */
export interface Face {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Index into the model's `EMOTIONS` plus 1; 0 for none. */
  readonly emotion: number;
  readonly what: "face" | "stars";
}

/** Returns kaomoji and emoji in `[start, end)` of a text by their characters, longest first; they need no token of their own. */
export function findFaces(text: string, start: number, end: number, trie: Lexicon): Face[] {
  const faces: Face[] = [];
  const { firstValue, kinds, values, emotions } = trie;
  for (let at = start; at < end; at++) {
    if (isPlain(text.charCodeAt(at))) continue;
    let node = 0;
    let found = -1;
    let foundEnd = at;
    for (let i = at; i < end; i++) {
      const code = foldUnit(text.charCodeAt(i));
      if (code === 0) continue;
      node = trie.step(node, code);
      if (node === 0) break;
      for (let entry = firstValue[node]!; entry < firstValue[node + 1]!; entry++) {
        if (kinds[entry] !== EntryKind.face) continue;
        found = entry;
        foundEnd = i + 1;
      }
    }
    if (found < 0) continue;
    faces.push({ start: at, end: foundEnd, value: values[found]!, emotion: emotions[found]!, what: "face" });
    at = foundEnd - 1;
  }
  return faces;
}

/** Kana, kanji and digits begin no face. */
function isPlain(code: number): boolean {
  return isKana(code) || isKanji(code) || isDigit(code);
}
