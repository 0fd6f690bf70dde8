import { meansOther } from "./country-kanji.ts";
import { isLatinName } from "./name-shapes.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** ワァーッ, ギャアッ: cries end in a small ッ, names do not. */
const INTERJECTION = /^[ァ-ヶー]*[ッァー]ッ$/;

/** 2LDK and what follows it. */
const FLAT = /^[0-9０-９]S?L?DK/;
/** What makes 米友 or 英吉 a person's name, not a country's. */
const GIVEN_NAME = /^[友蔵助吉造松次郎子雄夫][はがもをにのとさ、。]/;

/** Tells whether what the model found is a name: no stray word, cry, flat, address or foreign sentence. */
export function isName(
  { start, end, confidence }: EntitySpan,
  text: string,
  { notNames, gazetteer }: EntityResources,
): boolean {
  const surface = text.slice(start, end);
  if (
    notNames.has(surface) ||
    (end - start === 1 && meansOther(surface, text)) ||
    (confidence < 0.5 && end - start > 14) ||
    INTERJECTION.test(surface) ||
    FLAT.test(surface) ||
    (end - start === 1 && /[一-龠]/.test(surface) && GIVEN_NAME.test(text.slice(end, end + 2))) ||
    !isLatinName({ start, end }, text, gazetteer)
  )
    return false;
  return /[ぁ-ヶ一-龠]/.test(surface) || (surface.split(" ").length <= 4 && !surface.includes("/"));
}
