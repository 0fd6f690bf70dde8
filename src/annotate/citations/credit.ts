/** The parts of an image credit such as `Kremlin.ru/CC BY 4.0`. */
export interface Credit {
  readonly holder: string | null;
  readonly licence: string | null;
}

const SEPARATORS = /[\s/／|｜,、，;；(（[［・–—-]+$/;

/**
 * Returns the holder and the licence of an image credit.
 *
 * @example
 * parseCredit("Kremlin.ru/CC BY 4.0", [["CC BY 4.0", "CC BY 4.0"]]); // { holder: "Kremlin.ru", licence: "CC BY 4.0" }
 */
export function parseCredit(text: string, licences: readonly (readonly [string, string])[]): Credit {
  const bare = text.replace(/[\s)）\]］]+$/, "");
  for (const [written, licence] of licences) {
    if (!bare.endsWith(written)) continue;
    const before = bare.slice(0, -written.length);
    if (before !== "" && !SEPARATORS.test(before)) continue;
    return { holder: holderOf(before.replace(SEPARATORS, "")), licence };
  }
  return { holder: holderOf(text), licence: null };
}

function holderOf(text: string): string | null {
  const holder = text.replace(/^\s*(?:photo by|image by|写真\s*[:：]|©|\(c\)|（c）)\s*/i, "").trim();
  return holder === "" ? null : holder;
}
