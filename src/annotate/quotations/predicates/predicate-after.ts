import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseAfter } from "../phrases/noun-phrase.ts";
import type { QuotationResources } from "../resources.ts";
import { NONE, type Predicate, verbPredicate } from "./verb-predicate.ts";

/** Returns what reports the quote that is item `quote`. */
export function predicateAfter(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Predicate {
  const { text } = frame;
  let at = frame.ends[quote]!;
  while (text[at] === " " || text[at] === "　") at++;
  const stops =
    quote + 1 >= frame.length ||
    frame.words[quote + 1] === W.PERIOD ||
    frame.begins[quote + 1] === 1 ||
    (frame.words[quote + 1] === W.SYMBOL && "―—─–".includes(text[frame.starts[quote + 1]!]!));
  if (stops) return { ...NONE, tie: "stop", from: quote + 1 };
  const holding =
    resources.behind.holding.at(text, at) !== undefined || (sentenceLike && text.startsWith("として", at));
  if (holding)
    return { ...NONE, tie: "to", verb: "する", verbClass: "say", from: quote + 1, item: quote + 1, after: quote + 2 };
  // 客が「高い」と言えば: behind a subject it reports, while 「春」といえば only names a theme.
  const conditional = ["が", "は", "も", "に"].some((written) => reads(frame, quote - 1, written));
  const defining = resources.behind.defining.at(text, at);
  if (defining === "とは") {
    const said = saidBy(frame, quote, resources);
    if (said !== null) return said;
  }
  if (defining !== undefined && defining !== "とある" && !(conditional && resources.words.ifSaid.includes(defining)))
    return NONE;
  const written = resources.behind.ties.at(text, at);
  const tie = written === undefined ? undefined : resources.ties.get(written);
  if (tie === undefined && isNominal(frame.words[quote + 1]!) && frame.starts[quote + 1] === at) {
    // プーチンの「…」発言: the noun follows at once.
    const noun = frame.text.slice(frame.starts[quote + 1]!, frame.ends[quote + 1]!);
    if (resources.words.uttered.includes(noun))
      return {
        ...NONE,
        tie: "noun",
        verb: noun === "発言" ? "発言する" : noun,
        verbClass: "say",
        item: quote + 1,
        after: quote + 2,
        from: quote + 1,
      };
  }
  if (written === undefined || tie === undefined || tie === "none") {
    return { ...NONE, ...bareNoun(frame, quote, resources) };
  }
  let from = quote + 1;
  while (from < frame.length && frame.starts[from]! < at + written.length) from++;
  if (tie === "noun") return nounPredicate(frame, sentenceLike, from, written, resources);
  return verbPredicate(frame, from, tie, resources);
}

/** 「…」とは、会長の弁。 */
function saidBy(frame: Frame, quote: number, { words }: QuotationResources): Predicate | null {
  for (let item = quote + 3; item < frame.length && !frame.begins[item]; item++) {
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    if (words.spoken.includes(noun) && reads(frame, item - 1, "の"))
      return { ...NONE, tie: "noun", verb: noun, verbClass: "say", item, after: item + 1, from: quote + 2 };
  }
  return null;
}

/** …が祖父の口癖だった, …は社長の弁: the noun says that it was spoken. */
function bareNoun(frame: Frame, quote: number, resources: QuotationResources): Partial<Predicate> {
  if (!["が", "は", "も", "の"].some((particle) => reads(frame, quote + 1, particle))) return {};
  for (let item = quote + 2; item < Math.min(frame.length, quote + 8) && !frame.begins[item]; item++) {
    const surface = resources.words.saying.find((noun) => frame.text.startsWith(noun, frame.starts[item]!));
    if (surface !== undefined) return { verb: surface, verbClass: "say", item, from: quote + 1 };
  }
  return {};
}

function nounPredicate(
  frame: Frame,
  sentenceLike: boolean,
  from: number,
  tie: string,
  resources: QuotationResources,
): Predicate {
  const { voices, verbs } = resources;
  // という。 ends a report; といった。 likewise.
  if (from >= frame.length || frame.begins[from] || frame.words[from] === W.PERIOD || frame.words[from] === W.COMMA) {
    return {
      ...NONE,
      tie: "to",
      verb: tie.endsWith("という") || tie.endsWith("っていう") ? "言う" : null,
      verbClass: "say",
      from,
    };
  }
  for (let item = from; item < Math.min(frame.length, from + 8) && !frame.begins[item]; item++) {
    const word = frame.words[item]!;
    if (word === W.COMMA || word === W.TOPIC) break;
    const surface = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    const nounEnds = isNominal(word) && !isNominal(frame.words[item + 1] ?? W.OTHER);
    if (nounEnds && voices.has(surface)) {
      return {
        ...NONE,
        tie: "noun",
        verb: surface === "発言" ? "発言する" : surface,
        verbClass: "say",
        item,
        after: item + 1,
        from,
        shown: isShown(frame, item + 1, resources),
      };
    }
    if (word === W.VERB && verbs.get(lemmaOf(frame, item)) === "say") break;
  }
  // 「日本も核を持て」という人: who says so is the noun itself.
  if (sentenceLike && tie !== "との" && saysSo(frame, from, tie === "とする", resources)) {
    return { ...NONE, tie: "to", verb: "言う", verbClass: "say", modified: from, from, item: from, after: from };
  }
  // との with こと: hearsay.
  if (reads(frame, from, "こと") && tie === "との") return { ...NONE, tie: "to", verb: null, verbClass: "say", from };
  return { ...NONE, tie: "none", from };
}

/** …とする goes before groups too: 「…」とする鉄道会社. */
function saysSo(frame: Frame, from: number, groups: boolean, resources: QuotationResources): boolean {
  const phrase = nounPhraseAfter(frame, from, resources);
  return phrase !== null && canSpeak(phrase, groups ? "group" : "people");
}

function isShown(frame: Frame, from: number, resources: QuotationResources): boolean {
  // 町は「…」との考えだ。
  const end = reads(frame, from, "だ") || reads(frame, from, "です") ? from + 1 : from;
  if (end >= frame.length || frame.begins[end] || frame.words[end] === W.PERIOD) return true;
  for (let item = from; item < Math.min(frame.length, from + 5) && !frame.begins[item]; item++) {
    const word = frame.words[item]!;
    if (word === W.COMMA || word === W.TOPIC || reads(frame, item, "が")) return false;
    if (word !== W.VERB && word !== W.ACTION && word !== W.STATE) continue;
    let passive = false;
    for (let at = item + 1; at < Math.min(frame.length, item + 4); at++)
      passive ||= frame.words[at] === W.DEPENDENT && ["れる", "られる"].includes(lemmaOf(frame, at));
    return !passive && resources.words.uttering.includes(lemmaOf(frame, item));
  }
  return false;
}
