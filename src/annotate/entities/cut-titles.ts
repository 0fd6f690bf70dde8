import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

const TITLE_LENGTHS = [5, 4, 3, 2];
const KANJI_OR_KATAKANA = /[一-龠々ァ-ヶー]/;
const LATIN = /[A-Za-z]/;
/** Names of organisations in one to three kanji that a title may follow. */
const BODY_ENDS = /[社省庁党県府都道市区町村国軍団会局署院校大連労銀]$/;

/**
 * Takes the title off a name that ends in one (シュナイダーCEO), or in the beginning of one (林官房|長官); with the title
 * off it, a short unknown name of an organisation is a person's (三部社長).
 *
 * @example
 * cutTitle({ start: 0, end: 5, label: "PERSON", by: "model", confidence: 1 }, "小林健会頭", resources, () => true).end; // 3
 */
export function cutTitle(
  name: EntitySpan,
  text: string,
  { titles, gazetteer }: Pick<EntityResources, "titles" | "gazetteer">,
  isBoundary: (offset: number) => boolean,
): EntitySpan {
  const { start, end, label } = name;
  if ((label !== "PERSON" && label !== "ORG") || end - start < 3) return name;
  if (gazetteer.get(text.slice(start, end)) !== null) return name;
  const cut = titleStart(start, end, text, titles, label, isBoundary);
  if (cut < 0) return name;
  if (label === "PERSON") return { ...name, end: cut };
  const rest = text.slice(start, cut);
  const entry = gazetteer.get(rest);
  if (entry !== null) return { ...name, end: cut, label: entry.label };
  const person = /^[一-龠々]{1,3}$/.test(rest) ? !BODY_ENDS.test(rest) : /^[ァ-ヶー]{2,8}$/.test(rest);
  return person ? { ...name, end: cut, label: "PERSON", confidence: name.confidence / 2 } : { ...name, end: cut };
}

function titleStart(
  start: number,
  end: number,
  text: string,
  titles: EntityResources["titles"],
  label: "PERSON" | "ORG",
  isBoundary: (offset: number) => boolean,
): number {
  let cut = end;
  // 校長先生 are two titles.
  for (let round = 0; round < 2; round++) {
    const length = TITLE_LENGTHS.find((size) => {
      if (cut - size <= start) return false;
      const title = text.slice(cut - size, cut);
      const kind = titles.kindOf(title);
      if (kind === "honorific" && !(isBoundary(cut - size) && KANJI_OR_KATAKANA.test(text[cut - size - 1]!)))
        return false;
      if (LATIN.test(title[0]!) && LATIN.test(text[cut - size - 1]!)) return false;
      return kind !== null && (label === "PERSON" || (kind !== "honorific" && !titles.isBody(title)));
    });
    if (length === undefined) break;
    cut -= length;
  }
  if (cut < end) return cut;
  if (label === "ORG") return -1;
  for (let at = Math.max(start + 1, end - 3); at < end; at++) {
    if (!titles.opens(text.charCodeAt(at)) || LATIN.test(text[at]!)) continue;
    const title = titles.read(text, at, isBoundary);
    if (title !== null && title.kind !== "honorific" && title.end > end && title.end - at >= 2) return at;
  }
  return -1;
}
