import { counted } from "./rows.ts";

/** What the chart of entities says. */
export const ENTITY_TEXT = {
  ja: {
    title: "コメントで誰が・何が語られているか",
    found: (name: string, mentions: number, dark: readonly string[], bright: readonly string[]) =>
      [
        `コメントでもっとも多く語られたのは${name}（${counted(mentions)}回）`,
        ...(dark.length > 0 ? [`暗い語調で語られるのは${dark.join("・")}`] : []),
        ...(bright.length > 0 ? [`明るい語調で語られるのは${bright.join("・")}`] : []),
      ].join("。"),
    subtitle: (shown: number, all: number, apart: boolean) =>
      `棒は${apart ? "コメントでの言及（記事の分は横に記す。出典や画像のクレジットは数えない）" : "言及"}、点は語調の平均、線は95%区間。灰色は区間が0をまたぐか5か所未満（${counted(all)}のうち上位${shown}）`,
    mentions: "言及（回）",
    article: "記事での言及（回）",
    times: (n: number, article: number) => `${counted(n)}回${article > 0 ? `（記事${counted(article)}）` : ""}`,
    name: "名前",
    example: "例",
    kind: "種類",
    score: "語調の平均",
    passages: "手がかりのある箇所",
    interval: "95%区間",
    dark: "暗い語調",
    bright: "明るい語調",
    unsure: "どちらとも言えない",
    ends: ["−1 暗い", "+1 明るい"],
  },
  en: {
    title: "Who and what comments speak of",
    found: (_: string, mentions: number, dark: readonly string[], bright: readonly string[]) =>
      [
        `The most spoken of has ${counted(mentions)} mentions in the comments`,
        ...(dark.length > 0 ? [`${dark.length} ${dark.length === 1 ? "sounds" : "sound"} negative`] : []),
        ...(bright.length > 0 ? [`${bright.length} positive`] : []),
      ].join("; "),
    subtitle: (shown: number, all: number, apart: boolean) =>
      `Bars: mentions${apart ? " in comments (the article's in brackets, sources and photo credits not counted)" : ""}; points: mean tone with 95 % interval, grey where it spans 0 or stands on fewer than 5 passages (top ${shown} of ${counted(all)})`,
    mentions: "mentions",
    article: "mentions in the article",
    times: (n: number, article: number) => `${counted(n)}${article > 0 ? ` (article ${counted(article)})` : ""}`,
    name: "name",
    example: "example",
    kind: "kind",
    score: "mean tone",
    passages: "passages with evidence",
    interval: "95 % interval",
    dark: "negative tone",
    bright: "positive tone",
    unsure: "neither plainly",
    ends: ["−1 negative", "+1 positive"],
  },
};
