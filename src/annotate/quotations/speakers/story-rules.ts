import { W } from "../../../words/word-class.ts";
import { type Frame, reads, sentenceEnd, sentenceStart } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import { misreadName } from "../phrases/misread-name.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import { reportingVerbIn } from "../predicates/reporting-verb.ts";
import type { QuotationResources } from "../resources.ts";
import { type Found, found, type SpeakerRule } from "./speaker-rule.ts";

const LINE_ENDS = "。！？!?…―";
/** Items behind a line among which its speaker is looked for. */
const FAR = 24;

/** Rules for lines of stories, which often have no verb of saying; asked where no other finds anybody. */
export const STORY_RULES = [
  {
    name: "subject right behind と",
    by: "subject after",
    example: "「まさか？」と、{船頭}は青い顔です。",
    ties: ["to", "tte"],
    when: ({ sentenceLike, predicate: { passive, modified } }) => sentenceLike && !passive && modified < 0,
    find: ({ frame, item, resources }) => subjectAt(frame, behindTo(frame, item), resources),
    confidence: 0.6,
  },
  {
    name: "subject right behind the line",
    by: "subject of the sentence after",
    example: "「行こう、もう待てないよ」{伯父}は震えながら荷物をまとめた。",
    ties: ["stop", "none"],
    when: ({ frame, item, sentenceLike }) =>
      sentenceLike && frame.begins[item] === 1 && frame.starts[item + 1] === frame.ends[item],
    find: ({ frame, item, resources }) => subjectAt(frame, item + 1, resources),
    confidence: 0.55,
  },
  {
    name: "theme of the story behind the line",
    by: "theme of the next sentence",
    example: "「まだ着かんのか……」畳んだ傘を置いて、ついに{船頭}は座りこんだ。",
    ties: ["stop", "none"],
    when: ({ frame, item, sentenceLike, bracket }) =>
      sentenceLike &&
      frame.begins[item] === 1 &&
      frame.starts[item + 1] === frame.ends[item] &&
      LINE_ENDS.includes(frame.text[bracket.end - 1]!),
    find: ({ frame, item, resources }) => {
      const to = Math.min(sentenceEnd(frame, item + 1), item + FAR);
      const subject = subjectsIn(frame, item, to, resources)[0];
      return subject !== undefined && canSpeak(subject.phrase, subject.phrase.proper ? "name" : "bare name")
        ? found(subject.phrase)
        : null;
    },
    confidence: 0.45,
  },
  {
    name: "misread name before",
    by: "subject before",
    example: "{おきぬ}は、「いいえ、ただいま留守でございます」と云って奥へ入った。",
    ties: ["to", "tte"],
    when: ({ predicate: { verbClass, passive } }) => verbClass === "say" || (verbClass === "ask" && !passive),
    find: ({ frame, start, item }) => {
      const name = misreadName(frame, start);
      return name === null || name.last >= item ? null : found(name);
    },
    confidence: 0.6,
  },
  {
    name: "one who goes on",
    by: "carried",
    example: "「それは困ったな。」と、{弥助}は腕を組んだ。「おい、若いの。ついて来い」",
    ties: ["stop"],
    when: ({ frame, item, start, sentenceLike }) => sentenceLike && start === item && onSameLine(frame, item),
    find: ({ frame, item, resources }) => {
      const before = sentenceStart(frame, item - 1);
      if (frame.words[before] !== W.QUOTE) return null;
      const at = reads(frame, before + 1, "と") ? behindTo(frame, before) : before + 1;
      return subjectAt(frame, at, resources);
    },
    confidence: 0.5,
  },
  {
    name: "name that the dictionary lacks in the sentence before",
    by: "carried",
    example: "{ドロリチ}は早口で答える。『荷物は明日にしよう。』",
    ties: ["stop"],
    when: ({ item, start, sentenceLike }) => sentenceLike && start === item && start > 0,
    find: ({ frame, start, resources }) => {
      const before = sentenceStart(frame, start - 1);
      const reporting = frame.words[before] === W.QUOTE ? null : reportingVerbIn(frame, before, resources);
      const subjects = reporting === null ? [] : subjectsIn(frame, before, reporting.item, resources);
      return subjects.find(({ phrase }) => canSpeak(phrase, "unknown")) ?? null;
    },
    confidence: 0.5,
  },
] as const satisfies readonly SpeakerRule[];

/** The item behind と or って and its comma. */
function behindTo(frame: Frame, quote: number): number {
  return frame.words[quote + 2] === W.COMMA ? quote + 3 : quote + 2;
}

/** The subject that begins at an item: somebody, or a name that the dictionary does not have. */
function subjectAt(frame: Frame, first: number, resources: QuotationResources): Found | null {
  const name = misreadName(frame, first);
  if (name !== null) return found(name);
  const subject = subjectsIn(frame, first - 1, Math.min(frame.length, first + 10), resources)[0];
  const near =
    subject !== undefined && frame.words[subject.at] !== W.COMMA && isNear(frame, first, subject.phrase.first);
  return near && (canSpeak(subject.phrase, "people") || subject.phrase.rank === "unknown")
    ? found(subject.phrase)
    : null;
}

/** Whether nothing but an adjective or what points at it stands before a phrase: 若い松木は. */
function isNear(frame: Frame, first: number, phrase: number): boolean {
  for (let at = first; at < phrase; at++)
    if (frame.words[at] !== W.ADJECTIVE && frame.words[at] !== W.DETERMINER && frame.words[at] !== W.PREFIX)
      return false;
  return true;
}

function onSameLine(frame: Frame, item: number): boolean {
  return item > 0 && !frame.text.slice(frame.ends[item - 1]!, frame.starts[item]!).includes("\n");
}
