import { isDigit, isKanji, isLatin } from "../../../words/characters.ts";
import { isName, isNominal, W } from "../../../words/word-class.ts";
import { type Frame, reads, sentenceEnd } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import type { QuotationResources } from "../resources.ts";
import { judge } from "./judge-phrase.ts";

/** Marks around what is said of a name behind it: 田中さん（35）＝東京都＝. */
const ASIDES: readonly (readonly [open: string, close: string])[] = [
  ["(（", ")）"],
  ["[［〔", "]］〕"],
  ["＝=", "＝="],
];
const JOINTS = "・＝=-‐’'.&_";

/** Returns the noun phrase whose last word is a given item; null if there is none. */
export function nounPhraseBefore(frame: Frame, lastItem: number, resources: QuotationResources): NounPhrase | null {
  if (lastItem < 0) return null;
  const known = frame.phrases[lastItem];
  if (known !== undefined) return known;
  const phrase = phraseBefore(frame, lastItem, resources);
  frame.phrases[lastItem] = phrase;
  return phrase;
}

function phraseBefore(frame: Frame, lastItem: number, resources: QuotationResources): NounPhrase | null {
  const anchor = anchorBefore(frame, lastItem);
  if (anchor !== null) return anchor;
  const last = skipParenthesis(frame, lastItem);
  if (last >= 0 && reads(frame, last, "方") && frame.words[last] === W.FORMAL)
    return politePerson(frame, last, resources);
  if (last < 0 || !isNominal(frame.words[last]!)) return null;
  let first = last;
  while (first > 0 && !frame.begins[first] && joins(frame, first - 1)) first--;
  if (first === last) first = overMisreadName(frame, last, resources);
  const misread = first < last && !isNominal(frame.words[last - 1]!);
  const whole = first;
  while (first < last && !canBegin(frame, first)) {
    // A month that opens a name: 水無月ほたるさん.
    if (misread && frame.words[first] === W.TIME) break;
    first++;
  }
  // 三毛さん, きょう子氏: a number or a day before nothing but さん belongs to a name.
  if (first === last && first > whole && isPolite(frame, last, resources)) first = whole;
  return judge(frame, behindApposition(frame, first, last, resources), last, resources);
}

function isPolite(frame: Frame, item: number, { words }: QuotationResources): boolean {
  return frame.words[item] === W.SUFFIX && words.politeSuffix.some((word) => reads(frame, item, word));
}

/** 社長・岡崎忠彦, ワグネル創設者プリゴジン氏: the first item of the name behind what its bearer is. */
function behindApposition(frame: Frame, first: number, last: number, resources: QuotationResources): number {
  for (let item = last - 1; item >= first; item--) {
    const name = reads(frame, item + 1, "・") ? item + 2 : item + 1;
    if (name > last || frame.words[name] !== W.PERSON || frame.words[item] === W.PERSON) continue;
    const found = resources.headEndings.longest(frame.text, frame.ends[item]!, frame.starts[first]!);
    if (found === null || found.word.length < 2) continue;
    if (found.value === "title" || found.value === "person") return name;
  }
  return first;
}

/** 担当の方, 上の方: 方 behind の is somebody, unless a place or direction owns it. */
function politePerson(frame: Frame, last: number, resources: QuotationResources): NounPhrase | null {
  if (!reads(frame, last - 1, "の")) return null;
  const owner = nounPhraseBefore(frame, last - 2, resources);
  if (owner === null || frame.words[last - 2] === W.PLACE || frame.words[last - 2] === W.TIME) return null;
  const [start, end] = [frame.starts[last]!, frame.ends[last]!];
  return { first: last, last, start, end, nameStart: start, nameEnd: end, rank: "people", proper: false };
}

/** 水無月ほたるさん: a name in kana before さん that the dictionary reads as other words. */
function overMisreadName(frame: Frame, last: number, { words }: QuotationResources): number {
  if (frame.words[last] !== W.SUFFIX || !words.politeSuffix.some((word) => reads(frame, last, word))) return last;
  let first = last;
  while (first > 0 && last - first < 7 && !frame.begins[first] && isKana(frame, first - 1)) first--;
  if (first === last) return last;
  while (
    first > 0 &&
    !frame.begins[first] &&
    isNominal(frame.words[first - 1]!) &&
    frame.ends[first - 1] === frame.starts[first]
  )
    first--;
  return first;
}

