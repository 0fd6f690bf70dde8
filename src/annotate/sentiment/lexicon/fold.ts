const VARIATION_SELECTOR_16 = 0xfe0f;

/** Half-width kana from ･ to ﾝ, each as its full-width form. */
const FULL =
  "・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
const FIRST_HALF = 0xff65;
const VOICED_MARK = 0xff9e;
const SEMI_VOICED_MARK = 0xff9f;
const VOICED = "カキクケコサシスセソタチツテトハヒフヘホ";
const SEMI_VOICED = "ハヒフヘホ";

/** Whether a UTF-16 code unit is a half-width kana or its mark of voice. */
export function isHalfKana(unit: number): boolean {
  return unit > FIRST_HALF && unit <= SEMI_VOICED_MARK;
}

/** Returns the full-width form of the half-width kana at an offset, with the mark behind it; 0 for a mark, which its kana has taken. */
export function foldHalfKana(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= VOICED_MARK) return 0;
  const full = FULL[unit - FIRST_HALF]!;
  const code = full.charCodeAt(0);
  const mark = text.charCodeAt(at + 1);
  // In Unicode the voiced kana follows its plain one, and behind it the half-voiced.
  if (mark === VOICED_MARK) return full === "ウ" ? 0x30f4 : VOICED.includes(full) ? code + 1 : code;
  return mark === SEMI_VOICED_MARK && SEMI_VOICED.includes(full) ? code + 2 : code;
}

/**
 * Folds a UTF-16 code unit for look-up: full-width ASCII to half-width, capitals to small letters.
 *
 * Gives 0 for the emoji variation selector, which writers leave out at will.
 */
export function foldUnit(unit: number): number {
  let folded = unit;
  if (folded >= 0xff01 && folded <= 0xff5e) folded -= 0xfee0;
  if (folded >= 0x41 && folded <= 0x5a) return folded + 0x20;
  return folded === VARIATION_SELECTOR_16 ? 0 : folded;
}

/** Returns a lexicon's text folded as {@link foldUnit} folds what it is compared with. */
export function foldText(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit !== 0) folded += String.fromCharCode(unit);
  }
  return folded;
}
