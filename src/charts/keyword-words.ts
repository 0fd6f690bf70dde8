import type { Comparison } from "../measure/word-comparison.ts";
import { counted } from "./rows.ts";

/** The two sides of a comparison, the first to the right. */
export type SideNames = readonly [string, string];

const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join("");

/** What the chart of keywords says. */
export const KEYWORD_TEXT = {
  ja: {
    title: "コメントの言葉、記事の言葉",
    sides: {
      article: ["コメント", "記事"],
      votes: ["票の多いコメント", "票の少ないコメント"],
      replies: ["返信", "返信でないコメント"],
      frequency: ["コメント", "–"],
    } as Readonly<Record<Comparison, SideNames>>,
    apart: ([one, two]: SideNames, ones: readonly string[], twos: readonly string[]) =>
      `${[
        ...(ones.length > 0 ? [`${one}には${quoted(ones)}`] : []),
        ...(twos.length > 0 ? [`${two}には${quoted(twos)}`] : []),
      ].join("、")}が多い`,
    alike: ([one, two]: SideNames) => `${one}と${two}の言葉に、確かな違いは見つからない`,
    frequent: (words: readonly string[]) => `コメントに多い言葉は${quoted(words)}`,
    subtitle: (significant: number, all: number, shown: number) =>
      `比べた${counted(all)}語のうち${counted(significant)}語に、偶然とは言いにくい偏りがある（対数尤度、Benjamini–Hochberg法で5%）${shown < significant ? `。図はそのうち${shown}語` : ""}`,
    none: (all: number, shown: number, one: string) =>
      `比べた${counted(all)}語のどれにも、偶然とは言えない偏りがない（対数尤度、Benjamini–Hochberg法で5%）。図は${one}で回数の多い${shown}語`,
    count: (shown: number, all: number) =>
      `回数の多い${shown}語（3回以上の${counted(all)}語のうち）。比べる相手がないため、回数のみ`,
    ratio: ([one, two]: SideNames) => `← ${two}に多い　　　　${one}に多い →`,
    times: (times: string) => `${times}倍`,
    same: "同じ",
    told: (times: string) => `${times}回`,
    occurrences: (n: number) => `${counted(n)}回`,
    word: "語",
    often: "出やすさ",
    example: "例",
    in: (side: string) => `${side}での回数`,
    per: (side: string) => `${side}の1,000語あたり`,
    g2: "対数尤度 G²",
    adjusted: "補正した有意確率",
    range: "出てくる文章の数",
    dispersion: "偏り（0は均等、1は一つの文章のみ）",
  },
  en: {
    title: "Words of the comments, words of the article",
    sides: {
      article: ["comments", "article"],
      votes: ["comments with many votes", "comments with few votes"],
      replies: ["replies", "first comments"],
      frequency: ["comments", "–"],
    } as Readonly<Record<Comparison, SideNames>>,
    apart: ([one, two]: SideNames, ones: readonly string[], twos: readonly string[]) =>
      `What sets ${one} and ${two} apart: ${[
        ...(ones.length > 0 ? [`${ones.length} ${ones.length === 1 ? "word" : "words"} to the right`] : []),
        ...(twos.length > 0 ? [`${twos.length} to the left`] : []),
      ].join(", ")}`,
    alike: ([one, two]: SideNames) => `No word plainly sets ${one} and ${two} apart`,
    frequent: () => "The most frequent words of the comments",
    subtitle: (significant: number, all: number, shown: number) =>
      `${counted(significant)} of ${counted(all)} words compared differ more than chance gives (log-likelihood, Benjamini–Hochberg at 5 %)${shown < significant ? `; ${shown} are drawn` : ""}`,
    none: (all: number, shown: number, one: string) =>
      `None of ${counted(all)} words compared differs more than chance gives (log-likelihood, Benjamini–Hochberg at 5 %); drawn are the ${shown} most frequent in the ${one}`,
    count: (shown: number, all: number) =>
      `The ${shown} most frequent of ${counted(all)} words that stand there at least three times; there is nothing to compare them with`,
    ratio: ([one, two]: SideNames) => `← more in ${two}      more in ${one} →`,
    times: (times: string) => `${times}×`,
    same: "same",
    told: (times: string) => times,
    occurrences: (n: number) => counted(n),
    word: "word",
    often: "how much more often",
    example: "example",
    in: (side: string) => `times in ${side}`,
    per: (side: string) => `per 1,000 words of ${side}`,
    g2: "log-likelihood G²",
    adjusted: "adjusted chance",
    range: "texts with it",
    dispersion: "dispersion (0 even, 1 one text)",
  },
};

/** The words of the chart of keywords in one language. */
export type KeywordWords = (typeof KEYWORD_TEXT)["ja"];
