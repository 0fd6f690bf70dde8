import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** Latin letters, a dash, a number: J-20, XQ-58A, Su-57, MQ-9; with a name in kana after it. */
const LATIN =
  /(?<![A-Za-z0-9])(?:[A-Z]{1,4}|Su|MiG|Tu|Il|Mi|Ka|An|Yak|Kh)(?:\/[A-Z])?-[0-9]{1,3}[A-Z]{0,3}(?:[0-9])?(?![A-Za-z0-9])/g;
/** Roman numbers after a name in kanji or kana: 翼竜II. */
const ROMAN = /[一-龠ァ-ヶー]{2,8}(?:I{2,3}|IV|VI{0,3}|Ⅱ|Ⅲ|Ⅳ|Ⅴ)(?![A-Za-z])/g;
const NAME_IN_KANA = /^[ァ-ヶー・]{3,}/;
/** What a text must hold for it to be worth looking for each shape. */
const NEEDS = {
  latin: /[A-Zau]-[0-9]/,
  typed: /[型級式].{0,8}[艦車機砲弾銃雷母ルトリ]/,
  roman: /[IVⅡⅢⅣⅤ]/,
  ship: /[艦船艇母機][ァ-ヶ]|フリゲート|コルベット/,
};

/**
 * Returns designations of aircraft, ships, vehicles and arms, found by their shape.
 *
 * @example
 * findDesignations("052DL型駆逐艦とJ-20", resources).map(({ start, end }) => [start, end]); // [[0, 9], [10, 14]]
 */
export function findDesignations(
  folded: string,
  { patterns, weights }: Pick<EntityResources, "patterns" | "weights">,
): EntitySpan[] {
  const spans: EntitySpan[] = [];
  const add = (start: number, end: number, confidence: number) =>
    spans.push({ start, end, label: "PRODUCT", by: "designation", confidence });
  if (NEEDS.latin.test(folded))
    for (const { index, 0: found } of folded.matchAll(LATIN)) {
      const end = index + found.length;
      const kana = NAME_IN_KANA.exec(folded.slice(end))?.[0].replace(patterns.vehicle, "").length ?? 0;
      add(index, end + kana, weights["designation in Latin letters"]);
    }
  if (NEEDS.typed.test(folded))
    for (const { index, 0: found } of folded.matchAll(patterns.typedArms))
      add(index, index + found.length, weights["designation of a type"]);
  if (NEEDS.roman.test(folded))
    for (const { index, 0: found } of folded.matchAll(ROMAN))
      add(index, index + found.length, weights["designation with a Roman number"]);
  if (NEEDS.ship.test(folded))
    for (const { index, 0: kind } of folded.matchAll(patterns.ship)) {
      const start = index + kind.length;
      const name = NAME_IN_KANA.exec(folded.slice(start, start + 24))?.[0] ?? "";
      add(start, start + name.length, weights["ship behind its kind"]);
    }
  return spans;
}
