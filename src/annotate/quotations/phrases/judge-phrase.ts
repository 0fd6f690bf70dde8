import { isKanji } from "../../../words/characters.ts";
import { isName, isVerbal, W } from "../../../words/word-class.ts";
import type { Found, WordTree } from "../../../words/word-tree.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak, higherRank, type Rank } from "../frame/rank.ts";
import type { HeadClass, QuotationResources } from "../resources.ts";

/** Returns the phrase of the items `[first, last]`: how well it names somebody who speaks, and where the name without title ends. */
export function judge(frame: Frame, first: number, last: number, resources: QuotationResources): NounPhrase {
  const start = frame.starts[first]!;
  const end = frame.ends[last]!;
  const [head, headStart] = headOf(frame.text, start, end, resources);
  let nameEnd = -1;
  let own: RankOfWords = PERSON;
  if (head === "title" || head === "honorific") {
    const rest = itemBefore(frame, first, last, headStart);
    nameEnd = nameEndBefore(frame, first, rest, resources);
    const named =
      hasNameUpTo(frame, first, nameEnd) ||
      (!isNameless(frame, nameEnd, rest, resources) && mayBeName(frame, first, nameEnd, head, resources));
    if (!named) nameEnd = -1;
  } else if (head === "person") {
    // 片桐演出家, アリ・ハサン交渉官: a word for people that no list has as a title, behind a name.
    const rest = itemBefore(frame, first, last, headStart);
    if (rest >= first && hasPerson(frame, first, rest)) nameEnd = frame.ends[rest]!;
  } else own = rankOfHead(frame, first, last, headStart, head) ?? rankOfWords(frame, first, last, resources);
  const named = nameEnd > start;
  return {
    first,
    last,
    start,
    end,
    nameStart: start,
    nameEnd: named ? nameEnd : end,
    rank: own.rank,
    proper: named || own.proper,
  };
}

/** The last item before an offset; `first - 1` if there is none. */
function itemBefore(frame: Frame, first: number, last: number, offset: number): number {
  let item = last;
  while (item >= first && frame.starts[item]! >= offset) item--;
  return item;
}

/** What a head that is no person tells of a phrase; null where its words have to tell. */
function rankOfHead(
  frame: Frame,
  first: number,
  last: number,
  headStart: number,
  head: HeadClass | null,
): RankOfWords | null {
  // 隣国の外務省 is a common noun, 米国防総省 a name.
  if (head === "group")
    return { rank: "group", proper: headStart > frame.starts[first]! && isName(frame.words[first]!) };
  if (head === "document") return DOCUMENT;
  // 批評家: 家 behind a word is a suffix, no house.
  const suffix = frame.ends[last]! - headStart === 1 && frame.words[last] === W.SUFFIX;
  return head === "thing" && !suffix ? THING : null;
}

/** What the words of a phrase without a known head tell of it. */
interface RankOfWords {
  readonly rank: Rank;
  readonly proper: boolean;
}

const THING: RankOfWords = { rank: "thing", proper: false };
const DOCUMENT: RankOfWords = { rank: "document", proper: false };
const PERSON: RankOfWords = { rank: "person", proper: false };

function rankOfWords(frame: Frame, first: number, last: number, resources: QuotationResources): RankOfWords {
  const parts = rankOfParts(frame, first, last);
  const tail = frame.words[last]!;
  if (
    parts.rank === "noun" &&
    tail === W.NOUN &&
    resources.words.peopleEnds.includes(frame.text[frame.ends[last]! - 1]!) &&
    isKanjiWord(frame, last)
  )
    return { rank: "people", proper: false };
  if (frame.words[first] === W.NUMBER && isShare(frame, last)) return { rank: "noun", proper: false };
  if (frame.words[first] === W.NUMBER && tail === W.SUFFIX)
    return reads(frame, last, "人") || reads(frame, last, "名") ? PERSON : THING;
  if (tail === W.TIME || tail === W.NUMBER || tail === W.PRONOUN) return THING;
  return tail === W.SUFFIX ? rankOfSuffix(frame, first, last, parts, resources) : parts;
}

/** 41.1%, 約四割: a share may be of those who were asked. */
function isShare(frame: Frame, item: number): boolean {
  return ["%", "％", "割", "パーセント"].some((written) => reads(frame, item, written));
}

/** The highest rank that a single word of a phrase has. */
function rankOfParts(frame: Frame, first: number, last: number): RankOfWords {
  let rank: Rank = "noun";
  let proper = false;
  for (let item = first; item <= last; item++) {
    const word = frame.words[item]!;
    if (word === W.PERSON) [rank, proper] = [higherRank(rank, "bare name"), true];
    else if (word === W.ORGANISATION) [rank, proper] = [higherRank(rank, "group"), true];
    else if (word === W.NAME) [rank, proper] = [higherRank(rank, "name"), true];
    else if (word === W.PLACE)
      [rank, proper] = [higherRank(rank, first === last ? "place" : "fragment"), first === last];
    else if (word === W.NOUN && unknown(frame, item)) [rank, proper] = [higherRank(rank, "unknown"), true];
    else if (word === W.SYMBOL && frame.text[frame.starts[item]!] === "・")
      [rank, proper] = [higherRank(rank, "group"), true];
    else if (word === W.ALPHABET && first === last) rank = higherRank(rank, "fragment");
  }
  return { rank, proper };
}

