import type { Evidence } from "./evidence.ts";
import type { Signal } from "./signal.ts";

const byVerb = ({ quote }: Evidence) => `…と${quote.predicate.verb ?? ""}` as const;
const byNoun = ({ quote }: Evidence) => `…という${quote.predicate.verb}` as const;

const isNamed = ({ quote }: Evidence) => quote.predicate.verbClass === "name";
const isOfNoun = ({ quote }: Evidence) => quote.predicate.tie === "noun";
const isTold = ({ quote: { predicate } }: Evidence) => predicate.verb !== null && predicate.verbClass !== null;
const isHeld = (evidence: Evidence) => isTold(evidence) && evidence.quote.predicate.verb === "する";
const isTied = ({ quote: { predicate } }: Evidence) => predicate.tie === "to" || predicate.tie === "tte";
const isTiedToNoVerb = (evidence: Evidence) => isTied(evidence) && evidence.quote.predicate.verb === null;
const isTiedToVerb = (evidence: Evidence) => isTied(evidence) && evidence.quote.predicate.verb !== null;

/** Signals of what reports or names the bracket; the first that holds counts, and no other. */
export const REPORT_SIGNALS = [
  {
    name: "titled",
    example: "社説は「同盟の値段」と題していた。",
    when: (evidence) => isNamed(evidence) && evidence.quote.predicate.verb === "題する",
    by: byVerb,
  },
  {
    name: "sentence that something is called",
    example: "彼らは「国を守る」と称して村を焼いた。",
    inside: "sentence",
    when: (evidence) =>
      isNamed(evidence) && evidence.quote.resources.words.claiming.includes(evidence.quote.predicate.verb!),
    by: byVerb,
  },
  {
    name: "called",
    example: "ああいうのを「改革」と呼ぶのはやめてほしい。",
    when: isNamed,
    by: byVerb,
  },
  {
    name: "words of nobody",
    example: "「金持ち喧嘩せず」という言葉を好む。",
    when: (evidence) => isOfNoun(evidence) && evidence.quote.predicate.verb === "言葉" && evidence.speaker === null,
    by: byNoun,
  },
  {
    name: "noun that reports",
    example: "「もう限界」という声が上がる。",
    when: isOfNoun,
    by: byNoun,
  },
  {
    name: "とか言う",
    example: "「若者の車離れ」とか言うけど、給料が離れたんだよ。",
    inside: "words",
    when: ({ speaker, quote: { predicate } }) =>
      predicate.verb === "言う" && predicate.tie === "tte" && !predicate.passive && speaker === null,
  },
  {
    name: "held by somebody",
    example: "検察は「極めて悪質な犯行」としている。",
    when: (evidence) => isHeld(evidence) && evidence.isSaidBy("document"),
    by: byVerb,
  },
  {
    name: "held",
    example: "和名は「やまほととぎすそう」とされる。",
    when: isHeld,
    by: byVerb,
  },
  {
    name: "words judged so",
    example: "市長は「想定内」とみる。",
    inside: "words",
    when: (evidence) => isTold(evidence) && evidence.quote.predicate.verbClass === "judge",
    by: byVerb,
  },
  {
    name: "verb that reports",
    example: "専門誌は同機を「空飛ぶ司令塔」と評した。",
    when: isTold,
    by: byVerb,
  },
  {
    name: "sentence tied to no verb",
    example: "さもなくば「恋は思案のほか」とやら。",
    inside: "sentence",
    when: isTiedToNoVerb,
    by: byVerb,
  },
  {
    name: "words of a person tied to no verb",
    example: "大谷は「チームが勝ったのが一番」と冷静だった。",
    when: (evidence) => isTiedToNoVerb(evidence) && evidence.isSaidBy("people"),
    by: byVerb,
  },
  {
    name: "sentence, or words of a person, tied to another verb",
    example: "「母上」と、新五兵衛は妻に笑いかけた。",
    when: (evidence) => isTiedToVerb(evidence) && (evidence.quote.sentenceLike || evidence.isSaidBy("people")),
    by: byVerb,
  },
  {
    name: "words of a group tied to another deed",
    example: "検察は論告で「極めて悪質」と弾劾し、懲役十二年を求刑した。",
    when: (evidence) =>
      isTiedToVerb(evidence) &&
      evidence.isSaidBy("document") &&
      evidence.quote.predicate.verb!.endsWith("する") &&
      !evidence.quote.beside(-1, "を"),
    by: byVerb,
  },
  {
    name: "words tied to another verb",
    example: "「月曜から金曜までの朝と夕方の二時間ずつの開館時間延長」と札が下がる。",
    when: isTiedToVerb,
    by: byVerb,
  },
] as const satisfies readonly Signal[];
