import { QUOTATION_KINDS, type QuotationKind } from "../../model/layers.ts";
import { isNominal, W } from "../../words/word-class.ts";
import type { Speaker } from "./find-speaker.ts";
import { type Frame, lemmaOf, reads, sentenceEnd, sentenceStart } from "./frame.ts";
import type { Glance } from "./lay-out.ts";
import { nounPhraseBefore } from "./noun-phrase.ts";
import type { Quote } from "./quote.ts";
import { canSpeak } from "./rank.ts";
import type { QuotationResources } from "./resources.ts";

/** The kind of a bracket, how sure, and what spoke for it. */
export interface KindChoice {
  readonly kind: QuotationKind;
  readonly confidence: number;
  readonly by: string;
}

const CASUAL =
  /(?:[よだ]な|よね|だろ|だよ|わ|草|[wｗ]+|笑|んだが|けど|かよ|じゃん|なよ|なあ|なぁ|もん|ぞ|ぜ|かな|やん|やろ|って|とは|のに|くせに|っけ|不思議|てほしい|だね|よ|[^い]な|ね|じゃね|とさ|だか)[。、…!！?？]*$|[?？!！…][。]*$/u;
const FORMAL = /(?:した|れた|いる|する|った|れる|である|いう|みられる|いた|んだ|けた|めた|げた|せた)。?$/u;

/** Rules for a speaker that by themselves speak for speech. */
const SPOKEN_BY = new Set([
  "label",
  "name in parentheses",
  "next sentence",
  "theme of the next sentence",
  "source",
  "owner of the noun",
  "owner",
  "end of the sentence",
]);

