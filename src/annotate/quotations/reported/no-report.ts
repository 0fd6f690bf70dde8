import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads, sentenceStart } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseAfter, nounPhraseBefore } from "../phrases/noun-phrase.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import { NONE, type Predicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";
import { subjectsOutside } from "./bound-within.ts";
import { isOver } from "./is-over.ts";

/** 検察官が時刻は九時ごろと指摘する: a clause without a verb, with a subject of its own, before a verb that only reports. */
export function isClauseTold(frame: Frame, item: number, { verbs }: QuotationResources): boolean {
  const next = item + 1;
  if (frame.words[next] !== W.ACTION) return false;
  if (verbs.get(`${frame.text.slice(frame.starts[next]!, frame.ends[next]!)}する`) !== "say") return false;
  let subjects = 0;
  for (let at = item - 1; at > 0 && !frame.begins[at]; at--) {
    if (frame.words[at] === W.VERB || frame.words[at] === W.QUOTE) return false;
    if (reads(frame, at, "は") || reads(frame, at, "が")) subjects++;
  }
  return subjects >= 2;
}

/** 政府は来月中旬と発表した, 正しく東京と答えた: a mere noun before a verb that only reports, where somebody is named. */
export function isNounTold(frame: Frame, item: number, resources: QuotationResources): boolean {
  const next = item + 1;
  const word = frame.words[next];
  if ((word !== W.ACTION && word !== W.VERB) || !isNominal(frame.words[item - 1] ?? W.OTHER)) return false;
  const verb =
    word === W.VERB ? lemmaOf(frame, next) : `${frame.text.slice(frame.starts[next]!, frame.ends[next]!)}する`;
  if (!resources.verbs.has(verb) || !resources.words.telling.includes(verb)) return false;
  // 友人と答える: with whom.
  const noun = nounPhraseBefore(frame, item - 1, resources);
  if (noun === null || canSpeak(noun, "people")) return false;
  return subjectsIn(frame, sentenceStart(frame, item) - 1, item, resources).some(({ phrase }) =>
    canSpeak(phrase, "document"),
  );
}

/** Whether と is a condition, as in 調べると; と不満をあらわにした and 用意があると双方に伝えた are none. */
export function isConditional(
  frame: Frame,
  item: number,
  predicate: Predicate,
  resources: QuotationResources,
): boolean {
  const next = frame.words[item + 1];
  if (frame.words[item] !== W.JOINING || next === W.VERB || next === W.ACTION) return false;
  const { verb, verbClass, item: at } = predicate;
  const setPhrase = /[をにが]/u.test(verb ?? "") && at - item <= 6;
  // Only to whom or where stands between.
  const addressed = verbClass === "say" && isAddressed(frame, item + 1, at);
  if (setPhrase || addressed || reads(frame, item - 1, "た")) return false;
  // 努めると同社はコメントした: who says it stands right behind.
  return !subjectsIn(frame, item, at, resources).some(
    (subject) => subject.phrase.first === item + 1 && canSpeak(subject.phrase, "document") && subject.at === at - 1,
  );
}

/** Nothing but nouns with に, で or へ, and no more than six words. */
function isAddressed(frame: Frame, from: number, to: number): boolean {
  if (to < from || to - from > 6) return false;
  for (let item = from; item < to; item++) {
    const word = frame.words[item]!;
    const bound = word === W.CASE && ["に", "で", "へ", "にて"].some((written) => reads(frame, item, written));
    if (!bound && !isNominal(word) && word !== W.ADVERB && word !== W.GENITIVE) return false;
  }
  return true;
}

/** 選手をナックモエという, 100%と書かれて: a name or a label, nobody's words. */
export function isNaming(frame: Frame, item: number, { verb, verbClass, passive, item: at }: Predicate): boolean {
  if (verbClass === "write") return passive;
  if (verb !== "言う") return false;
  if (frame.text[frame.starts[at]!] === "い") return true;
  for (let before = item - 1; before > 0 && !frame.begins[before]; before--)
    if (frame.words[before] === W.CASE && reads(frame, before, "を")) return true;
  return false;
}

