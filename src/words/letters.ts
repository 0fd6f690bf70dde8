import { isDigit, isKana, isSmallLatin } from "./characters.ts";
import { foldUnit } from "./fold-unit.ts";

/** Whether a folded code unit is a letter, a kana, a kanji or a digit. */
export function isLetter(code: number): boolean {
  return (
    isKana(code) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    isSmallLatin(code) ||
    isDigit(code) ||
    (code >= 0xff66 && code <= 0xff9f) ||
    code === 0x3005
  );
}

/** What each code unit is folded to, 0 for marks; made when first asked for, since it takes longer than all else of an import. */
let made: Uint16Array | undefined;

/** Returns what each code unit is folded to: a letter, or 0 for a mark. */
export function lettersByUnit(): Uint16Array {
  made ??= Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    const code = foldUnit(unit);
    return isLetter(code) ? code : 0;
  });
  return made;
}
