import { isNominal, W } from "../../../words/word-class.ts";
import { reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore } from "../phrases/noun-phrase.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import { agentIn } from "../speakers/agents.ts";
import { carriedSubject } from "../speakers/carried-subject.ts";
import { endsClause } from "./ends-clause.ts";
import type { Report } from "./report.ts";
import { type ReportRule, type Told, told } from "./report-rule.ts";
import { afterVenue } from "./report-start.ts";
import { giverBefore, holderBefore } from "./told-by.ts";

const isPassive = ({ closing }: Report) => closing.predicate.passive;

/** Whether words stand as a noun's that somebody else than the subject utters: との見方が強い. */
const isView = ({ closing: { predicate } }: Report) => predicate.tie === "noun" && !predicate.shown;

/** Rules for who tells words that stand in no brackets; their order is their priority: the first that finds something decides. */
export const REPORT_RULES = [
  {
    name: "source of hearsay",
    by: "source",
    example: "{現地紙}によると橋は来月にも通れるようになるという。",
    when: ({ closing, source }) => closing.hearsay === true && source !== null,
    find: ({ source }) => told(source!.phrase, source!.after),
    speaker: 0.85,
    words: 0.8,
  },
  {
    name: "nobody named by hearsay",
    by: "nobody",
    example: "台風は明け方に上陸するという。",
    when: ({ closing }) => closing.hearsay === true,
    find: ({ start }) => ({ phrase: null, from: start }),
    words: 0.5,
    final: true,
  },
  {
    name: "giver",
    by: "agent before",
    example: "首長は{議会}から計画に瑕疵があると指摘された。",
    when: isPassive,
    find: ({ frame, start, closing, resources }) => {
      const giver = giverBefore(frame, start, closing.item, resources);
      return giver === null ? null : { phrase: giver.phrase, from: giver.after };
    },
    speaker: 0.75,
    words: 0.7,
  },
  {
    name: "nothing in a weak passive",
    by: "nobody",
    example: "来年は雨が多いと言われている。",
    when: ({ closing: { predicate }, resources }) => {
      const { passive, verb, verbClass } = predicate;
      return (
        passive &&
        (verbClass === "judge" || verb === "言う" || verb === "伝える" || resources.words.weak.includes(verb ?? ""))
      );
    },
    find: () => null,
    words: 0,
    final: true,
  },
  {
    name: "agent of a passive",
    by: "agent after",
    example: "計画はずさんだと{専門家}に批判された。",
    when: isPassive,
    find: ({ frame, start, closing: { item, predicate }, resources }) => {
      const agent = agentIn(frame, predicate.from, predicate.item, resources, ["に", "から"]);
      return told(agent, afterVenue(frame, start, item));
    },
    speaker: 0.7,
    words: 0.6,
  },
  {
    name: "nobody in a passive",
    by: "nobody",
    example: "会議では計画に瑕疵があると指摘された。",
    when: isPassive,
    find: ({ frame, start, closing }) => ({ phrase: null, from: afterVenue(frame, start, closing.item) }),
    words: 0.6,
  },
  {
    name: "noun that the verb describes",
    by: "relative clause",
    example: "雨は夜には上がると予測する{ベテラン予報士}もいる。",
    when: ({ frame, closing: { predicate } }) =>
      predicate.modified >= 0 &&
      (isNominal(frame.words[predicate.modified]!) || reads(frame, predicate.modified, "方")),
    find: (report) => told(describedBy(report), report.start),
    speaker: 0.8,
    words: 0.75,
  },
  {
    name: "source that is passed on",
    by: "source",
    example: "同紙は{消息筋}の話として合意は近いと報じた。",
    when: ({ frame, source, resources }) =>
      source !== null && resources.words.carried.some((written) => frame.text.startsWith(written, source.phrase.end)),
    find: ({ source }) => told(source!.phrase, source!.after),
    speaker: 0.75,
    words: 0.75,
  },
  {
    name: "holder of a view",
    by: "origin before",
    example: "{専門家}の間では値上げは時期尚早だとの見方が強い。",
    when: isView,
    find: ({ frame, start, closing, resources }) => {
      const holder = holderBefore(frame, start, closing.item, resources);
      return holder === null ? null : { phrase: holder.phrase, from: holder.after };
    },
    speaker: 0.7,
    words: 0.55,
  },
  {
    name: "nobody who holds a view",
    by: "nobody",
    example: "値上げは時期尚早だとの見方が強い。",
    when: isView,
    find: ({ start }) => ({ phrase: null, from: start }),
    words: 0.55,
  },
  {
    name: "topic behind the words",
    by: "subject after",
    example: "値上げは時期尚早だったと{評論家}は後に語っている。",
    when: ({ closing }) => closing.predicate.tie === "to",
    find: ({ start, subject, subjectsBehind }) => {
      // 雨が降ったと息子が言う: one who speaks behind the words, and が before them.
      const any = subject?.particle === "が";
      const topic = subjectsBehind.find(
        ({ particle, phrase }) => (any || particle !== "が") && canSpeak(phrase, "people"),
      );
      return topic === undefined ? null : told(topic.phrase, start);
    },
    speaker: 0.8,
    words: 0.8,
  },
  {
    name: "nothing where nobody thinks",
    by: "nobody",
    example: "私は値上げは時期尚早だと考えている。",
    when: ({ frame, subject, closing, resources }) =>
      closing.predicate.verb === "考える" &&
      (subject === null ||
        resources.words.oneself.includes(frame.text.slice(subject.phrase.start, subject.phrase.end))),
    find: () => null,
    words: 0,
    final: true,
  },
  {
    name: "nothing where a subject is taken for something",
    by: "nobody",
    example: "一方のチームが試合を放棄したとして没収試合となる。",
    when: ({ subject, closing }) => closing.rule === "として" && subject?.particle === "が",
    find: () => null,
    words: 0,
    final: true,
  },
  {
    name: "subject before",
    by: "subject before",
    example: "{財務相}は為替の急な動きは望ましくないと述べた。",
    when: ({ subject, isWeak }) =>
      subject !== null && canSpeak(subject.phrase, isWeak || subject.particle === "が" ? "document" : "unknown"),
    find: ({ subject, resources }) => {
      const { phrase, at } = subject!;
      return { phrase, from: at + 1, confidence: 0.5 + resources.rankWeights[phrase.rank] * 0.12 };
    },
    words: { strong: 0.85, weak: 0.7 },
  },
  {
    name: "subject behind the words",
    by: "subject after",
    example: "値上げは時期尚早だと{専門家}が指摘した。",
    when: () => true,
    find: ({ start, subjectsBehind }) => {
      const subject = subjectsBehind.find(({ phrase }) => canSpeak(phrase, "name"));
      return subject === undefined ? null : told(subject.phrase, start);
    },
    speaker: 0.8,
    words: 0.8,
  },
  {
    name: "source",
    by: "source",
    example: "{気象庁}によると雨は夜には上がると発表した。",
    when: () => true,
    find: ({ source }) => (source === null ? null : told(source.phrase, source.after)),
    speaker: 0.8,
    words: 0.75,
  },
  {
    name: "subject of the clause before",
    by: "subject of the clause before",
    example: "{財務相}は動きが急だと述べ、介入も辞さないと強調した。",
    when: ({ sentence, start, isWeak }) => start > sentence && !isWeak,
    find: ({ frame, sentence, start, resources }) => {
      const earlier = subjectsIn(frame, sentence, start, resources).filter(({ phrase }) =>
        canSpeak(phrase, "document"),
      );
      return told(earlier.at(-1)?.phrase ?? null, start);
    },
    speaker: 0.6,
    words: 0.65,
  },
  {
    name: "subject carried over from the sentence before",
    by: "carried",
    example: "{広瀬知事}は会見を開いた。空港の移転を断念すると述べた。",
    when: (report) => (!report.isWeak || isHeld(report)) && isFinal(report),
    find: carried,
    words: 0.5,
  },
  {
    name: "nobody named",
    by: "nobody",
    example: "また、来月から便数を増やすと説明。",
    when: (report) => (!report.isWeak || report.closing.predicate.verb === "聞く") && isTold(report),
    find: ({ frame, start, closing }) => ({ phrase: null, from: afterVenue(frame, start, closing.item) }),
    words: 0.45,
  },
] as const satisfies readonly ReportRule[];

