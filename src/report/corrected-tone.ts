import type { CorrectedShare } from "../measure/check/corrected-shares.ts";
import { CHECKED_LAYERS } from "../measure/check/layers.ts";
import type { Table } from "../tables/table.ts";
import { type Html, html } from "./html.ts";
import { percent } from "./percent.ts";
import type { Lang } from "./words.ts";

/** Returns how comments sound as people corrected it: each share with its interval, and by how many they were checked. */
export function correctedTone(shares: Table<CorrectedShare>, lang: Lang): Html {
  const { all, labelled } = shares.row(0);
  const labels = CHECKED_LAYERS.flatMap((layer) => layer.labels);
  const sorted = shares.sortBy("share", { descending: true }).toRows();
  const told = sorted.map(({ label, share, low, high }, i) => {
    const name = labels.find((one) => one.label === label)?.[lang] ?? label;
    const between = i === 0 ? "" : lang === "ja" ? "、" : ", ";
    return lang === "ja"
      ? html`${between}${name}<strong>${percent(share)}</strong>（${bounds(low, high, "〜")}）`
      : html`${between}${name} <strong>${percent(share)}</strong> (${bounds(low, high, "–")})`;
  });
  return lang === "ja"
    ? html`コメント${all}件の語調は、人が${labelled}件を読んで確かめた結果で補正すると、${told}。括弧内は95%信頼区間。語調は言葉の響きで、賛否ではない。`
    : html`Tone of the ${all} comments, corrected by the ${labelled} that people read: ${told}; 95 % confidence intervals in brackets. Tone is how words sound, not for or against.`;
}

const bounds = (low: number, high: number, between: string): string =>
  `${Math.round(low * 100)}${between}${Math.round(high * 100)}%`;
