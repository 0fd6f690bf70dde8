import { isNominal, W } from "../../words/word-class.ts";
import { agentIn } from "./agents.ts";
import { type Frame, lemmaOf, reads, sentenceEnd, sentenceStart } from "./frame.ts";
import { governingSubject } from "./governing-subject.ts";
import { nounPhraseAfter } from "./noun-phrase.ts";
import { canSpeak } from "./rank.ts";
import { reportingVerbIn } from "./reporting-verb.ts";
import type { QuotationResources } from "./resources.ts";
import { asSpeaker, type Speaker } from "./speaker.ts";
import { lastPhrase } from "./speaker-beside.ts";
import { subjectsIn } from "./subjects.ts";

/** 「…」六兵衛は呟いた。: told without と, as in stories. */
export function looselyAfter(frame: Frame, quote: number, resources: QuotationResources): Speaker | null {
  const end = sentenceEnd(frame, quote);
  const reporting = reportingVerbIn(frame, quote + 1, resources);
  if (reporting === null || reporting.item >= end) return null;
  const subject = subjectsIn(frame, quote, reporting.item, resources).find(({ phrase }) => canSpeak(phrase, "unknown"));
  return subject === undefined
    ? null
    : { phrase: subject.phrase, confidence: 0.6, by: "subject of the sentence after", verb: reporting.verb };
}

/** 「…」。外務省幹部は苦い表情で漏らした。 */
export function inNextSentence(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Speaker | null {
  let next = quote + 1;
  while (next < frame.length && (frame.words[next] === W.PERIOD || frame.words[next] === W.SYMBOL)) next++;
  if (next >= frame.length || frame.words[next] === W.QUOTE) return null;
  const end = sentenceEnd(frame, next);
  const reporting = reportingVerbIn(frame, next, resources);
  for (let item = next; item < end; item++)
    if (frame.words[item] === W.QUOTE && (reporting === null || !reporting.pointing || reporting.item > item))
      return null;
  if (reporting === null) {
    // 「やっと帰れる」。佐藤さんは表情を緩めた。
    const theme = subjectsIn(frame, next, end, resources).find(
      ({ particle, phrase }) => particle === "は" && (canSpeak(phrase, "people") || phrase.rank === "holder"),
    );
    if (sentenceLike && theme !== undefined) return asSpeaker(theme.phrase, 0.55, "theme of the next sentence");
    return voiceRaised(frame, next, end, resources) ?? (sentenceLike ? ownerOpening(frame, next, resources) : null);
  }
  const subject = subjectsIn(frame, next, reporting.item, resources).filter(({ phrase }) => canSpeak(phrase, "noun"));
  const governed = governingSubject(frame, reporting.item, resources);
  if (subject.length > 0 && governed !== null)
    return { phrase: governed.phrase, confidence: 0.8, by: "next sentence", verb: reporting.verb };
  if (reporting.pointing && subject.length === 0) {
    // そう言って蛭田さんは目を細めた。
    const later = subjectsIn(frame, reporting.item, end, resources).find(({ phrase }) => canSpeak(phrase, "people"));
    if (later !== undefined)
      return { phrase: later.phrase, confidence: 0.75, by: "next sentence", verb: reporting.verb };
  }
  let after = reporting.item + 1;
  while (
    after < end &&
    (frame.words[after] === W.VERB ||
      frame.words[after] === W.DEPENDENT ||
      frame.words[after] === W.AUXILIARY ||
      reads(frame, after, "て"))
  )
    after++;
  if (reporting.pointing && isNominal(frame.words[after] ?? W.OTHER)) {
    // そう約束した大統領だが、
    const modified = nounPhraseAfter(frame, after, resources);
    if (modified !== null && canSpeak(modified, "group"))
      return { phrase: modified, confidence: 0.75, by: "next sentence", verb: reporting.verb };
  }
  if (!reads(frame, after, "の")) return null;
  const cleft = lastPhrase(frame, after + 1, resources);
  return cleft === null ? null : { phrase: cleft, confidence: 0.8, by: "next sentence", verb: reporting.verb };
}

/** 「もう限界」。現場からは悲鳴が上がる。 */
function voiceRaised(frame: Frame, next: number, end: number, resources: QuotationResources): Speaker | null {
  for (let item = next + 1; item < end - 1; item++) {
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    if (!resources.voices.has(noun) || !["が", "も", "は"].some((written) => reads(frame, item + 1, written))) continue;
    for (let verb = item + 2; verb < end; verb++) {
      if (!resources.words.held.includes(lemmaOf(frame, verb))) continue;
      const holder = agentIn(frame, next - 1, item, resources, ["から"]);
      return holder === null ? null : { phrase: holder, confidence: 0.7, by: "next sentence", verb: noun };
    }
  }
  return null;
}

/** 「父のような医者になりたい」。春奈さんの目に迷いはない。 */
function ownerOpening(frame: Frame, next: number, resources: QuotationResources): Speaker | null {
  const phrase = nounPhraseAfter(frame, next, resources);
  return phrase?.proper && canSpeak(phrase, "bare name") && reads(frame, phrase.last + 1, "の")
    ? asSpeaker(phrase, 0.5, "theme of the next sentence")
    : null;
}

/** Whether the sentence before leads up to a quote that stands alone: こう語る。 …の考えは違う。 */
export function announced(frame: Frame, quote: number, resources: QuotationResources): boolean {
  const start = sentenceStart(frame, quote);
  if (start === 0 || start !== quote) return false;
  const before = sentenceStart(frame, start - 1);
  if (frame.words[before] === W.QUOTE) return false;
  if (reportingVerbIn(frame, before, resources) !== null) return true;
  // 若い記者が手を挙げた。「責任はどう取るのか」
  if (subjectsIn(frame, before, start, resources).some(({ phrase }) => canSpeak(phrase, "bare name"))) return true;
  return subjectsIn(frame, before, start, resources).some(({ phrase }) => phrase.rank === "holder");
}
