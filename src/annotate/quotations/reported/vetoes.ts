import { isNominal, W } from "../../../words/word-class.ts";
import { reads, sentenceStart } from "../frame/frame.ts";
import { sourceIn } from "../speakers/agents.ts";
import { deems, holds, isBroken, isConditional, isJudgement, isNaming, isThoughtOf, saysWhen } from "./no-report.ts";
import type { Veto } from "./veto.ts";

const REPORTING: ReadonlySet<string | null> = new Set(["say", "ask", "write", "report", "judge", "emote"]);
/** So many items may stand between と and its verb. */
const FARTHEST = 12;

/** What keeps と from closing reported words: if one of the rows holds, nothing is reported. */
export const VETOES = [
  {
    name: "conditional",
    example: "雨が降ると道が混む。",
    when: isConditional,
  },
  {
    name: "no verb near",
    example: "「知らんけど」が流行語になるとはね。",
    when: (_frame, item, { item: verb, verbClass }) => verb < 0 || verbClass === null || verb - item > FARTHEST,
  },
  {
    name: "verb that reports nothing",
    example: "カレーは奥が深いと思う。",
    when: (frame, item, predicate, resources) =>
      !(REPORTING.has(predicate.verbClass) || isThoughtOf(frame, item, predicate, resources)) ||
      (predicate.verb === "ある" && sourceIn(frame, sentenceStart(frame, item), item, resources) === null),
  },
  {
    name: "とされる",
    example: "絶大な信頼を獲得したとされる。",
    when: (_frame, _item, { verb, passive }) => verb === "する" && passive,
  },
  {
    name: "する that holds no view",
    example: "兵が立ち上ろうとするのを止めた。",
    when: (frame, item, predicate, resources) => predicate.verb === "する" && !holds(frame, item, predicate, resources),
  },
  {
    name: "supposition",
    example: "仮に市が全額を負担したとする。",
    when: (frame, item, { verb }, { words }) =>
      verb === "する" &&
      reads(frame, item + 1, "する") &&
      words.supposing.some((written) => frame.text.startsWith(written, frame.starts[sentenceStart(frame, item)]!)),
  },
  {
    name: "みる that deems nothing",
    example: "三人は十代後半だとみられるという。",
    when: (frame, item, predicate) =>
      predicate.verb === "みる" && (predicate.item !== item + 1 || !deems(frame, predicate)),
  },
  {
    name: "brackets of their own",
    example: "夫は「甘すぎてあかん」などと言っていた。",
    when: (frame, item) => reads(frame, item - 1, "など") && frame.words[item - 2] === W.QUOTE,
  },
  {
    name: "とも",
    example: "この種の馬は種馬ともいう。",
    when: (frame, item) => reads(frame, item + 1, "も"),
  },
  {
    name: "adverb",
    example: "弓子はズバリと言った。",
    when: (frame, item) => frame.words[item - 1] === W.ADVERB,
  },
  {
    name: "cause of a feeling",
    example: "こんな扱いだとは何事かと、皆が驚いた。",
    when: (frame, item, { verbClass }) =>
      verbClass === "emote" &&
      (reads(frame, item + 1, "は") || reads(frame, item + 1, ",") || frame.words[item + 1] === W.COMMA),
  },
  {
    name: "name or label",
    example: "昔の暦は旧暦という。",
    when: (frame, item, predicate) => isNominal(frame.words[item - 1]!) && isNaming(frame, item, predicate),
  },
  {
    name: "somebody to talk with",
    example: "姉と話しているのを見られた。",
    when: (frame, item, { verb }, { words }) => isNominal(frame.words[item - 1]!) && words.talking.includes(verb ?? ""),
  },
  {
    name: "judgement of the writer",
    example: "対応は親切だとは言い難い。",
    when: (frame, _item, predicate, resources) => predicate.verb === "言う" && isJudgement(frame, predicate, resources),
  },
  {
    name: "とする before a noun",
    example: "弟子の研究を誇りだとしている位だった。",
    when: (frame, item, { item: verb, modified, verb: lemma }, { words }) =>
      verb === item + 1 &&
      modified >= 0 &&
      lemma === "する" &&
      !words.holdingOn.some((written) => frame.text.startsWith(written, frame.starts[item]!)),
  },
  {
    name: "と言う before a noun",
    example: "名作の舞台になったと言われる島へ渡った。",
    when: (frame, item, predicate, resources) =>
      predicate.item === item + 1 &&
      predicate.modified >= 0 &&
      predicate.verb === "言う" &&
      !saysWhen(frame, predicate, resources),
  },
  {
    name: "judgement of nobody",
    example: "来週には届くとみられる。",
    when: (_frame, _item, { passive, verbClass }) => passive && verbClass === "judge",
  },
  {
    // やっと, ちょっと read as a verb and と.
    name: "half an adverb",
    example: "弓子は笑顔をみせてやっと答えた。",
    when: (frame, item) => isBroken(frame, item - 1),
  },
] as const satisfies readonly Veto[];
