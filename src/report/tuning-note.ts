import type { Tuning } from "../annotate/sentiment/tuning.ts";
import { type Html, html } from "./html.ts";
import type { Lang } from "./words.ts";

/** Returns what a tuning changed: by how many comments, and how far confidences now are from what is right. */
export function tuningNote({ rows, before, after }: Tuning, lang: Lang): Html {
  const [was, now] = [before, after].map(({ calibrationError }) => calibrationError.toFixed(2));
  return lang === "ja"
    ? html`<p class="note">語調の確信度は、人が読んだ${rows}件のコメントに合わせて直してある（正しさとの平均のずれ ${was} → ${now}、交差検証）。語調そのものは変わらない。</p>`
    : html`<p class="note">Confidences of tone were corrected by ${rows} comments that people read (mean gap to what is right ${was} → ${now}, by cross-validation). Labels stay what they are.</p>`;
}
