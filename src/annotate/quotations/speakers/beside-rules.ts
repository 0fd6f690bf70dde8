import { isNominal, isVerbal, W } from "../../../words/word-class.ts";
import { lemmaOf, reads } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import { ownerOfVoice } from "../phrases/subjects.ts";
import { inParentheses, turnBefore } from "./labels.ts";
import { ownerBefore } from "./owners.ts";
import type { Quote } from "./quote.ts";
import { type Found, found, type SpeakerRule } from "./speaker-rule.ts";

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
    name: "subject of the verb right before",
    by: "verb before",
    example: "{監督}が語った「次は勝つ」が見出しになった。",
    ties: ["noun", "stop", "none"],
    when: ({ frame, item }) => frame.begins[item] !== 1 && isVerbal(frame.words[item - 1] ?? W.OTHER),
    find: subjectOfVerbBefore,
    confidence: 0.7,
    telling: "some",
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

/** 佐野が評した「…」, 彼女の言う「…」: whoever stands right before the verb that the bracket is the object of. */
function subjectOfVerbBefore({ frame, item, start, resources }: Quote): Found | null {
  let verb = item - 1;
  while (verb > start && (frame.words[verb] === W.DEPENDENT || frame.words[verb] === W.AUXILIARY)) verb--;
  const acting = lemmaOf(frame, verb) === "する" && frame.words[verb - 1] === W.ACTION;
  const at = acting ? verb - 1 : verb;
  const lemma = acting ? `${frame.text.slice(frame.starts[at]!, frame.ends[at]!)}する` : lemmaOf(frame, verb);
  const verbClass = resources.verbs.get(lemma) ?? resources.verbs.get(`${lemma.slice(0, -1)}する`);
  if (lemma === "する" || !(verbClass === "say" || verbClass === "write" || verbClass === "judge")) return null;
  if (!(reads(frame, at - 1, "が") || reads(frame, at - 1, "の")) || at - 2 < start) return null;
  const phrase = nounPhraseBefore(frame, at - 2, resources);
  if (phrase === null || !canSpeak(phrase, "group")) return null;
  return { phrase: withGenitive(frame, phrase, resources), verb: lemma };
}
