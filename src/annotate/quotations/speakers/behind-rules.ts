import { W } from "../../../words/word-class.ts";
import { type Frame, reads, sentenceEnd } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { lastPhrase, nounPhraseAfter, nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import { agentIn, workAt } from "./agents.ts";
import { newTopicBefore } from "./new-topic.ts";
import { ownerBetween } from "./owners.ts";
import type { Quote } from "./quote.ts";
import { type Found, found, type SpeakerRule } from "./speaker-rule.ts";

const isPassive = ({ predicate }: Quote) => predicate.passive;

/** Whether its verb tells what somebody thinks, or that it is heard: 「…」とみる, 「…」と反発する声が上がる. */
function isHeld({ frame, predicate: { verbClass, modified }, resources }: Quote): boolean {
  if (verbClass === "judge" || verbClass === "think") return true;
  return modified >= 0 && resources.voices.has(frame.text.slice(frame.starts[modified]!, frame.ends[modified]!));
}

/** Whether it stands on a paper: 「…」と書いてある, 「…」とある. */
function isWritten({ frame, predicate: { verbClass, verb, tie, item } }: Quote): boolean {
  if (verbClass !== "write" || item < 0) return false;
  return (verb === "ある" && tie === "to") || frame.text.startsWith("てあ", frame.ends[item]!);
}

/** The particle behind what may be a paper before a bracket: 手紙には、「…」, 第三条では「…」; -1 if there is none. */
function behindPaper(frame: Frame, quote: number): number {
  let at = frame.words[quote - 1] === W.COMMA ? quote - 2 : quote - 1;
  if (reads(frame, at, "は") || reads(frame, at, "も")) at--;
  return reads(frame, at, "に") || reads(frame, at, "で") ? at : -1;
}

/** Whether it is said in a paper and nobody is named who says it: 手紙には「…」と。『海防新論』には「…」と述べている。 */
function isFromPaper({ frame, item, predicate: { verb, verbClass, passive }, subject, sentenceLike }: Quote): boolean {
  const last = behindPaper(frame, item);
  if (!sentenceLike || passive || last < 0) return false;
  return verb === null || verb === "定める" || (verbClass === "say" && subject === null);
}

/** 先生は「…」と話されました: nobody can be the object of 話す. */
function isHonorific({ frame, start, item, predicate, subject, resources }: Quote): boolean {
  return (
    subject !== null &&
    canSpeak(subject.phrase, "people") &&
    resources.words.honorific.includes(predicate.verb ?? "") &&
    agentIn(frame, start, item, resources, ["から", "に", "によって"]) === null &&
    agentIn(frame, predicate.from, predicate.item, resources, ["に", "から"]) === null
  );
}

/** Whether its verb describes a noun: 「…」と述べた元司令官. */
const isDescribing = ({ predicate: { modified, verb } }: Quote) => modified >= 0 && verb !== "言える";

/** Rules for whom the verb or noun that reports the bracket names. */
export const BEHIND_RULES = [
  {
    name: "nobody who names things",
    by: "nobody",
    example: "「中央アジアの虎」と称される国だ。",
    ties: ["to", "tte"],
    when: ({ predicate }) => predicate.passive && predicate.verbClass === "name",
    find: () => null,
    final: true,
  },
  {
    name: "subject of an honorific",
    by: "subject before",
    example: "{ある陶芸家}は「土は生きている」と話されました。",
    ties: ["to", "tte"],
    when: (quote) => isPassive(quote) && isHonorific(quote),
    find: ({ subject }) => subject,
    confidence: 0.8,
  },
  {
    name: "agent behind a passive",
    by: "agent after",
    example: "「今日は帰れ」と{店長}に言われた。",
    ties: ["to", "tte"],
    when: isPassive,
    find: ({ frame, predicate, resources }) =>
      found(agentIn(frame, predicate.from, predicate.item, resources, ["に", "から"])),
    confidence: 0.85,
  },
  {
    name: "agent of a passive",
    by: "agent before",
    example: "{監督}に「お前しかいない」と言われて燃えた。",
    ties: ["to", "tte"],
    when: isPassive,
    find: ({ frame, start, item, resources }) =>
      found(agentIn(frame, start, item, resources, ["から", "に", "によって"])),
    confidence: 0.82,
    final: true,
  },
  {
    name: "sender",
    by: "origin before",
    example: "{母}から「ご飯食べた?」とLINEが来た。",
    ties: ["to"],
    when: ({ predicate }) => predicate.verbClass === null,
    find: ({ frame, start, item, resources }) => {
      const sender = agentIn(frame, start, item, resources, ["から"]);
      return sender !== null && canSpeak(sender, "people") ? found(sender) : null;
    },
    confidence: 0.75,
  },
  {
    name: "topic of a new clause",
    by: "topic of a new clause",
    example: "政府は「成功だ」と解釈しているが、{欧州}では「失敗だ」と見ている。",
    ties: ["to", "tte"],
    when: (quote) => isHeld(quote) && newTopicBefore(quote.frame, quote.item, quote.resources) !== null,
    find: ({ frame, item, resources }) => found(newTopicBefore(frame, item, resources)!.phrase),
    confidence: 0.6,
    final: true,
  },
  {
    name: "paper that has it",
    by: "paper",
    example: "{調査報告書}には「隠蔽があった」と書いてあった。",
    ties: ["to", "tte"],
    when: isWritten,
    find: paperBefore,
    confidence: 0.7,
    final: true,
  },
  {
    name: "paper that says it",
    by: "paper",
    example: "{祖父の手紙}には「港を守ってくれ」と。",
    ties: ["to", "tte"],
    when: (quote) => isFromPaper(quote) && paperBefore(quote) !== null,
    find: paperBefore,
    confidence: 0.65,
  },
  {
    name: "end of a cleft sentence",
    by: "cleft",
    example: "「売り場が足りない」とこぼすのは、{スーパーの店長}だ。",
    ties: ["to", "tte"],
    when: (quote) => {
      const { frame, predicate } = quote;
      const { modified } = predicate;
      return (
        isDescribing(quote) &&
        frame.words[modified] === W.FORMAL &&
        reads(frame, modified, "の") &&
        (reads(frame, modified + 1, "は") || reads(frame, modified + 1, "が"))
      );
    },
    find: cleft,
    confidence: 0.85,
  },
  {
    name: "noun that the verb describes",
    by: "relative clause",
    example: "「君は間違っている」と言い放った{部長}の顔が忘れられない。",
    ties: ["to", "tte"],
    when: (quote) => isDescribing(quote) && quote.frame.words[quote.predicate.modified] !== W.FORMAL,
    find: describedBy,
  },
  {
    name: "subject between quote and verb",
    by: "subject after",
    example: "「過去最高益を更新できた」と{佐藤恒治社長}は胸を張った。",
    ties: ["to", "tte", "noun", "none"],
    when: ({ predicate: { item, from } }) => item > from && from > 0,
    find: subjectBehind,
  },
  {
    name: "owner of the noun behind",
    by: "owner of the noun",
    example: "「弾は尽きた」との{プリゴジン氏}の主張を国防省は否定した。",
    ties: ["noun", "none"],
    when: ({ predicate: { tie, verb, item, from } }) =>
      tie === "noun" ? item > from && from > 0 : verb !== null && item >= 0,
    find: ({ frame, predicate: { from, item }, resources }) => found(ownerBetween(frame, from, item, resources)),
    confidence: 0.85,
    telling: "much",
  },
  {
    name: "origin",
    by: "origin before",
    example: "{野党}からは「説明責任を果たしていない」との指摘が出ている。",
    ties: ["to", "tte", "noun"],
    when: ({ predicate }) => predicate.verb === "聞く" || predicate.tie === "noun",
    find: ({ frame, start, item, resources }) => found(agentIn(frame, start, item, resources, ["から"])),
    confidence: 0.8,
  },
] as const satisfies readonly SpeakerRule[];

/** 「…」と言ったのは社長だ; of 「…」と言ったのは嘘だ the end is what is said of the saying. */
function cleft({ frame, predicate, resources }: Quote): Found | null {
  const phrase = lastPhrase(frame, predicate.modified + 2, resources);
  return phrase !== null && canSpeak(phrase, "fragment") ? found(phrase) : null;
}

/** The paper speaks, if anything does. */
function paperBefore(quote: Quote): Found | null {
  const { frame, item, resources } = quote;
  const last = behindPaper(frame, item);
  if (last < 0) return null;
  if (frame.words[last - 1] === W.QUOTE) return reads(frame, last, "に") ? found(workAt(frame, last - 1)) : null;
  const phrase = nounPhraseBefore(frame, last - 1, resources);
  if (phrase === null) return null;
  const written = frame.text.slice(phrase.start, phrase.end);
  const isLaw = resources.words.laws.some((end) => written.endsWith(end));
  if (reads(frame, last, "で") ? !isLaw : !isLaw && !canSpeak(phrase, "noun")) return null;
  if (!isWritten(quote) && !isLaw && phrase.rank !== "document") return null;
  // The article that everybody has before them.
  return written.endsWith("記事") ? null : found(withGenitive(frame, phrase, resources));
}

function describedBy({ frame, predicate, resources }: Quote): Found | null {
  let best: NounPhrase | null = null;
  const first = nounPhraseAfter(frame, predicate.modified, resources);
  for (let phrase = first; phrase !== null; ) {
    const person = best !== null && canSpeak(best, "people");
    if (canSpeak(phrase, "fragment") && !(person && !canSpeak(phrase, "group")))
      best = phrase.proper ? phrase : { ...phrase, first: first!.first, start: first!.start, nameStart: first!.start };
    const at = phrase.last + 1;
    const goesOn = reads(frame, at, "の") || ((reads(frame, at, "や") || reads(frame, at, "と")) && best !== null);
    phrase = goesOn && at + 1 < frame.length ? nounPhraseAfter(frame, at + 1, resources) : null;
  }
  // …と書いた日記を森さんが公開した: who has the paper.
  if (best?.rank === "document" && reads(frame, best.last + 1, "を")) {
    const holder = subjectsIn(frame, best.last + 1, sentenceEnd(frame, best.last), resources).find(({ phrase }) =>
      canSpeak(phrase, "people"),
    );
    if (holder !== undefined) return found(holder.phrase, 0.5);
  }
  return best === null ? null : found(best, canSpeak(best, "group") ? 0.85 : 0.6);
}

/** The first subject behind the quote governs; one in a relative clause has its verb before the next subject. */
function subjectBehind({ frame, predicate: { item, from, verbClass }, resources }: Quote): Found | null {
  const subjects = subjectsIn(frame, from - 1, item, resources).filter(({ phrase }) =>
    canSpeak(phrase, verbClass === null ? "fragment" : "noun"),
  );
  const groups = subjects.filter(({ phrase }) => canSpeak(phrase, "group"));
  const subject = subjects.length > 1 ? (groups.at(-1) ?? subjects[0]) : subjects[0];
  return subject === undefined ? null : found(subject.phrase, 0.5 + resources.rankWeights[subject.phrase.rank] * 0.14);
}
