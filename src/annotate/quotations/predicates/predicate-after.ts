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
  if (stopsAt(frame, quote + 1)) return { ...NONE, tie: "stop", from: quote + 1 };
  if (sentenceLike && opensSentence(frame, quote)) return { ...NONE, tie: "stop", from: quote + 1 };
  const holding =
    resources.behind.holding.at(text, at) !== undefined || (sentenceLike && text.startsWith("として", at));
  if (holding) {
    // 「…」として責められた: the subject is who is blamed.
    const passive = text.startsWith("として", at) && verbPredicate(frame, quote + 2, "to", resources).passive;
    const item = quote + 1;
    return { ...NONE, tie: "to", verb: "する", verbClass: "say", passive, from: item, item, after: item + 1 };
  }
  const defining = resources.behind.defining.at(text, at);
  if (defining !== undefined) {
    const said = defining === "とは" ? saidBy(frame, quote, resources) : null;
    if (said !== null || isDefined(frame, quote, defining, resources)) return said ?? NONE;
  }
  const written = resources.behind.ties.at(text, at);
  const tie = written === undefined ? undefined : resources.ties.get(written);
  if (written === undefined || tie === undefined || tie === "none")
    return (
      (tie === undefined ? uttered(frame, quote, at, resources) : null) ??
      (sentenceLike ? objectOf(frame, quote, resources) : null) ??
      bareNoun(frame, quote, resources)
    );
  let from = quote + 1;
  while (from < frame.length && frame.starts[from]! < at + written.length) from++;
  // 「シフトくん」ってサイトが: a name and what has it.
  if (tie === "tte" && isNamed(frame, from, resources)) return NONE;
  if (tie === "noun") return nounPredicate(frame, sentenceLike, from, written, resources);
  return verbPredicate(frame, from, tie, resources);
}

/** Whether って stands for という before a noun that is not somebody's words. */
function isNamed(frame: Frame, from: number, { voices }: QuotationResources): boolean {
  if (!isNominal(frame.words[from] ?? W.OTHER) || frame.words[from] === W.PRONOUN) return false;
  let last = from;
  while (isNominal(frame.words[last + 1] ?? W.OTHER)) last++;
  const noun = frame.text.slice(frame.starts[from]!, frame.ends[last]!);
  if (voices.has(noun) || frame.words[last] === W.TIME || frame.words[last] === W.ACTION) return false;
  return NAMED_BY.some((particle) => reads(frame, last + 1, particle)) && !hasReport(frame, last + 2);
}

const NAMED_BY = ["が", "は", "を", "も"];

/** Whether 言 follows before the clause is over: 「もう無理」って店長が言ってた. */
function hasReport(frame: Frame, from: number): boolean {
  for (let item = from; item < frame.length && !frame.begins[item] && item < from + 8; item++)
    if (frame.words[item] === W.COMMA) return false;
    else if (frame.words[item] === W.VERB || frame.words[item] === W.ACTION)
      return "言云いゆ話書叫聞騒怒".includes(frame.text[frame.starts[item]!]!);
  return false;
}

/** Whether nothing of a quote's sentence stands at the item behind it. */
function stopsAt(frame: Frame, item: number): boolean {
  if (item >= frame.length || frame.begins[item] === 1) return true;
  const word = frame.words[item];
  return word === W.PERIOD || (word === W.SYMBOL && "―—─–".includes(frame.text[frame.starts[item]!]!));
}

/** 「もう帰ろうよ。」少年は空を見た: as in stories, a sentence begins right behind the words of a line. */
function opensSentence(frame: Frame, quote: number): boolean {
  if (frame.begins[quote] !== 1) return false;
  const { start, end } = frame.brackets[-1 - frame.rows[quote]!]!;
  if (end - start < 12 && !"。!！?？…―".includes(frame.text[end - 1]!)) return false;
  const word = frame.words[quote + 1]!;
  const may = isNominal(word) || word === W.ADVERB || word === W.DETERMINER || word === W.CONJUNCTION;
  if (!may || frame.starts[quote + 1] !== frame.ends[quote]) return false;
  let next = quote + 1;
  while (isNominal(frame.words[next] ?? W.OTHER)) next++;
  return (
    frame.words[next] === W.TOPIC ||
    frame.words[next] === W.VERB ||
    word === W.DETERMINER ||
    word === W.ADVERB ||
    word === W.CONJUNCTION ||
    reads(frame, next, "が") ||
    reads(frame, next, "の")
  );
}

