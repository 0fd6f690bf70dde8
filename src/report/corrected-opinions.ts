import type { CorrectedShare } from "../measure/check/corrected-shares.ts";
import { type CheckedLabel, NONE } from "../measure/check/layers.ts";
import type { Table } from "../tables/table.ts";
import { type Html, html } from "./html.ts";
import { percent } from "./percent.ts";
import type { Lang } from "./words.ts";

/** Shares of opinions that people checked, and what the opinions are called. */
export interface CheckedOpinions {
  readonly shares: Table<CorrectedShare>;
  readonly labels: readonly CheckedLabel[];
}

/** Returns the shares of the listed opinions as people corrected them, the largest first. */
export function correctedOpinions({ shares, labels }: CheckedOpinions, lang: Lang): Html {
  const { all, labelled } = shares.row(0);
  const names = new Map(labels.map(({ label, ja }) => [label, ja.replace(/（例「.*」）$/su, "")]));
  const own = shares.filter(({ label }) => label !== NONE).sortBy("share", { descending: true });
  const told = own.toRows().map(({ label, share, low, high }, i) => {
    const between = i === 0 ? "" : lang === "ja" ? "、" : ", ";
    return lang === "ja"
      ? html`${between}「<bdi>${names.get(label)}</bdi>」<strong>${percent(share)}</strong>（${percent(low)}〜${percent(high)}）`
      : html`${between}“<bdi>${names.get(label)}</bdi>” <strong>${percent(share)}</strong> (${percent(low)}–${percent(high)})`;
  });
  return lang === "ja"
    ? html`コメント${all}件のうち各意見を述べたものの割合は、人が${labelled}件を読んで確かめた結果で補正すると、${told}。括弧内は95%信頼区間。一つのコメントが複数の意見を述べることもある。`
    : html`Shares of the ${all} comments that hold each opinion, corrected by the ${labelled} that people read: ${told}; 95 % confidence intervals in brackets. A comment may hold several.`;
}
