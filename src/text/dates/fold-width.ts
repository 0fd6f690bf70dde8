const FOLD = new Map<number, number>(
  [..."：／．－〜～’‘（），"].map((char, index) => [char.charCodeAt(0), ":/.-~~''(),".charCodeAt(index)]),
);

/**
 * Returns a text with full-width digits, Latin letters and the marks of dates in ASCII, one code unit for one, so that offsets stay.
 *
 * @example
 * foldWidth("２０２２／９"); // "2022/9"
 */
export function foldWidth(text: string): string {
  let at = 0;
  while (at < text.length && !mayFold(text.charCodeAt(at))) at++;
  if (at === text.length) return text;
  let folded = "";
  let kept = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!mayFold(code)) continue;
    const letter =
      (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
    const to = letter || code === 0xff05 ? code - 0xfee0 : (FOLD.get(code) ?? code);
    if (to === code) continue;
    folded += text.slice(kept, at) + String.fromCharCode(to);
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

const mayFold = (code: number): boolean =>
  code >= 0x2018 && (code >= 0xff01 ? code <= 0xff5e : code === 0x2018 || code === 0x2019 || code === 0x301c);
