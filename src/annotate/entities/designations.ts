import type { EntitySpan } from "./span.ts";

/** Latin letters, a dash, a number: J-20, XQ-58A, Su-57, MQ-9; with a name in kana after it. */
const LATIN =
  /(?<![A-Za-z0-9])(?:[A-Z]{1,4}|Su|MiG|Tu|Il|Mi|Ka|An|Yak|Kh)(?:\/[A-Z])?-[0-9]{1,3}[A-Z]{0,3}(?:[0-9])?(?![A-Za-z0-9])/g;
/** A number and 型 or 式 before a kind of ship, vehicle or gun: 052DL型駆逐艦, 10式戦車. */
const TYPED =
  /(?:[0-9]{2,4}[A-Z]{0,3}|[ァ-ヶー]{2,12}|[一-龠]{1,4}|[ぁ-ん]{2,6})(?:型|級|式)(?:ミサイル|強襲揚陸|揚陸|原子力|戦略|弾道ミサイル|攻撃型|汎用|多用途|イージス|艦上|地対艦|地対空|空対空|空対艦|中距離|短距離|自走|装輪|軽|主力)*(?:駆逐艦|フリゲート艦?|コルベット|巡洋艦|空母|航空母艦|潜水艦|護衛艦|揚陸艦|補給艦|哨戒艦|戦艦|戦車|装甲車|歩兵戦闘車|戦闘機|爆撃機|輸送機|哨戒機|ヘリ(?:コプター)?|誘導弾|榴弾砲|自走砲|小銃|機関銃|魚雷|ミサイル|掃海艇|掃海艦|ロケット)/g;
/** Roman numbers after a name in kanji or kana: 翼竜II. */
const ROMAN = /[一-龠ァ-ヶー]{2,8}(?:I{2,3}|IV|VI{0,3}|Ⅱ|Ⅲ|Ⅳ|Ⅴ)(?![A-Za-z])/g;
const KINDS = /^(?:戦闘機|爆撃機|輸送機|哨戒機|無人機|ヘリ|戦車|ミサイル|攻撃機|練習機|早期警戒機|対空ミサイル)/;

/** Each shape with what a text must hold for it to be worth looking. */
const SHAPES = [
  [LATIN, /[A-Zau]-[0-9]/, 0.85],
  [TYPED, /[型級式].{0,8}[艦車機砲弾銃雷母ルトリ]/, 0.85],
  [ROMAN, /[IVⅡⅢⅣⅤ]/, 0.6],
] as const;

/**
 * Finds designations of aircraft, ships, vehicles and arms by their shape.
 *
 * @example
 * findDesignations("052DL型駆逐艦とJ-20").map(({ start, end }) => [start, end]); // [[0, 9], [10, 14]]
 */
export function findDesignations(folded: string): EntitySpan[] {
  const spans: EntitySpan[] = [];
  for (const [pattern, needs, confidence] of SHAPES) {
    if (!needs.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      let end = start + match[0].length;
      if (pattern === LATIN) end += /^[ァ-ヶー・]{3,}/.exec(folded.slice(end))?.[0].replace(KINDS, "").length ?? 0;
      spans.push({ start, end, label: "PRODUCT", by: "designation", confidence });
    }
  }
  return spans;
}
