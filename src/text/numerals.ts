const DIGITS = "〇一二三四五六七八九";
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/**
 * Returns the number that a whole string is: ASCII digits with separators, kanji by place (二〇二二) or by value (千九百六十四),
 * mixed (3万5千).
 *
 * Gives null for anything else.
 *
 * @example
 * parseNumeral("千九百六十四"); // 1964
 * parseNumeral("二〇二二"); // 2022
 * parseNumeral("1億2,000万"); // 120000000
 */
export function parseNumeral(text: string): number | null {
  let total = 0;
  let section = 0;
  let digits = "";
  const take = (): number | null => {
    const value = digits === "" ? null : Number(digits);
    digits = "";
    return value;
  };
  if (text === "") return null;
  for (const char of text) {
    const kanji = char === "零" ? 0 : DIGITS.indexOf(char);
    if (kanji >= 0) digits += kanji;
    else if ((char >= "0" && char <= "9") || char === ".") digits += char;
    else if (char === ",") continue;
    else if (SMALL[char] !== undefined) section += (take() ?? 1) * SMALL[char];
    else if (LARGE[char] !== undefined) {
      section += take() ?? 0;
      total += (section === 0 ? 1 : section) * LARGE[char];
      section = 0;
    } else return null;
  }
  const value = total + section + (take() ?? 0);
  return Number.isFinite(value) ? value : null;
}
