import { isNominal, isVerbal, W } from "../../../words/word-class.ts";
import { lemmaOf, reads } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import { lastPhrase, nounPhraseAfter } from "../phrases/noun-phrase.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import { agentIn } from "./agents.ts";
import { governingSubject } from "./governing-subject.ts";
import type { Quote } from "./quote.ts";
import { type Found, found, type SpeakerRule } from "./speaker-rule.ts";

const standsAlone = ({ frame, item }: Quote) => item === 0 || frame.begins[item] === 1;

/** Whether a quote stands alone, and the sentence after it has no verb that reports. */
const isUnreported = (quote: Quote) => standsAlone(quote) && quote.next !== null && quote.next.reporting === null;

/** Whether a quote stands alone, and the verb of the sentence after it reports it. */
const isReported = (quote: Quote) => standsAlone(quote) && quote.next !== null && quote.next.reporting !== null;

/** Whether the sentence after it points back to it: そう話した. */
const isPointedAt = (quote: Quote) => isReported(quote) && quote.next?.reporting?.pointing === true;

/** Rules for a quote that stands alone before the sentence that tells of it. */
export const NEXT_SENTENCE_RULES = [
  {
    name: "theme of the next sentence",
    by: "theme of the next sentence",
    example: "「やっと帰れる」。{佐藤さん}は空を見上げた。",
    ties: ["stop"],
    when: (quote) => isUnreported(quote) && quote.sentenceLike,
    find: ({ frame, next, resources }) =>
      subjectsIn(frame, next!.from, next!.end, resources).find(
        ({ particle, phrase }) => particle === "は" && (canSpeak(phrase, "people") || phrase.rank === "holder"),
      ) ?? null,
    confidence: 0.55,
    telling: "some",
  },
  {
    name: "voice raised in the next sentence",
    by: "next sentence",
    example: "「もう限界」。{現場}からは悲鳴が上がる。",
    ties: ["stop"],
    when: isUnreported,
    find: voiceRaised,
    confidence: 0.7,
    telling: "much",
  },
  {
    name: "owner at the head of the next sentence",
    by: "theme of the next sentence",
    example: "「父のような医者になりたい」。{春奈さん}の目に迷いはない。",
    ties: ["stop"],
    when: (quote) => isUnreported(quote) && quote.sentenceLike,
    find: ({ frame, next, resources }) => {
      const phrase = nounPhraseAfter(frame, next!.from, resources);
      return phrase?.proper && canSpeak(phrase, "bare name") && reads(frame, phrase.last + 1, "の")
        ? found(phrase)
        : null;
    },
    confidence: 0.5,
    telling: "some",
  },
  {
    name: "subject of the next sentence",
    by: "next sentence",
    example: "「あり得ない話だ」。{外務省幹部}は苦い表情で漏らした。",
    ties: ["stop"],
    when: isReported,
    find: (quote) =>
      hasSubject(quote) ? reportedBy(quote, governingSubject(quote.frame, verbOf(quote).item, quote.resources)) : null,
    confidence: 0.8,
    telling: "much",
  },
  {
    name: "subject behind the verb of the next sentence",
    by: "next sentence",
    example: "「もう帰ろう」。そう言って{蛭田さん}は目を細めた。",
    ties: ["stop"],
    when: (quote) => isPointedAt(quote) && !hasSubject(quote),
    find: (quote) =>
      reportedBy(
        quote,
        subjectsIn(quote.frame, verbOf(quote).item, quote.next!.end, quote.resources).find(({ phrase }) =>
          canSpeak(phrase, "people"),
        ),
      ),
    confidence: 0.75,
    telling: "much",
  },
  {
    name: "noun that the verb of the next sentence describes",
    by: "next sentence",
    example: "「必ず守る」。そう約束した{大統領}だが、何も変わらない。",
    ties: ["stop"],
    when: isPointedAt,
    find: (quote) => {
      const after = afterVerb(quote);
      if (!isNominal(quote.frame.words[after] ?? W.OTHER)) return null;
      const phrase = nounPhraseAfter(quote.frame, after, quote.resources);
      return phrase !== null && canSpeak(phrase, "group") ? reportedBy(quote, { phrase }) : null;
    },
    confidence: 0.75,
    telling: "much",
  },
  {
    name: "end of the next sentence",
    by: "next sentence",
    example: "「走り切れてよかった」。そう笑顔で話したのは、{長谷川選手}だった。",
    ties: ["stop"],
    when: isReported,
    find: (quote) => {
      const after = afterVerb(quote);
      const phrase = reads(quote.frame, after, "の") ? lastPhrase(quote.frame, after + 1, quote.resources) : null;
      return phrase === null ? null : reportedBy(quote, { phrase });
    },
    confidence: 0.8,
    telling: "much",
  },
] as const satisfies readonly SpeakerRule[];

const verbOf = (quote: Quote) => quote.next!.reporting!;

const hasSubject = (quote: Quote) =>
  subjectsIn(quote.frame, quote.next!.from, verbOf(quote).item, quote.resources).some(({ phrase }) =>
    canSpeak(phrase, "noun"),
  );

function reportedBy(quote: Quote, speaker: Pick<Found, "phrase"> | null | undefined): Found | null {
  return speaker == null ? null : { phrase: speaker.phrase, verb: verbOf(quote).verb };
}

/** Item after the verb that reports and its endings. */
function afterVerb(quote: Quote): number {
  const { frame, next } = quote;
  let after = verbOf(quote).item + 1;
  while (after < next!.end && (isVerbal(frame.words[after]!) || reads(frame, after, "て"))) after++;
  return after;
}

function voiceRaised({ frame, next, resources }: Quote): Found | null {
  const { from, end } = next!;
  for (let item = from + 1; item < end - 1; item++) {
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    if (!resources.voices.has(noun) || !["が", "も", "は"].some((written) => reads(frame, item + 1, written))) continue;
    for (let verb = item + 2; verb < end; verb++) {
      if (!resources.words.held.includes(lemmaOf(frame, verb))) continue;
      const phrase = agentIn(frame, from - 1, item, resources, ["から"]);
      return phrase === null ? null : { phrase, verb: noun };
    }
  }
  return null;
}