function isKana(frame: Frame, item: number): boolean {
  const word = frame.words[item]!;
  if (word >= W.CASE || word === W.DETERMINER) {
    if (word !== W.INTERJECTION && word !== W.STATE) return false;
  }
  for (let at = frame.starts[item]!; at < frame.ends[item]!; at++) {
    const code = frame.text.charCodeAt(at);
    if (code < 0x3041 || code > 0x30ff) return false;
  }
  return true;
}

/** >>12: the comment of that number speaks. */
function anchorBefore(frame: Frame, last: number): NounPhrase | null {
  const number = reads(frame, last, "さん") ? last - 1 : last;
  const end = frame.ends[last]!;
  const digits = frame.text.charCodeAt(frame.starts[number] ?? 0);
  if (!(isDigit(digits) || (digits >= 0xff10 && digits <= 0xff19))) return null;
  let first = number;
  while (first > 0 && number - first < 3 && ">＞".includes(frame.text[frame.starts[first - 1]!]!)) first--;
  const start = frame.starts[first]!;
  const marks = frame.text.slice(start, frame.starts[number]!);
  if (!/^[>＞]{2}/u.test(marks)) return null;
  return { first, last, start, end, nameStart: start, nameEnd: end, rank: "comment", proper: true };
}

/** Returns the noun phrase that begins at an item; null if there is none. */
export function nounPhraseAfter(frame: Frame, firstItem: number, resources: QuotationResources): NounPhrase | null {
  if (firstItem >= frame.length || !isNominal(frame.words[firstItem]!)) return null;
  let last = firstItem;
  while (last + 1 < frame.length && !frame.begins[last + 1] && joins(frame, last)) last++;
  while (last > firstItem && !isNominal(frame.words[last]!)) last--;
  let first = firstItem;
  while (first < last && !canBegin(frame, first)) first++;
  return judge(frame, first, last, resources);
}

/** Whether an item and the next one belong to one compound. */
function joins(frame: Frame, item: number): boolean {
  const { words, starts, ends, text } = frame;
  const [left, right] = [words[item]!, words[item + 1]!];
  const gap = starts[item + 1]! - ends[item]!;
  if (gap > 0) return gap === 1 && isLatinAt(text, ends[item]! - 1) && isLatinAt(text, starts[item + 1]!);
  if (isNominal(left) && isNominal(right)) return !(left === W.TIME && isName(right));
  if (left === W.SYMBOL || right === W.SYMBOL) {
    const symbol = left === W.SYMBOL ? item : item + 1;
    return JOINTS.includes(text[starts[symbol]!]!) && ends[symbol]! - starts[symbol]! === 1;
  }
  // A character of a name that the dictionary takes for an adjective's stem: 陳偉明.
  if (isNominal(left) && right === W.ADJECTIVE)
    return isBareKanji(frame, item + 1) && isNominal(words[item + 2] ?? W.OTHER);
  if (left === W.ADJECTIVE && isNominal(right)) return isBareKanji(frame, item) && isName(words[item - 1] ?? W.OTHER);
  return false;
}

function isLatinAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLatin(code) || (code >= 0xc0 && code <= 0x24f) || code === 0x2e;
}

function isBareKanji(frame: Frame, item: number): boolean {
  const code = frame.text.charCodeAt(frame.starts[item]!);
  return frame.ends[item]! - frame.starts[item]! === 1 && isKanji(code);
}

/** A phrase does not begin with a time, a counted number, a suffix or a joint: 3月 | 報道官. */
function canBegin(frame: Frame, item: number): boolean {
  const word = frame.words[item]!;
  if (word === W.TIME || word === W.SUFFIX || word === W.SYMBOL || word === W.ADJECTIVE) return false;
  if (word !== W.NUMBER) return true;
  let next = item + 1;
  while (frame.words[next] === W.NUMBER) next++;
  if (frame.words[next] !== W.SUFFIX && frame.words[next] !== W.TIME) return true;
  // 一人, 70代の女性: a number and its counter alone are a phrase; 3月|大統領 are two.
  return !isNominal(frame.words[next + 1] ?? W.OTHER) || frame.starts[next + 1]! > frame.ends[next]!;
}

/** Returns the item before what is said in parentheses after a name: カリモフ氏(45), 田中さん（35）＝東京都＝. */
function skipParenthesis(frame: Frame, item: number): number {
  if (item < 0) return item;
  const word = frame.words[item];
  if (word !== W.SYMBOL && word !== W.CLOSE) return item;
  const pair = ASIDES.find(([, close]) => isParenthesis(frame, item, close));
  if (pair === undefined) return item;
  for (let at = item - 1; at >= 0 && item - at < 12 && !frame.begins[at + 1]; at--) {
    if (isParenthesis(frame, at, pair[0])) return skipParenthesis(frame, at - 1);
  }
  return -1;
}

