import { isNominal, W } from "../../../words/word-class.ts";
import { canSpeak } from "../frame/rank.ts";
import { isOfWorks } from "./evidence.ts";
import type { Signal } from "./signal.ts";

/** Log odds from which the learned words count much, and from which they count at all. */
const [SURE, UNSURE] = [2, 0.5];
const KATAKANA = /^[ァ-ヶー・＝=\s]+$/u;
const LATIN_WORDS = /^[A-Za-z][A-Za-z0-9'’.,!?&:\- ]+$/;

/** Signals of works and names: words that go with works, and how names are made; each counts. */
export const WORK_SIGNALS = [
  {
    name: "words as around works",
    example: "小説家の「雨の地図」で主演した。",
    inside: "words",
    when: ({ likeWork }) => likeWork > UNSURE,
  },
  {
    name: "words not as around works",
    example: "『温室』は略称である。",
    inside: "words",
    when: ({ likeWork }) => likeWork < -UNSURE,
  },
  {
    name: "words surely not as around works",
    example: "『温室』とは窓の大きな家のことだ。",
    inside: "words",
    when: ({ likeWork }) => likeWork < -SURE,
  },
  {
    name: "a word of works near",
    example: "秋には「青の記憶」で撮影を担当した。",
    inside: "words",
    when: ({ wordsOfWorks }) => wordsOfWorks === 1,
  },
  {
    name: "words of works near",
    example: "翌年の「青の記憶」で主演し、脚本も書いた。",
    inside: "words",
    when: ({ wordsOfWorks }) => wordsOfWorks > 1,
  },
  {
    name: "deed on works right behind",
    example: "同年「青の記憶」を発表した。",
    inside: "words",
    when: ({ quote: { frame, item, end, resources } }) => {
      for (let at = item + 1; at < Math.min(end, item + 5); at++)
        if (frame.words[at] !== W.CASE && isOfWorks(frame, at, resources)) return true;
      return false;
    },
  },
  {
    name: "work of somebody by name",
    example: "中森明子の「雨の地図」で主演した。",
    inside: "words",
    when: ({ owner, quote }) => (owner?.proper === true && canSpeak(owner, "bare name")) || quote.beside(-1, "による"),
  },
  {
    name: "ends as works and events do",
    example: "毎年五月の「港町音楽祭」には人が集まる。",
    inside: "words",
    when: ({ words, quote }) => quote.resources.words.workEnds.some((end) => words.endsWith(end) && words !== end),
  },
  {
    name: "katakana alone",
    example: "主演した「ヒマワリ」が人気だ。",
    inside: "words",
    when: ({ words }) => KATAKANA.test(words),
  },
  {
    name: "several Latin words",
    example: "最後に「Over the Hill」が流れた。",
    inside: "words",
    when: ({ words }) => LATIN_WORDS.test(words) && words.includes(" "),
  },
  {
    name: "clause without an end",
    example: "規則では「市内に住所を有し、引き続き三か月以上居住する者」を住民とする。",
    inside: "words",
    when: ({ words }) =>
      words.length >= 14 && /[をがは、]/u.test(words) && /[るたすうくいつむぶぐ][一-龠ぁ-ん]/u.test(words),
  },
  {
    name: "name of a kind before",
    example: "秋には同人「星図」で撮影した。",
    inside: "words",
    when: ({ quote: { frame, item } }) => item > 0 && frame.begins[item] !== 1 && isNominal(frame.words[item - 1]!),
  },
  {
    name: "noun right behind",
    example: "「ひまわり」計画は来年に始まる。",
    inside: "words",
    when: ({ quote: { frame, item, predicate } }) =>
      predicate.tie === "none" && isNominal(frame.words[item + 1] ?? W.OTHER) && frame.begins[item + 1] !== 1,
  },
  {
    name: "particle right behind",
    example: "「ひまわり」を届ける。",
    inside: "words",
    when: ({ quote: { frame, item, predicate } }) =>
      predicate.tie === "none" && (frame.words[item + 1] === W.CASE || frame.words[item + 1] === W.TOPIC),
  },
  {
    name: "の right behind",
    example: "「ひまわり」の花言葉は憧れだ。",
    inside: "words",
    when: ({ quote }) => quote.beside(1, "の"),
  },
  {
    name: "marks “”",
    example: "主演した“ひまわり”が人気だ。",
    inside: "words",
    when: ({ quote: { bracket } }) => bracket.mark === "“" || bracket.mark === '"',
  },
  {
    name: "called with と言う",
    example: "京では「おくどさん」と言う。",
    inside: "words",
    when: (evidence) => {
      const { verb, tie } = evidence.quote.predicate;
      return verb === "言う" && tie === "to" && !evidence.isSaidBy("unknown");
    },
  },
] as const satisfies readonly Signal[];