/** Chooses the kind of a bracket by adding up what its inside and its surroundings speak for. */
export function chooseKind(
  { frame, item: quote, bracket, predicate, sentenceLike, resources }: Quote,
  speaker: Speaker | null,
): KindChoice {
  const scores: Record<QuotationKind, number> = { speech: 0, title: 0, term: 1, scare: 0.4 };
  const reasons: Record<QuotationKind, string> = { speech: "sentence", title: "marks", term: "noun", scare: "tone" };
  const add = (kind: QuotationKind, weight: number, reason: string): void => {
    scores[kind] += weight;
    if (weight >= 2) reasons[kind] = reason;
  };
  const { text } = frame;
  const sentence = text
    .slice(frame.starts[sentenceStart(frame, quote)]!, frame.ends[sentenceEnd(frame, quote) - 1]!)
    .trimEnd();
  const length = bracket.end - bracket.start;
  const { verb, verbClass, tie } = predicate;
  if (sentenceLike) add("speech", 2.4, "sentence");
  else {
    scores.speech -= 0.8;
    if (length > 8) scores.term += 0.4;
    if (CASUAL.test(sentence.slice(-10)) && !FORMAL.test(sentence.slice(-6))) scores.scare += 1.5;
  }
  if (reads(frame, quote + 1, "は") && frame.begins[quote] === 1 && tie === "none") {
    if (DEFINED_WORK.test(sentence)) add("title", 5, "…は and what work it is");
    else if (DEFINED.test(sentence)) add("term", 2, "…は and what it is");
  }
  // 「自分ファースト」な知事
  if (!sentenceLike && tie === "none" && /^な[一-龠ァ-ヶ]/u.test(text.slice(bracket.close, bracket.close + 2)))
    add("scare", 1.2, "な after");
  if (length > 24) scores.speech += 0.8;
  // 「強調した」もないでしょう: a reporting verb alone is a word taken up, nobody's sentence.
  const bare = /^(.{2,4})し(?:た|ている|ました)$/u.exec(text.slice(bracket.start, bracket.end))?.[1];
  if (bare !== undefined && tie === "none" && speaker === null && resources.verbs.has(`${bare}する`))
    add("scare", 3, "reporting verb alone");
  // A line of its own, longer than a name or with a comma in it, is a line of dialogue.
  const alone = tie === "stop" && frame.begins[quote] === 1;
  const worded = alone && /[、。!！?？…]/u.test(text.slice(bracket.start, bracket.end));
  if (alone && !sentenceLike && (worded || length >= 14)) add("speech", worded ? 3.4 : 2.6, "a line of its own");
  if (verbClass === "name") {
    const titled = verb === "題する";
    add(
      titled ? "title" : "term",
      sentenceLike && (verb === "称する" || verb === "謳う") ? 1 : 3.2 + (titled ? 1 : 0),
      `…と${verb}`,
    );
  } else if (tie === "noun")
    // 「お客様は神様です」という言葉は
    add("speech", verb === null ? 0 : verb === "言葉" && speaker === null ? 1 : 4, `…という${verb}`);
  else if (verb === "言う" && !sentenceLike && speaker === null && !predicate.passive && tie === "tte")
    // 「車離れ」とか言うけど
    add("speech", 1, "とか言う");
  else if (verb !== null && verbClass !== null)
    add(
      "speech",
      verb === "する"
        ? speaker !== null && canSpeak(speaker.phrase, "document")
          ? 3.2
          : 2
        : verbClass === "judge" && !sentenceLike
          ? 2.5
          : 4,
      `…と${verb}`,
    );
  else if (tie === "to" || tie === "tte")
    add(
      "speech",
      verb === null
        ? sentenceLike
          ? 1.2
          : speaker !== null && canSpeak(speaker.phrase, "people")
            ? 3.2
            : 0
        : sentenceLike || (speaker !== null && canSpeak(speaker.phrase, "people"))
          ? 2
          : speaker !== null &&
              canSpeak(speaker.phrase, "document") &&
              verb.endsWith("する") &&
              !reads(frame, quote - 1, "を")
            ? 2.6
            : 1,
      `…と${verb ?? ""}`,
    );
  if (speaker !== null && SPOKEN_BY.has(speaker.by)) {
    add(
      "speech",
      speaker.by === "owner" ? (tie === "noun" ? 2 : 1) : speaker.by === "theme of the next sentence" ? 1.5 : 3.4,
      speaker.by,
    );
  }
  if (bracket.mark === "『" && bracket.parent === null && tie !== "to" && !worded && speaker?.by !== "label")
    add("title", 3.2, "marks 『』");
  if (!sentenceLike && /[A-Za-z0-9]/.test(text[bracket.start]!)) scores.title += 0.6;
  if (resources.sayings.has(text.slice(bracket.start, bracket.end))) {
    add("term", 5, "saying");
    if (speaker?.by !== "label") scores.speech -= 3;
  }
  // 彫刻作品を「彫塑」とも言う
  if (!sentenceLike && verb === "言う" && reads(frame, quote - 1, "を")) add("term", 4, "を…と言う");
  if (!sentenceLike && reads(frame, quote + 1, "を") && isRead(frame, quote + 2, resources))
    add("title", 2.2, "を and a verb of reading");
  if (lineBegins(text, bracket.open, ">＞")) add("speech", 3, "quoted line");
  const before = resources.before.longest(text, frame.starts[quote]!, 0);
  // 例の is none in 恒例の.
  const whole = before !== null && beginsWord(frame, quote, frame.starts[quote]! - before.word.length);
  for (const { kind, weight } of whole ? before.value : [])
    add(kind, sentenceLike && kind === "scare" ? weight * 0.6 : weight, `${before!.word} before`);
  // Behind a verb that reports, what follows belongs to the verb.
  const reported =
    verbClass !== null &&
    verbClass !== "name" &&
    (tie === "to" || (tie === "noun" && ["などの", "とは"].some((tied) => text.startsWith(tied, frame.ends[quote]))));
  const after = reported ? null : resources.after.longest(text, frame.ends[quote]!, text.length);
  for (const { kind, weight } of after?.value ?? []) add(kind, weight, `${after!.word} after`);
  if (frame.words[quote - 1] === W.GENITIVE && !sentenceLike) {
    const owner = nounPhraseBefore(frame, quote - 2, resources);
    const anchor = owner !== null && ">＞".includes(text[owner.start]!);
    if (anchor) add("speech", 4, "comment before");
    else if (owner !== null && canSpeak(owner, "people")) add("scare", 2, "owner before");
  }
  // 長い sentences without a tie in a comment are mostly somebody's words, short nouns with a verb of seeming are not.
  if (reads(frame, quote + 1, "の") && sentenceLike) scores.speech += 0.3;
  let first: QuotationKind = "speech";
  for (const kind of QUOTATION_KINDS) if (scores[kind] > scores[first]) first = kind;
  let second = -Infinity;
  for (const kind of QUOTATION_KINDS) if (kind !== first && scores[kind] > second) second = scores[kind];
  const margin = scores[first] - second;
  return {
    kind: first,
    confidence: Math.round((1 / (1 + Math.exp(-0.4 - margin * 0.8))) * 100) / 100,
    by: reasons[first],
  };
}

