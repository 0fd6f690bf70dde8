import type { CorrectedShare } from "../measure/check/corrected-shares.ts";
import { type CheckedLabel, NONE } from "../measure/check/layers.ts";
import type { Table } from "../tables/table.ts";
import { type Html, html } from "./html.ts";
import { percent } from "./percent.ts";
import type { Lang } from "./words.ts";

/** Shares of opinions, or of codes, that people checked, and what the opinions are called. */
export interface CheckedOpinions {
  readonly shares: Table<CorrectedShare>;
  readonly labels: readonly CheckedLabel[];
}

const WORDS = {
  opinions: {
    ja: { held: "各意見を述べたもの", several: "一つのコメントが複数の意見を述べることもある。" },
    en: { held: "hold each opinion", several: "A comment may hold several." },
  },
  codes: {
    ja: { held: "各コードに当てはまるもの", several: "一つのコメントが複数のコードに当てはまることもある。" },
    en: { held: "hold each code", several: "A comment may hold several." },
  },
} as const;

/** Returns the shares of the listed opinions or codes as people corrected them, the largest first. */
export function correctedOpinions(
  { shares, labels }: CheckedOpinions,
  lang: Lang,
  what: keyof typeof WORDS = "opinions",
): Html {
  const { held, several } = WORDS[what][lang];
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
    ? html`コメント${all}件のうち${held}の割合は、人が${labelled}件を読んで確かめた結果で補正すると、${told}。括弧内は95%信頼区間。${several}`
    : html`Shares of the ${all} comments that ${held}, corrected by the ${labelled} that people read: ${told}; 95 % confidence intervals in brackets. ${several}`;
}
