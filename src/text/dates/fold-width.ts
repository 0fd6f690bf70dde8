const FOLD = new Map<number, number>(
  [..."：／．－〜～’‘（），"].map((char, index) => [char.charCodeAt(0), ":/.-~~''(),".charCodeAt(index)]),
);

/**
 * Folds full-width digits, Latin letters and the marks of dates to ASCII, one code unit for one, so that offsets stay.
 *
 * @example
 * foldWidth("２０２２／９"); // "2022/9"
 */
export function foldWidth(text: string): string {
  if (!/[！-～〜’‘]/.test(text)) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter =
      (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
    units[i] = letter || code === 0xff05 ? code - 0xfee0 : (FOLD.get(code) ?? code);
  }
  return new TextDecoder("utf-16le").decode(units);
}