/** What the output says of how the teller of reported words was found. */
export type ReportBy = (typeof REPORT_RULES)[number]["by"];

/** Whether a verb of saying stands by the words: 増やすと説明。 but not 規範字と言う, a name. */
function isTold({ frame, closing: { predicate, item } }: Report): boolean {
  const { tie, verb, verbClass } = predicate;
  if (tie === "noun" || verb === "する" || predicate.item - item > 3) return false;
  if (verb === "聞く") return predicate.item === item + 1;
  return (
    (verbClass === "say" || verbClass === "report" || verbClass === "write") &&
    (verb !== "言う" || endsClause(frame, item - 1))
  );
}

/** …としている。 always tells somebody's view. */
const isHeld = ({ frame, closing: { item, predicate } }: Report) =>
  predicate.verb === "する" && frame.text.startsWith("としてい", frame.starts[item]!);

/** Whether the verb that reports ends its sentence. */
function isFinal({ frame, closing: { predicate } }: Report): boolean {
  const { after } = predicate;
  return frame.begins[after] === 1 || after >= frame.length || frame.words[after] === W.PERIOD;
}

function carried({ frame, start, closing, resources }: Report): Told | null {
  const subject = carriedSubject(frame, closing.item, resources);
  return subject === null ? null : { phrase: subject.phrase, from: start, confidence: subject.confidence - 0.1 };
}

/** The last noun of the phrase that the verb describes, if it can speak. */
function describedBy({ frame, closing: { predicate }, resources }: Report): NounPhrase | null {
  const first = predicate.modified;
  if (frame.words[first] === W.FORMAL) {
    const [start, end] = [frame.starts[first]!, frame.ends[first]!];
    return { first, last: first, start, end, nameStart: start, nameEnd: end, rank: "people", proper: false };
  }
  let last = first;
  while (last + 1 < frame.length && !frame.begins[last + 1] && goesOn(frame, last + 1)) last++;
  for (let item = last; item >= first; item--) {
    if (!isNominal(frame.words[item]!)) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase !== null && canSpeak(phrase, "unknown")) return phrase;
  }
  return null;
}

function goesOn(frame: Report["frame"], item: number): boolean {
  return (
    isNominal(frame.words[item]!) ||
    reads(frame, item, "・") ||
    (reads(frame, item, "の") && isNominal(frame.words[item + 1] ?? W.OTHER))
  );
}
