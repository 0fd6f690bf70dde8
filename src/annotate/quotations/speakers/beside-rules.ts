import { isNominal, W } from "../../../words/word-class.ts";
import { nounPhraseBefore } from "../phrases/noun-phrase.ts";
import { ownerOfVoice } from "../phrases/subjects.ts";
import { inParentheses, turnBefore } from "./labels.ts";
import { ownerBefore } from "./owners.ts";
import type { Quote } from "./quote.ts";
import { found, type SpeakerRule } from "./speaker-rule.ts";

/** 本人によると「建国の父」ワシントンに: mere words that describe the name behind them. */
const isAttribute = ({ frame, item, sentenceLike, predicate: { tie } }: Quote) =>
  !sentenceLike && tie === "none" && isNominal(frame.words[item + 1] ?? W.OTHER);

/** Rules for who stands right beside the bracket. */
export const BESIDE_RULES = [
  {
    name: "owner of words that a noun reports",
    by: "owner",
    example: "{クラウゼヴィッツ}の「戦争は政治の継続」という言葉を思い出す。",
    ties: ["noun"],
    when: ({ predicate }) => predicate.verb !== null,
    find: (quote) => ownerBefore(quote, true),
    telling: "as owner",
  },
  {
    name: "owner of the noun that is the theme",
    by: "owner of the noun",
    example: "{社長}の口癖は「現場百回」だ。",
    ties: ["none"],
    when: (quote) => quote.beside(-1, "は") || quote.beside(-1, "も"),
    find: ({ frame, item, resources }) => {
      const noun = nounPhraseBefore(frame, item - 2, resources);
      const phrase = noun === null ? null : ownerOfVoice(frame, noun, resources);
      return phrase === null ? null : { phrase, verb: frame.text.slice(noun!.start, noun!.end) };
    },
    confidence: 0.85,
    telling: "much",
  },
  {
    name: "source that is passed on",
    by: "source",
    example: "同紙は{消息筋}の話として「合意は近い」と報じた。",
    when: ({ frame, source, resources }) =>
      source !== null && resources.words.carried.some((written) => frame.text.startsWith(written, source.phrase.end)),
    find: ({ source }) => source,
    confidence: 0.8,
    telling: "much",
  },
  {
    name: "name in parentheses",
    by: "name in parentheses",
    example: "「駅前は助かる」({長谷川さん})",
    when: ({ frame, item }) => "(（".includes(frame.text[frame.ends[item]!] ?? "-"),
    find: inParentheses,
    confidence: 0.92,
    telling: "much",
  },
  {
    name: "source right before",
    by: "source",
    example: "{チャーチル}曰く「悲観主義者はあらゆる機会に困難を見出す」。",
    when: (quote) => quote.source !== null && quote.source.after === quote.item && !isAttribute(quote),
    find: ({ source }) => source,
    confidence: 0.9,
    telling: "much",
  },
  {
    name: "owner of the noun right before",
    by: "owner of the noun",
    example: "{ジョブズ氏}の名言「ハングリーであれ」を思い出す。",
    ties: ["noun", "stop", "none"],
    when: ({ frame, item }) => frame.begins[item] !== 1,
    find: ({ frame, item, resources }) => {
      const noun = nounPhraseBefore(frame, item - 1, resources);
      return noun === null ? null : found(ownerOfVoice(frame, noun, resources));
    },
    confidence: 0.8,
    telling: "much",
  },
  {
    name: "name of a turn",
    by: "label",
    example: "{店員}「ポイントカードは?」俺「ないです」",
    when: () => true,
    find: turnBefore,
    telling: "much",
  },
] as const satisfies readonly SpeakerRule[];
