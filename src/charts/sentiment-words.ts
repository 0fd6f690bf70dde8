import { saysNothing } from "../measure/says-nothing.ts";
import { toneShares } from "../measure/tone-shares.ts";
import { wilsonInterval } from "../measure/wilson-interval.ts";
import type { Table } from "../tables/table.ts";
import { between, counted, percent } from "./rows.ts";

/** Fewer comments than this are the reason when an interval says nothing. */
const FEW = 100;

/** What the chart of tone says. */
export const SENTIMENT_TEXT = {
  ja: {
    title: "コメントの語調",
    subtitle: (all: number, unknown: number, dots: boolean) =>
      `${dots ? "点は一件のコメント" : "棒はコメントの数"}（全${counted(all)}件${unknown > 0 ? `、不明${counted(unknown)}件は含まない` : ""}）。語調は言葉の響きで、賛否ではない。①②③は実際の文。割合は判定の誤りも見込んだ推定`,
    score: "語調の点数　← 暗い（−1）　明るい（+1） →",
    author: "名前",
    words: "本文",
    first: "最初の本文",
    label: "語調",
    votes: "票（いいね）",
    comments: "コメント（件）",
  },
  en: {
    title: "Tone of the comments",
    subtitle: (all: number, unknown: number, dots: boolean) =>
      `${dots ? "A dot is a comment" : "Bars count comments"} (all ${counted(all)}${unknown > 0 ? `, without ${counted(unknown)} unknown` : ""}). Tone is how words sound, not for or against. Numbered: sentences as written. Shares are estimated with the machine's errors`,
    score: "tone  ← negative (−1)  positive (+1) →",
    author: "author",
    words: "text",
    first: "first text",
    label: "tone",
    votes: "votes (likes)",
    comments: "comments",
  },
};

/** Why nothing is said of the shares: so few comments, or more than the machine can tell. */
function untold(comments: number, lang: "ja" | "en"): string {
  const few = comments < FEW;
  if (lang === "ja")
    return few
      ? `${counted(comments)}件では、暗いと明るいのどちらが多いか分からない`
      : "機械の判定だけでは、暗いと明るいのどちらが多いか分からない";
  return few
    ? `${counted(comments)} ${comments === 1 ? "comment does" : "comments do"} not tell whether more are negative or positive`
    : "the machine alone cannot tell whether more are negative or positive";
}

/** Returns what the shares of dark and bright bear out: which is more, or that neither is plainly so. */
export function toneTitle(comments: Table, lang: "ja" | "en"): string {
  const { title } = SENTIMENT_TEXT[lang];
  if (!comments.has("sentimentLabel")) return title;
  const shares = new Map([...toneShares(comments)].map((row) => [row.label, row]));
  const [dark, bright] = [shares.get("negative"), shares.get("positive")];
  if (dark?.share == null || dark.low === null || dark.high === null) return title;
  if (bright?.share == null || bright.low === null || bright.high === null) return title;
  const all = [...shares.values()].reduce((sum, { comments }) => sum + comments, 0);
  // Both as counted and with the machine's errors: the estimates of the labels are made apart, and need not agree.
  const beyond = (one: typeof dark, other: typeof dark) =>
    one.low! > other.high! && wilsonInterval(one.comments, all).low > wilsonInterval(other.comments, all).high;
  const more = beyond(dark, bright) ? dark : beyond(bright, dark) ? bright : null;
  const [of, to] = [between(dark.low, dark.high, lang), between(bright.low, bright.high, lang)];
  if (more === null && [dark, bright].some(saysNothing))
    return `${title}${lang === "ja" ? "：" : ": "}${untold(all, lang)}`;
  if (more === null)
    return lang === "ja"
      ? `${title}：暗いと明るいのどちらが多いとも言えない（暗い${of}、明るい${to}）`
      : `${title}: neither negative (${of}) nor positive (${to}) is plainly more`;
  const [share, range] = [percent(more.share ?? 0), more === dark ? of : to];
  return lang === "ja"
    ? `${title}：${more === dark ? "暗い" : "明るい"}が多い（${share}、95%区間${range}）`
    : `${title}: more ${more === dark ? "negative" : "positive"} (${share}, 95% interval ${range})`;
}
