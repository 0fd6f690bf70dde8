import { sentimentVotes } from "../../measure/sentiment-votes.ts";
import { toneShares } from "../../measure/tone-shares.ts";
import { bar } from "../bar.ts";
import { count } from "../count.ts";
import { html } from "../html.ts";
import { toneSentence } from "../tone-sentence.ts";
import { WORDS } from "../words.ts";
import type { Section } from "./section.ts";

const TEXT = {
  ja: {
    more: "明るい語調のコメントほど、票が多い。",
    less: "暗い語調のコメントほど、票が多い。",
    neither: "語調の明るさと票の多さのあいだに、はっきりした関係は見られない。",
    key: (tone: string, n: number) => `${tone}${count(n)}件`,
    counted: "（機械がそのまま数えた件数）",
    few: (n: number) => `票の見えるコメントが${n}件と少ないので、語調と票の関係は確かめられない。`,
  },
  en: {
    more: "Comments of brighter tone have more votes.",
    less: "Comments of darker tone have more votes.",
    neither: "Tone and votes show no clear relation.",
    key: (tone: string, n: number) => `${count(n)} ${tone}`,
    counted: "(as the machine counts them)",
    few: (n: number) => `With votes shown for ${n} comments only, nothing can be said of tone and votes.`,
  },
} as const;

const FEWEST = 10;

/** How the comments sound. */
export const toneSection: Section = {
  id: "tone",
  name: { ja: "語調", en: "Tone" },
  charts: ["sentiment"],
  folded: ["sentiment-votes"],
  body(page) {
    const sentence = toneSentence(page);
    if (sentence === null) return null;
    const words = TEXT[page.lang];
    const shares = toneShares(page.tables("comments")).toRows();
    const { n, low, high } = sentimentVotes(page.tables("comments"));
    const votes =
      n === 0
        ? null
        : n < FEWEST || low === null || high === null
          ? words.few(n)
          : low > 0
            ? words.more
            : high < 0
              ? words.less
              : words.neither;
    const drawn = ["negative", "mixed", "neutral", "positive"] as const;
    const told = drawn.map((kind) => {
      const { raw = 0, comments = 0 } = shares.find(({ label }) => label === kind) ?? {};
      return { kind, share: raw, comments };
    });
    return html`<p>${sentence}</p>
<div class="wide-bar">${bar(told)}</div>
<p class="keys">${told.map(({ kind, comments }) => (comments === 0 ? "" : html`<span class="key ${kind}">${words.key(WORDS[page.lang].sentiments[kind], comments)}</span>`))}<span>${words.counted}</span></p>
${votes === null ? "" : html`<p>${votes}</p>`}`;
  },
};
