/** White space that a browser shows as one space; no-break and ideographic spaces are characters of the text. */
const RUN = /[ \t\r\n\f]+/g;
/** Whether a text has any that is not one space already. */
const UNEVEN = /[\t\r\n\f]| {2}/;

/** Whether a UTF-16 code unit is that of a character which is written without spaces: kana, kanji, full-width forms. */
export function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x312f) ||
    (unit >= 0x3190 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe4f) ||
    (unit >= 0xff01 && unit <= 0xffef) ||
    (unit >= 0xd840 && unit <= 0xd88d)
  );
}

/** Whether a unit ends or begins a wide character; the second half of a surrogate pair counts as such an end. */
export function endsWide(text: string): boolean {
  const unit = text.charCodeAt(text.length - 1);
  return isWide(unit >= 0xdc00 && unit <= 0xdfff ? text.charCodeAt(text.length - 2) : unit);
}

/**
 * Returns a text with each run of white space as one space, but none where a line of the source is broken between
 * two wide characters: Japanese source is broken anywhere. Runs at the ends stay, for what stands beside them counts.
 */
export function squeeze(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(RUN, (run, at: number) => {
    const after = at + run.length;
    if (at === 0 || after === text.length || !/[\r\n]/.test(run)) return " ";
    return endsWide(text.slice(Math.max(0, at - 2), at)) && isWide(text.charCodeAt(after)) ? "" : " ";
  });
}