/** 「春」といえば only names a theme; 客が「高い」と言えば reports, behind a subject. */
function isDefined(frame: Frame, quote: number, defining: string, { words }: QuotationResources): boolean {
  if (defining === "とある") return false;
  const conditional = ["が", "は", "も", "に"].some((written) => reads(frame, quote - 1, written));
  return !(conditional && words.ifSaid.includes(defining));
}

/** プーチンの「…」発言: the noun follows at once. */
function uttered(frame: Frame, quote: number, at: number, { words }: QuotationResources): Predicate | null {
  const item = quote + 1;
  if (!isNominal(frame.words[item]!) || frame.starts[item] !== at) return null;
  const noun = frame.text.slice(at, frame.ends[item]!);
  if (!words.uttered.includes(noun)) return null;
  return { ...NONE, tie: "noun", verb: verbOf(noun), verbClass: "say", item, after: item + 1, from: item };
}

/** 「値上げ反対」を訴えた: the words are the object of a verb that utters them. */
function objectOf(frame: Frame, quote: number, resources: QuotationResources): Predicate | null {
  if (!reads(frame, quote + 1, "を")) return null;
  const predicate = verbPredicate(frame, quote + 2, "none", resources);
  return resources.words.claims.includes(predicate.verb ?? "") && predicate.item - quote <= 4 ? predicate : null;
}

const verbOf = (noun: string) => (noun === "発言" ? "発言する" : noun);

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
function bareNoun(frame: Frame, quote: number, resources: QuotationResources): Predicate {
  if (!["が", "は", "も", "の"].some((particle) => reads(frame, quote + 1, particle))) return NONE;
  for (let item = quote + 2; item < Math.min(frame.length, quote + 8) && !frame.begins[item]; item++) {
    const surface = resources.words.saying.find((noun) => frame.text.startsWith(noun, frame.starts[item]!));
    if (surface !== undefined) return { ...NONE, verb: surface, verbClass: "say", item, from: quote + 1 };
  }
  return NONE;
}

function nounPredicate(
  frame: Frame,
  sentenceLike: boolean,
  from: number,
  tie: string,
  resources: QuotationResources,
): Predicate {
  // という。 ends a report; といった。 likewise.
  if (isOver(frame, from)) {
    const verb = tie.endsWith("という") || tie.endsWith("っていう") ? "言う" : null;
    return { ...NONE, tie: "to", verb, verbClass: "say", from };
  }
  const voiced = voiceFrom(frame, from, resources);
  if (voiced !== null) return voiced;
  // 「日本も核を持て」という人: who says so is the noun itself.
  if (sentenceLike && tie !== "との" && saysSo(frame, from, tie === "とする", resources)) {
    return { ...NONE, tie: "to", verb: "言う", verbClass: "say", modified: from, from, item: from, after: from };
  }
  // との with こと: hearsay.
  if (reads(frame, from, "こと") && tie === "との") return { ...NONE, tie: "to", verb: null, verbClass: "say", from };
  return { ...NONE, tie: "none", from };
}

function isOver(frame: Frame, item: number): boolean {
  const word = frame.words[item];
  return word === undefined || frame.begins[item] === 1 || word === W.PERIOD || word === W.COMMA;
}

/** という声, との見方: the noun for somebody's words behind a tie. */
function voiceFrom(frame: Frame, from: number, resources: QuotationResources): Predicate | null {
  const { voices, verbs } = resources;
  for (let item = from; item < Math.min(frame.length, from + 8) && !frame.begins[item]; item++) {
    const word = frame.words[item]!;
    if (word === W.COMMA || word === W.TOPIC) return null;
    if (word === W.VERB && verbs.get(lemmaOf(frame, item)) === "say") return null;
    if (!isNominal(word) || isNominal(frame.words[item + 1] ?? W.OTHER)) continue;
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    if (!voices.has(noun)) continue;
    const shown = isShown(frame, item + 1, resources);
    return { ...NONE, tie: "noun", verb: verbOf(noun), verbClass: "say", item, after: item + 1, from, shown };
  }
  return null;
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
