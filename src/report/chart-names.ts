import type { Chart } from "../charts/chart.ts";
import type { Lang } from "./words.ts";

/** What the navigation calls a chart: its kind. The title above it states what is seen. */
export const CHART_NAMES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  opinions: { ja: "意見の割合", en: "Shares of opinions" },
  "opinion-map": { ja: "意見の地図", en: "Map of opinions" },
  "opinion-time": { ja: "意見の移り変わり", en: "Opinions over time" },
  votes: { ja: "票の多い順", en: "Most votes" },
  engagement: { ja: "票と返信", en: "Votes and replies" },
  thread: { ja: "スレッドの形", en: "The thread" },
  sides: { ja: "賛成と反対の割合", en: "Shares of sides" },
  sentiment: { ja: "語調の分布", en: "Comments by tone" },
  "sentiment-votes": { ja: "語調と票", en: "Tone and votes" },
  codes: { ja: "自分のコード", en: "Own codes" },
  considerations: { ja: "論点", en: "Considerations" },
  entities: { ja: "人・ものと語調", en: "Names and tone" },
  speakers: { ja: "引用された人", en: "Who is quoted" },
  citations: { ja: "出典の内訳", en: "Sources by outlet" },
  keywords: { ja: "特徴的な言葉", en: "Keywords" },
  network: { ja: "言葉のつながり", en: "Words together" },
  replies: { ja: "返信のつながり", en: "Who answers whom" },
  expectation: { ja: "見込みと比べた票", en: "Votes against expectation" },
  lorenz: { ja: "票の偏り", en: "Spread of votes" },
  activity: { ja: "書き込みの時刻", en: "Comments over time" },
};

/** Returns what the navigation calls a chart; of one's own, what stands in its title before the colon. */
export function chartName({ name, title }: Pick<Chart, "name" | "title">, lang: Lang): string {
  return CHART_NAMES[name]?.[lang] ?? title.split(/[：:（(]/u)[0]!.trim();
}