function rankOfSuffix(
  frame: Frame,
  first: number,
  last: number,
  parts: RankOfWords,
  { words }: QuotationResources,
): RankOfWords {
  const suffix = frame.text.slice(frame.starts[last]!, frame.ends[last]!);
  // カービー調整官: an office that no list has, behind a name.
  if (words.peopleSuffix.includes(suffix)) {
    // がんばり方: how one does it.
    if (suffix === "方" && first === last && isVerbal(frame.words[first - 1] ?? W.OTHER)) return THING;
    const named = parts.proper && canSpeak(parts, "unknown") && hasPerson(frame, first, last - 1);
    return { rank: "person", proper: named };
  }
  if (words.groupSuffix.includes(suffix)) return { rank: "group", proper: parts.proper };
  return words.thingSuffix.includes(suffix) ? THING : parts;
}

/** A word of two kanji and more. */
function isKanjiWord(frame: Frame, item: number): boolean {
  const [start, end] = [frame.starts[item]!, frame.ends[item]!];
  for (let at = start; at < end; at++) {
    if (!isKanji(frame.text.charCodeAt(at))) return false;
  }
  return end - start > 1;
}

function hasPerson(frame: Frame, first: number, last: number): boolean {
  for (let item = first; item <= last; item++) {
    const word = frame.words[item]!;
    if (word === W.PERSON || word === W.NAME || (unknown(frame, item) && word !== W.SYMBOL)) return true;
  }
  return false;
}

/** The longest known head that a phrase ends with, and where it begins. */
function headOf(
  text: string,
  start: number,
  end: number,
  { headEndings, words }: QuotationResources,
): [HeadClass | null, number] {
  const bare = headAt(text, start, end, headEndings);
  if (bare !== null) return [bare.value, end - bare.word.length];
  const tail = words.tails.find((written) => text.startsWith(written, end - written.length));
  if (tail === undefined) return [null, end];
  const stop = end - tail.length;
  const head = headAt(text, start, stop, headEndings);
  return head === null ? [null, end] : [head.value, stop - head.word.length];
}

function headAt(text: string, start: number, stop: number, heads: WordTree<HeadClass>): Found<HeadClass> | null {
  const head = heads.longest(text, stop, start);
  // One character heads (省, 店) count only as a word of their own or behind a longer word.
  return head !== null && head.word.length === 1 && stop - start === 2 ? null : head;
}

/** Where the name before a title ends: before 元 and 前, before a portfolio (官房, 統一, 外務). */
function nameEndBefore(frame: Frame, first: number, rest: number, { prefixes, heads }: QuotationResources): number {
  let last = rest;
  while (last >= first) {
    const surface = frame.text.slice(frame.starts[last]!, frame.ends[last]!);
    const word = frame.words[last]!;
    const leads = prefixes.has(surface);
    const portfolio =
      last > first &&
      (word === W.ACTION || word === W.NOUN) &&
      frame.ends[last]! - frame.starts[last]! > 1 &&
      !unknown(frame, last) &&
      hasName(frame, first, last - 1);
    if (!leads && !portfolio && heads.get(surface) !== "title") break;
    last--;
  }
  return last < first ? -1 : frame.ends[last]!;
}

function hasName(frame: Frame, first: number, last: number): boolean {
  for (let item = first; item <= last; item++) {
    const word = frame.words[item]!;
    if (word === W.PERSON || word === W.NAME || word === W.ORGANISATION || unknown(frame, item)) return true;
  }
  return false;
}

function unknown(frame: Frame, item: number): boolean {
  const row = frame.rows[item]!;
  return row >= 0 && frame.tokens.unknown(row);
}

/** Whether a word up to an offset is of somebody's name. */
function hasNameUpTo(frame: Frame, first: number, nameEnd: number): boolean {
  for (let item = first; item < frame.length && frame.starts[item]! < nameEnd; item++) {
    const word = frame.words[item]!;
    if (word === W.PERSON || word === W.NAME || unknown(frame, item) || frame.text[frame.starts[item]!] === "・")
      return true;
  }
  return false;
}

/** Whether words of which none is of a name, up to an offset before a title, may be one. */
function mayBeName(
  frame: Frame,
  first: number,
  nameEnd: number,
  head: "title" | "honorific",
  resources: QuotationResources,
): boolean {
  const start = frame.starts[first]!;
  const name = frame.text.slice(start, nameEnd);
  if (resources.words.office.some((word) => name.endsWith(word))) return false;
  if (head === "title") return nameEnd - start <= 3 || !isPlace(frame, first, nameEnd);
  // 農家さん, 店長さん: a word for people with an honorific is no name.
  const [inner] = headOf(frame.text, start, nameEnd, resources);
  return inner === null || inner === "thing";
}

function isPlace(frame: Frame, first: number, nameEnd: number): boolean {
  for (let item = first; item < frame.length && frame.starts[item]! < nameEnd; item++)
    if (frame.words[item] !== W.PLACE && frame.words[item] !== W.SUFFIX) return false;
  return true;
}

/** Whether what begins behind a name, up to the item behind another, is the title of nobody by name. */
function isNameless(frame: Frame, nameEnd: number, rest: number, { words }: QuotationResources): boolean {
  const title = frame.text.slice(nameEnd, frame.ends[rest + 1] ?? nameEnd);
  return words.nameless.some((word) => title.endsWith(word));
}
