import { W } from "../../../words/word-class.ts";
import { reads, sentenceStart } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import { reportingVerbIn } from "../predicates/reporting-verb.ts";
import { agentIn } from "./agents.ts";
import { carriedSubject } from "./carried-subject.ts";
import { ownerBefore } from "./owners.ts";
import type { Quote } from "./quote.ts";
import { type Found, found, type SpeakerRule } from "./speaker-rule.ts";

/** Whether the subject before it may say it: something ties it to its sentence, or its words are what 〜は is about. */
function isGoverned(quote: Quote): boolean {
  const { tie } = quote.predicate;
  if (tie === "stop") return quote.source === null;
  if (quote.source !== null && quote.predicate.verb === null) return false;
  if (tie !== "none" || quote.source !== null) return true;
  if (quote.resources.words.claims.includes(quote.predicate.verb ?? "")) return true;
  return quote.sentenceLike && (quote.beside(-1, "は") || quote.beside(-1, "も"));
}

/** Whether what a verb of thinking tells has a subject that cannot think: オファーが届いて、「…」と思えた. */
const isThoughtOfThing = ({ subject, predicate }: Quote) =>
  predicate.verbClass === "think" && subject !== null && !canSpeak(subject.phrase, "group");

/** Whether the subject before it is a mere common noun, which may only be what the words are about. */
const isCommon = ({ subject }: Quote) => subject !== null && !canSpeak(subject.phrase, "fragment");

/** Rules for whom its sentence, or the one before, names farther off. */
export const SENTENCE_RULES = [
  {
    name: "origin behind",
    by: "origin after",
    example: "「税金の無駄遣いだ」との批判が{住民}から出ている。",
    ties: ["noun"],
    when: ({ predicate }) => predicate.verb !== null && !predicate.shown,
    find: ({ frame, predicate, end, resources }) => found(agentIn(frame, predicate.item, end, resources, ["から"])),
    confidence: 0.75,
  },
  {
    name: "end of the sentence",
    by: "end of the sentence",
    example: "「和平への道は長い」と国連の{グテーレス事務総長}。",
    ties: ["to"],
    when: ({ predicate }) => predicate.verb === null && predicate.from > 0,
    find: endOfSentence,
    confidence: 0.8,
    telling: "much",
  },
  {
    name: "subject of a loose verb",
    by: "subject of the sentence after",
    example: "「もう帰ろう」{六兵衛}は呟いた。",
    ties: ["none"],
    when: ({ frame, item, sentenceLike, predicate }) =>
      sentenceLike && frame.begins[item] === 1 && predicate.verb === null,
    find: looselyBehind,
    confidence: 0.6,
  },
  {
    name: "nobody who holds a view",
    by: "nobody",
    example: "社内では「社長の独断だ」という批判がくすぶる。",
    ties: ["noun"],
    when: ({ predicate, subject }) => predicate.verb !== null && (!predicate.shown || subject === null),
    find: () => null,
    final: true,
  },
  {
    name: "subject carried over a common noun",
    by: "carried",
    example: "{速水騎手}は最後の直線で抜け出した。レース後は「馬に助けられた」と感謝した。",
    when: (quote) =>
      isGoverned(quote) && isCommon(quote) && quote.source === null && quote.predicate.verbClass !== "think",
    find: ({ frame, item, resources }) => carriedSubject(frame, item, resources),
  },
  {
    name: "subject before",
    by: "subject before",
    example: "{プーチン大統領の報道官}は「コメントする立場にない」と述べた。",
    when: (quote) => isGoverned(quote) && !(isCommon(quote) && quote.source !== null) && !isThoughtOfThing(quote),
    find: ({ subject }) => subject,
  },
  {
    name: "source",
    by: "source",
    example: "{アゼルバイジャン国防省}によると、昨夜「敵の挑発に応戦した」という。",
    when: ({ sentenceLike, predicate: { tie } }) => sentenceLike || tie !== "none",
    find: ({ source }) => source,
    confidence: 0.85,
    telling: "much",
  },
  {
    name: "subject of the clause behind",
    by: "subject of the clause after",
    example: "「撃つな」と叫びながら{兵士}が両手を上げて出てきた。",
    ties: ["to", "tte", "noun", "none"],
    when: ({ predicate }) => predicate.item >= 0,
    find: behindJoint,
    confidence: 0.6,
  },
  {
    name: "owner",
    by: "owner",
    example: "{佐々木さん}の「無理はしないでね」に救われた。",
    when: () => true,
    find: (quote) => ownerBefore(quote, quote.sentenceLike),
    telling: "as owner",
  },
  {
    name: "subject carried over from the sentence before",
    by: "carried",
    example: "{デミル農相}は東部を訪れた。「補償は年内に払う」と約束した。",
    ties: ["to", "stop"],
    when: (quote) => {
      const { tie, verb, verbClass } = quote.predicate;
      return tie === "stop" ? isAnnounced(quote) : verbClass !== "think" && verb !== null;
    },
    find: ({ frame, item, resources }) => carriedSubject(frame, item, resources),
  },
] as const satisfies readonly SpeakerRule[];