/** と言える, とは言えない, と言っていい: the writer's own judgement; という at once, as in というだけで: none at all. */
export function isJudgement(frame: Frame, { item, from }: Predicate, { words }: QuotationResources): boolean {
  if (item === from && reads(frame, item, "いう") && !isHearsay(frame, { ...NONE, item, from })) return true;
  const at = frame.starts[item]!;
  return (
    "言云い".includes(frame.text[at]!) && words.ownJudgement.some((written) => frame.text.startsWith(written, at + 1))
  );
}

/** 外相が用意があると言うときは: a time or condition of speech, not という before a noun. */
export function saysWhen(frame: Frame, { item, modified }: Predicate, { words }: QuotationResources): boolean {
  return (
    frame.text[frame.starts[item]!] === "言" &&
    // 言っていたはず, 言ったの: past, so no という.
    ((frame.text[frame.starts[item]! + 1] === "っ" && frame.words[modified] === W.FORMAL) ||
      words.saidWhen.some((written) => reads(frame, modified, written)))
  );
}

/** という。 at a sentence's end reports hearsay, not the subject's words. */
export function isHearsay(frame: Frame, { item, from }: Predicate): boolean {
  return (
    item === from && reads(frame, item, "いう") && (isOver(frame, item + 1) || frame.words[item + 1] === W.JOINING)
  );
}

/** 必要だとしている。 holds a view; 開こうとした, だとしたら do not. */
export function holds(
  frame: Frame,
  item: number,
  { item: verb, after }: Predicate,
  { words }: QuotationResources,
): boolean {
  if (
    verb !== item + 1 ||
    reads(frame, item - 1, "う") ||
    reads(frame, item - 1, "よう") ||
    frame.text.startsWith("としたら", frame.starts[item]!)
  )
    return false;
  return isOver(frame, after) || words.heldOn.some((written) => frame.text.startsWith(written, frame.starts[item]!));
}

/** とみている, と見る。 but not と見ても, と見なければ. */
export function deems(frame: Frame, { item, after }: Predicate): boolean {
  return (
    frame.text.startsWith("てい", frame.ends[item]!) ||
    frame.text.startsWith("てお", frame.ends[item]!) ||
    (isOver(frame, after) && !frame.text.startsWith("な", frame.ends[item]!))
  );
}

/** Whether an item is the stem of a verb that only た can follow: the やっ of やっと. */
export function isBroken(frame: Frame, item: number): boolean {
  if (frame.words[item] !== W.VERB && frame.words[item] !== W.DEPENDENT) return false;
  const row = frame.rows[item] ?? -1;
  return row >= 0 && frame.tokens.feature(row).includes("連用タ接続");
}

/** 兵士が…と思い込む, …と思っている方: somebody else's thought, where the sentence says whose. */
export function isThoughtOf(
  frame: Frame,
  item: number,
  { verbClass, verb, item: at, after, modified, passive }: Predicate,
  resources: QuotationResources,
): boolean {
  if (verbClass !== "think" || passive || verb === "できる" || at !== item + 1) return false;
  if (modified >= 0 && (frame.words[modified] !== W.FORMAL || reads(frame, modified, "方"))) {
    if (frame.words[modified] === W.FORMAL) return true;
    const phrase = nounPhraseAfter(frame, modified, resources);
    return phrase !== null && canSpeak(phrase, "people");
  }
  // Plain 思う is the writer's own, whoever stands before it; 思うけど too.
  if (after === at + 1 && (frame.words[after] !== W.JOINING || reads(frame, after, "けど"))) return false;
  const subjects = subjectsIn(frame, sentenceStart(frame, item) - 1, item, resources);
  return subjectsOutside(frame, subjects, item, resources).some(
    ({ phrase, particle, at: marked }) =>
      reads(frame, marked, particle) &&
      canSpeak(phrase, "people") &&
      !resources.words.oneself.includes(frame.text.slice(phrase.start, phrase.end)) &&
      phrase.last < item - 2,
  );
}
