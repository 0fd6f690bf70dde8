import type { Accuracy } from "./accuracy.ts";
import type { Lang } from "./words.ts";

interface AccuracyWords {
  readonly layers: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, string>>;
  readonly on: Readonly<Record<Accuracy["on"], string>>;
}

/** What the layers, measures and texts of data/accuracy.json are called. */
export const ACCURACY_WORDS: Readonly<Record<Lang, AccuracyWords>> = {
  ja: {
    layers: {
      tokens: "単語の区切り",
      entities: "人・もの",
      dates: "日付",
      citations: "出典",
      quotations: "引用",
      references: "引き写し",
      tone: "語調",
      targets: "人・ものへの語調",
      stance: "返信の同意・異論",
      sides: "賛否",
      claims: "主張の種類",
      considerations: "論点",
      opinions: "意見のまとまり",
    },
    measures: {
      f: "F値",
      found: "見つけた割合",
      recall: "見つけた割合",
      kind: "種類の正しさ",
      speaker: "話し手の正しさ",
      accuracy: "正解率",
      called: "立場を言い切れた割合",
      wrong: "うち賛否を取り違えた割合",
      ami: "人の分け方との一致（0は偶然、1は同じ）",
    },
    on: { real: "実際の文章", written: "試験用に書かれた、学習に使っていない文章", own: "自作の例" },
  },
  en: {
    layers: {
      tokens: "words",
      entities: "people and things",
      dates: "dates",
      citations: "sources",
      quotations: "quotations",
      references: "words taken up",
      tone: "tone",
      targets: "tone toward people and things",
      stance: "agreement of replies",
      sides: "for and against",
      claims: "kinds of claims",
      considerations: "considerations",
      opinions: "groups of opinions",
    },
    measures: {
      f: "F",
      found: "found",
      recall: "found",
      kind: "kind right",
      speaker: "speaker right",
      accuracy: "accuracy",
      called: "side called",
      wrong: "of these, for taken as against or back",
      ami: "agreement with people's groups (0 chance, 1 the same)",
    },
    on: { real: "real texts", written: "texts written for tests, not learned from", own: "own examples" },
  },
};