/** 「…」と国連の事務総長。: no verb, the sentence ends in the one who said it. */
function endOfSentence({ frame, item, predicate: { from }, end, resources }: Quote): Found | null {
  let last = end - 1;
  while (last > from && (frame.words[last] === W.PERIOD || frame.words[last] === W.SYMBOL)) last--;
  const phrase = nounPhraseBefore(frame, last, resources);
  const least = frame.begins[item] === 1 && phrase?.proper ? "name" : "group";
  return phrase === null || phrase.first < from || !canSpeak(phrase, least)
    ? null
    : found(withGenitive(frame, phrase, resources));
}

/** Told without と, as in stories. */
function looselyBehind({ frame, item, end, resources }: Quote): Found | null {
  const reporting = reportingVerbIn(frame, item + 1, resources);
  if (reporting === null || reporting.item >= end) return null;
  const subject = subjectsIn(frame, item, reporting.item, resources).find(({ phrase }) => canSpeak(phrase, "unknown"));
  return subject === undefined ? null : { phrase: subject.phrase, verb: reporting.verb };
}

/** The subject stands in the clause that goes on. */
function behindJoint({ frame, predicate: { after }, end, resources }: Quote): Found | null {
  const joint =
    ["ながら", "つつ", "て"].some((written) => reads(frame, after, written)) ||
    reads(frame, after - 1, "として") ||
    (reads(frame, after, "、") && reads(frame, after - 1, "て"));
  if (!joint) return null;
  return subjectsIn(frame, after, end, resources).find(({ phrase }) => canSpeak(phrase, "document")) ?? null;
}

/** Whether the sentence before leads up to a quote that stands alone: こう語る。 若い記者が手を挙げた。 */
function isAnnounced(quote: Quote): boolean {
  const { frame, item, start, resources } = quote;
  if (start === 0 || start !== item) return false;
  const before = sentenceStart(frame, start - 1);
  if (frame.words[before] === W.QUOTE) return goesOnTalking(quote, before);
  return (
    reportingVerbIn(frame, before, resources) !== null ||
    subjectsIn(frame, before, start, resources).some(
      ({ phrase }) => canSpeak(phrase, "bare name") || phrase.rank === "holder",
    )
  );
}

/** 「…」と野村は言い出した。「…」: on the same line the one who spoke goes on. */
function goesOnTalking({ frame, item, start, resources }: Quote, before: number): boolean {
  const reporting = reportingVerbIn(frame, before, resources);
  return (
    reporting !== null &&
    reporting.item > before &&
    !frame.text.slice(frame.ends[start - 1]!, frame.starts[item]!).includes("\n")
  );
}
