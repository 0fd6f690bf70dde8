import { CHECKED_LAYERS } from "../measure/check/layers.ts";
import type { SideShare } from "../measure/side-shares.ts";
import type { Table } from "../tables/table.ts";
import { type Html, html } from "./html.ts";
import { percent } from "./percent.ts";
import type { Lang } from "./words.ts";

/** Returns a sentence a proposition whose sides people checked: each share with its interval, and by how many. */
export function correctedSides(sides: Table<SideShare>, lang: Lang): readonly Html[] {
  const rows = sides.filter(({ checked }) => checked !== null).toRows();
  const names = new Map(CHECKED_LAYERS.flatMap(({ labels }) => labels.map((label) => [label.label, label[lang]])));
  return [...new Set(rows.map(({ proposition }) => proposition))].map((proposition) => {
    const own = rows.filter((row) => row.proposition === proposition);
    const [{ of, checked } = { of: 0, checked: 0 }] = own;
    const told = own.map(({ side, estimate, estimateLow, estimateHigh }, i) => {
      const name = names.get(side) ?? side;
      const between = i === 0 ? "" : lang === "ja" ? "、" : ", ";
      return lang === "ja"
        ? html`${between}${name}<strong>${percent(estimate)}</strong>（${percent(estimateLow)}〜${percent(estimateHigh)}）`
        : html`${between}${name} <strong>${percent(estimate)}</strong> (${percent(estimateLow)}–${percent(estimateHigh)})`;
    });
    return lang === "ja"
      ? html`「<bdi>${proposition}</bdi>」に対するコメント${of}件の立場は、人が${checked}件を読んで確かめた結果で補正すると、${told}。括弧内は95%信頼区間。`
      : html`Sides of the ${of} comments toward “<bdi>${proposition}</bdi>”, corrected by the ${checked} that people read: ${told}; 95 % confidence intervals in brackets.`;
  });
}
