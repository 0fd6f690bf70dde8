import { COLORS } from "./colors.ts";
import { SENTIMENT_COLORS, SENTIMENT_LABELS } from "./theme.ts";

/** What sentiment labels are called, in the order of the palette. */
export const SENTIMENT_NAMES = {
  ja: { negative: "暗い", mixed: "混在", neutral: "中立", positive: "明るい" },
  en: { negative: "negative", mixed: "mixed", neutral: "neutral", positive: "positive" },
} as const;

/** Returns the name of a label in the chart's language; null, an unknown sentiment, is 不明. */
export function sentimentName(label: unknown, lang: "ja" | "en" = "ja"): string {
  const names: Readonly<Record<string, string>> = SENTIMENT_NAMES[lang];
  return names[String(label)] ?? (lang === "ja" ? "不明" : "unknown");
}

/** How scores stand on an axis: signed, zero bare (a Vega expression). */
export const SIGNED = "datum.value == 0 ? '0' : format(datum.value, '+.1f')";

/** The label that a score stands for where the table gives none: beyond ±0.1 it leans. */
export function labelOfScore(score: number): string {
  return score > 0.1 ? "positive" : score < -0.1 ? "negative" : "neutral";
}

/** The colour channel that all charts of sentiment share; the field holds names from {@link sentimentName}. */
export function sentimentColor(field: string, lang: "ja" | "en" = "ja"): Record<string, unknown> {
  return {
    field,
    type: "nominal",
    scale: {
      domain: [...SENTIMENT_LABELS.map((label) => SENTIMENT_NAMES[lang][label]), sentimentName(null, lang)],
      range: [...SENTIMENT_COLORS, COLORS.unlabelled],
    },
    legend: { title: null },
  };
}

/** Returns a score as charts write it: +0.25, −0.40. */
export function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
}