/** Whether an item is, or begins with, one of some marks. */
export function isParenthesis(frame: Frame, item: number, marks: string): boolean {
  const word = frame.words[item];
  return (word === W.SYMBOL || word === W.OPEN || word === W.CLOSE) && marks.includes(frame.text[frame.starts[item]!]!);
}

/**
 * Returns a phrase as the text names somebody: a common noun with its の-phrases and what points at it (この会社の後輩),
 * a name alone (村瀬社長, not 同社の村瀬社長), and whoever is named beside it (村瀬社長と原氏).
 */
export function withGenitive(frame: Frame, phrase: NounPhrase, resources: QuotationResources): NounPhrase {
  const owned = ownersBefore(frame, phrase, resources);
  const other = besideIt(frame, owned, phrase, resources);
  if (other !== null) return from(frame, phrase, withGenitive(frame, other, resources).first);
  if (phrase.proper && !isSome(frame, phrase, owned, resources)) return phrase;
  return from(frame, phrase, pointedAt(frame, owned, resources));
}

function from(frame: Frame, phrase: NounPhrase, first: number): NounPhrase {
  if (first === phrase.first) return phrase;
  const start = frame.starts[first]!;
  return { ...phrase, first, start, nameStart: phrase.proper ? phrase.nameStart : start };
}

/** First item of the の-phrases before a phrase. */
function ownersBefore(frame: Frame, phrase: NounPhrase, resources: QuotationResources): number {
  let { first } = phrase;
  for (let links = 0; links < 4 && first >= 2 && !frame.begins[first]; links++) {
    if (!reads(frame, first - 1, "の") || frame.begins[first - 1]) break;
    const owner = nounPhraseBefore(frame, first - 2, resources);
    if (owner === null) break;
    first = owner.first;
    // 2年前の協定
    while (first > 0 && !frame.begins[first] && isCounted(frame.words[first - 1]!)) first--;
  }
  return first;
}

const isCounted = (word: number) => word === W.NUMBER || word === W.SUFFIX;

/** 一部の欧州メディア: how many of a group belongs to it. */
function isSome(frame: Frame, { rank, first }: NounPhrase, owned: number, { words }: QuotationResources): boolean {
  return rank === "group" && owned < first && words.quantities.some((word) => reads(frame, owned, word));
}

/** この店の亭主, ある画家, 若い役員: the item of what points at a common noun, right before it. */
function pointedAt(frame: Frame, first: number, { words }: QuotationResources): number {
  if (first < 1 || frame.begins[first]) return first;
  const before = first - 1;
  if (frame.words[before] === W.DETERMINER)
    return words.determiners.some((word) => reads(frame, before, word)) ? before : first;
  const alone = frame.begins[before] || frame.words[before - 1] === W.COMMA || frame.words[before - 1] === W.QUOTING;
  return frame.words[before] === W.ADJECTIVE && alone && frame.text[frame.ends[before]! - 1] === "い" ? before : first;
}

/** The phrase that と or や ties to the one that begins at an item, if both can speak. */
function besideIt(frame: Frame, first: number, phrase: NounPhrase, resources: QuotationResources): NounPhrase | null {
  if (first < 2 || frame.begins[first] || !canSpeak(phrase, "noun")) return null;
  const and = reads(frame, first - 1, "と") && frame.words[first - 1] !== W.QUOTING;
  if (!and && !reads(frame, first - 1, "や") && !reads(frame, first - 1, "および") && !reads(frame, first - 1, "及び"))
    return null;
  const other = nounPhraseBefore(frame, first - 2, resources);
  return other !== null && canSpeak(other, canSpeak(phrase, "group") ? "place" : "fragment") ? other : null;
}

/** The last noun phrase of a sentence that can speak: …キム・ヘジン監督。 */
export function lastPhrase(frame: Frame, from: number, resources: QuotationResources): NounPhrase | null {
  for (let item = sentenceEnd(frame, from) - 1; item >= from; item--) {
    if (!isNominal(frame.words[item]!)) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase === null) continue;
    // 例の婆さんの声である
    const voice =
      resources.voices.has(frame.text.slice(phrase.start, phrase.end)) && reads(frame, phrase.first - 1, "の");
    if (!voice && canSpeak(phrase, "noun")) return withGenitive(frame, phrase, resources);
  }
  return null;
}