function beginsWord(frame: Frame, quote: number, at: number): boolean {
  let item = quote - 1;
  while (item > 0 && frame.starts[item]! > at) item--;
  return frame.starts[item] === at || !/[\u4e00-\u9fff]{2}/u.test(frame.text.slice(at - 1, at + 1));
}

/** 「…」を三回見た */
function isRead(frame: Frame, from: number, resources: QuotationResources): boolean {
  for (let item = from; item < Math.min(frame.length, from + 4) && !frame.begins[item]; item++) {
    if (resources.words.reading.includes(lemmaOf(frame, item)) && frame.words[item] !== W.SYMBOL) return true;
    if (frame.words[item] === W.COMMA || frame.words[item] === W.VERB) return false;
  }
  return false;
}

function lineBegins(text: string, at: number, marks: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at).trimEnd();
  return before !== "" && marks.includes(before.at(-1)!);
}

const DEFINED_WORK =
  /(?:アルバム|シングル|楽曲|番組|映画|小説|漫画|ゲーム|ドラマ|アニメ|作品|絵本|著書|[^局]曲|舞台|ミュージカル|雑誌|論文|エッセイ)(?:である|だった|であった|です|でした|だ)?。?$/u;
const DEFINED = /(?:である|であった|のこと|を指す|をいう|を意味する)。?$/u;

/** Tells whether the words between brackets end like a sentence rather than like a name. */
export function isSentenceLike(inside: Glance): boolean {
  let last = inside.length - 1;
  if (last < 0) return false;
  const final = inside.text.slice(inside.starts[last]!, inside.ends[last]!);
  if (/[?？。…]$/.test(final)) return last > 0;
  // ありがとう!! is said, OZZY!! is a name.
  if (/[!！]$/.test(final))
    return last > 0 && !isNominal(inside.words[last - 1]!) && inside.words[last - 1] !== W.ALPHABET;
  if (inside.words[last] === W.SYMBOL || inside.words[last] === W.COMMA) last--;
  const word = inside.words[last];
  if (word === undefined) return false;
  if (isClausal(inside, last)) return true;
  for (let item = 1; item <= last; item++)
    if (inside.begins[item] && (inside.words[item - 1] === W.PERIOD || !isNominal(word))) return true;
  // 「釣る」: a verb by itself is a word.
  if (word === W.VERB)
    return (
      (last > 0 && inside.tokens.feature(inside.rows[last]!).includes("基本形")) ||
      inside.tokens.feature(inside.rows[last]!).includes("命令")
    );

  return (
    word === W.AUXILIARY ||
    word === W.DEPENDENT ||
    word === W.FINAL ||
    (word === W.ADJECTIVE && !/連用/.test(inside.tokens.feature(inside.rows[last]!))) ||
    (word === W.PARTICLE && last > 0) ||
    // 聞いてどうなさるの
    (word === W.FORMAL && final === "の" && !isNominal(inside.words[last - 1] ?? W.NOUN)) ||
    word === W.INTERJECTION ||
    word === W.JOINING ||
    word === W.TOPIC
  );
}

/** 来期は黒字, 関税を上げれば解決: a topic or condition before the noun that ends it. */
function isClausal(inside: Glance, last: number): boolean {
  if (!isNominal(inside.words[last]!)) return false;
  for (let item = 1; item < last; item++) {
    const word = inside.words[item]!;
    const written = inside.text.slice(inside.starts[item]!, inside.ends[item]!);
    if (word === W.TOPIC && written === "は" && isNominal(inside.words[item - 1]!) && last - item <= 4) return true;
    if (word === W.JOINING && (written === "ば" || written === "たら")) return true;
  }
  return false;
}
