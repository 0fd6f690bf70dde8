import type { EntitySentiment } from "../../measure/entity-sentiment.ts";
import { dot } from "../bar.ts";
import { type Html, html } from "../html.ts";
import type { Lang } from "../words.ts";

/** Fewer passages with evidence say nothing of how somebody is spoken of. */
const FEWEST = 5;

const WORDS = {
  ja: {
    unsure: "はっきりしない",
    passages: (n: number) => (n === 0 ? "手がかりなし" : `手がかりは${n}か所だけ`),
    bright: "明るい",
    dark: "暗い",
  },
  en: {
    unsure: "not clear",
    passages: (n: number) => (n === 0 ? "no cue" : n === 1 ? "1 cue only" : `${n} cues only`),
    bright: "bright",
    dark: "dark",
  },
} as const;

/** Returns two cells: how it sounds, grey where that is not sure, and the interval as a picture. */
export function toneCells(
  { sentiment, low, high, scores }: Pick<EntitySentiment, "sentiment" | "low" | "high" | "scores">,
  lang: Lang,
): Html {
  const words = WORDS[lang];
  if (sentiment === null || low === null || high === null)
    return html`<td class="unsure">${words.passages(scores)}</td><td></td>`;
  if (scores < FEWEST)
    return html`<td class="unsure">${words.passages(scores)}</td><td class="bars">${dot(sentiment, { low, high }, "unsure")}</td>`;
  const sure = low > 0 || high < 0;
  const kind = !sure ? "unsure" : sentiment > 0 ? "positive" : "negative";
  const said = !sure ? words.unsure : sentiment > 0 ? words.bright : words.dark;
  return html`<td class="${kind}"><span class="said">${said}</span> <span class="figures">${signed(sentiment)} [${signed(low)}, ${signed(high)}]</span></td><td class="bars">${dot(sentiment, { low, high }, kind)}</td>`;
}

const signed = (value: number): string => (value < 0 ? "−" : "+") + Math.abs(value).toFixed(2);
