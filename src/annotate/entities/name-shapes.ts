import type { Gazetteer } from "./gazetteer.ts";
import type { EntitySpan } from "./span.ts";

const SPACE = /[ \t　]+/g;
const KANJI_OR_KANA = /[ぁ-ヶ一-龠]/;
const LETTER = /[A-Za-zÀ-ɏЀ-ӿぁ-ヶ一-龠々가-힣ａ-ｚＡ-Ｚ]/;

/**
 * Splits what the model took for one name although it is a row of a table (大宮 9:02 仙台 10); parts without a letter are
 * left out.
 *
 * Spaces in the names of persons, organisations and works, and a number at the end, are part of the name.
 *
 * @example
 * splitRow({ start: 0, end: 9, label: "ORG", by: "model", confidence: 1 }, "神戸 2 広島 3").length; // 2
 */
export function splitRow(name: EntitySpan, text: string): EntitySpan[] {
  const surface = text.slice(name.start, name.end);
  if (!LETTER.test(surface) || surface.startsWith("〒")) return [];
  if (!/[ \t　]/.test(surface) || !KANJI_OR_KANA.test(surface)) return [name];
  const parts = [...surface.matchAll(/[^ \t　]+/g)];
  const numberInside = parts.some(
    ([part], index) => index > 0 && index < parts.length - 1 && /^[0-9０-９:.,-]+$/.test(part),
  );
  const places = (name.label === "GPE" || name.label === "LOC") && parts.every(([part]) => !/[A-Za-z・]/.test(part));
  if (!numberInside && !places) return [name];
  return parts
    .filter(([part]) => LETTER.test(part))
    .map((part) => ({ ...name, start: name.start + part.index, end: name.start + part.index + part[0].length }));
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "of the in by and for on to at from with is are was a an de la du von van der di".split(" "),
);
const OPENING = /[「『“"《〈【(（［'‘]$/;

/**
 * Whether Latin words are a name rather than a piece of a sentence: of three words or more, one of them a small word
 * (of, the, in), all others begin with a capital or a number and no author follows (`by`).
 *
 * A name in brackets or of the gazetteers is one in any case.
 *
 * @example
 * isLatinName({ start: 0, end: 23 }, "China’s sway in Russia grows", gazetteer); // false
 */
export function isLatinName(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
  gazetteer: Pick<Gazetteer, "get">,
): boolean {
  const surface = text.slice(start, end);
  if (KANJI_OR_KANA.test(surface)) return true;
  const words = surface.split(SPACE);
  if (words.length < 3 || !words.some((word) => FUNCTION_WORDS.has(word))) return true;
  if (OPENING.test(text.slice(Math.max(0, start - 1), start)) || gazetteer.get(surface) !== null) return true;
  return (
    !FUNCTION_WORDS.has(words.at(-1)!) &&
    !words.includes("by") &&
    words.every((word) => FUNCTION_WORDS.has(word) || /^[A-ZÀ-Þ0-9&(]/.test(word)) &&
    !/[’']s$/.test(words[0]!)
  );
}
