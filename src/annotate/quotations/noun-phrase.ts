import { type Frame, reads } from "./frame.ts";
import type { HeadClass, QuotationResources } from "./resources.ts";
import { isName, isNominal, W } from "./word-class.ts";

/** A noun phrase that may name a speaker: items `[first, last]` and offsets in the text. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** The name without title: offsets. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** How well it speaks: 3 a person, 2 a group or paper, 1 a name of unknown kind, 0 a common noun, -1 a thing. */
  readonly level: number;
  /** True for a name, with or without title. */
  readonly proper: boolean;
}

const JOINTS = "・＝=-‐’'.&";

/** Reads the noun phrase whose last word is a given item; null if there is none. */
export function nounPhraseBefore(frame: Frame, lastItem: number, resources: QuotationResources): NounPhrase | null {
  const last = skipParenthesis(frame, lastItem);
  if (last < 0 || !isNominal(frame.words[last]!)) return null;
  let first = last;
  while (first > 0 && !frame.begins[first] && joins(frame, first - 1)) first--;
  while (first < last && !canBegin(frame, first)) first++;
  return judge(frame, first, last, resources);
}

/** Reads the noun phrase that begins at an item; null if there is none. */
export function nounPhraseAfter(frame: Frame, firstItem: number, resources: QuotationResources): NounPhrase | null {
  if (firstItem >= frame.length || !isNominal(frame.words[firstItem]!)) return null;
  let last = firstItem;
  while (last + 1 < frame.length && !frame.begins[last + 1] && joins(frame, last)) last++;
  while (last > firstItem && !isNominal(frame.words[last]!)) last--;
  let first = firstItem;
  while (first < last && !canBegin(frame, first)) first++;
  return judge(frame, first, last, resources);
}

/** Tells whether an item and the next one belong to one compound. */
function joins(frame: Frame, item: number): boolean {
  const { words, starts, ends, text } = frame;
  const [left, right] = [words[item]!, words[item + 1]!];
  const gap = starts[item + 1]! - ends[item]!;
  if (gap > 0) return gap === 1 && isLatin(text, ends[item]! - 1) && isLatin(text, starts[item + 1]!);
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

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f) || code === 0x2e
  );
}

function isBareKanji(frame: Frame, item: number): boolean {
  const code = frame.text.charCodeAt(frame.starts[item]!);
  return frame.ends[item]! - frame.starts[item]! === 1 && code >= 0x4e00 && code <= 0x9fff;
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

/** Steps over an age or an acronym in parentheses after a name: カリモフ氏(45). */
function skipParenthesis(frame: Frame, item: number): number {
  if (item < 0 || !isParenthesis(frame, item, ")）")) return item;
  for (let at = item - 1; at >= 0 && item - at < 12 && !frame.begins[at + 1]; at--) {
    if (isParenthesis(frame, at, "(（")) return at - 1;
  }
  return -1;
}

/** Tells whether an item is, or begins with, one of some marks. */
export function isParenthesis(frame: Frame, item: number, marks: string): boolean {
  const word = frame.words[item];
  return (word === W.SYMBOL || word === W.OPEN || word === W.CLOSE) && marks.includes(frame.text[frame.starts[item]!]!);
}

function judge(frame: Frame, first: number, last: number, resources: QuotationResources): NounPhrase {
  const start = frame.starts[first]!;
  const end = frame.ends[last]!;
  const [head, headStart] = headOf(frame.text, start, end, resources);
  let rest = last;
  while (rest >= first && frame.starts[rest]! >= headStart) rest--;
  const nameEnd = head === "title" || head === "honorific" ? nameEndBefore(frame, first, rest, resources) : -1;
  const named =
    (head === "title" || head === "honorific") &&
    nameEnd > start &&
    isNamePhrase(frame, first, rest, nameEnd, head, resources);
  if (named) {
    const nameStart = nameStartIn(frame, first, nameEnd);
    return { first, last, start, end, nameStart, nameEnd, level: 3, proper: true };
  }
  const own = { first, last, start, end, nameStart: start, nameEnd: end };
  if (head === "title" || head === "honorific" || head === "person") return { ...own, level: 3, proper: false };
  // 隣国の外務省 is a common noun, 米国防総省 a name.
  if (head === "group") return { ...own, level: 2, proper: headStart > start && isName(frame.words[first]!) };
  if (head === "document") return { ...own, level: 1.8, proper: false };
  if (head === "thing") return { ...own, level: -1, proper: false };
  return { ...own, ...levelOfWords(frame, first, last) };
}

function levelOfWords(frame: Frame, first: number, last: number): { level: number; proper: boolean } {
  let level = 0;
  let proper = false;
  for (let item = first; item <= last; item++) {
    const word = frame.words[item]!;
    const row = frame.rows[item]!;
    if (word === W.PERSON) [level, proper] = [Math.max(level, 2.8), true];
    else if (word === W.ORGANISATION) [level, proper] = [Math.max(level, 2), true];
    else if (word === W.NAME) [level, proper] = [Math.max(level, 1.5), true];
    else if (word === W.PLACE) [level, proper] = [Math.max(level, first === last ? 1.6 : 1), first === last];
    else if (row >= 0 && word === W.NOUN && frame.tokens.unknown(row)) [level, proper] = [Math.max(level, 1.4), true];
    else if (word === W.SYMBOL && frame.text[frame.starts[item]!] === "・")
      [level, proper] = [Math.max(level, 2), true];
    else if (word === W.ALPHABET && first === last) level = Math.max(level, 1);
  }
  const tail = frame.words[last]!;
  const number = frame.words[first] === W.NUMBER;
  if (number && tail === W.SUFFIX)
    return { level: reads(frame, last, "人") || reads(frame, last, "名") ? 3 : -1, proper: false };
  if (tail === W.TIME || tail === W.NUMBER) return { level: -1, proper: false };
  if (tail === W.PRONOUN) return { level: -1, proper: false };
  if (tail === W.SUFFIX) {
    const suffix = frame.text.slice(frame.starts[last]!, frame.ends[last]!);
    // カービー調整官: an office that no list has, behind a name.
    if (PEOPLE_SUFFIXES.includes(suffix))
      return { level: 3, proper: proper && level >= 1.4 && hasPerson(frame, first, last - 1) };
    if (GROUP_SUFFIXES.includes(suffix)) return { level: 2, proper };
    if (suffix === "性" || suffix === "的" || suffix === "度" || suffix === "率") return { level: -1, proper: false };
  }
  return { level, proper };
}

function hasPerson(frame: Frame, first: number, last: number): boolean {
  for (let item = first; item <= last; item++) {
    const word = frame.words[item]!;
    if (word === W.PERSON || word === W.NAME || (unknown(frame, item) && word !== W.SYMBOL)) return true;
  }
  return false;
}

const PEOPLE_SUFFIXES = [
  "者",
  "員",
  "官",
  "長",
  "士",
  "師",
  "家",
  "手",
  "民",
  "人",
  "生",
  "ら",
  "たち",
  "達",
  "兵",
  "婦",
  "屋",
  "役",
  "主",
  "相",
  "客",
  "方",
];
const GROUP_SUFFIXES = [
  "省",
  "庁",
  "社",
  "党",
  "会",
  "側",
  "軍",
  "局",
  "署",
  "院",
  "団",
  "隊",
  "国",
  "県",
  "市",
  "府",
  "州",
  "紙",
  "誌",
  "派",
  "陣",
  "界",
  "課",
  "部",
  "室",
  "校",
  "大",
  "筋",
  "系",
  "連",
  "労",
];

/** The longest known head that a phrase ends with, and where it begins. */
function headOf(
  text: string,
  start: number,
  end: number,
  { heads, longestHead }: QuotationResources,
): [HeadClass | null, number] {
  for (const tail of ["", "ら", "たち", "達", "側", "本人", "自身"]) {
    const stop = end - tail.length;
    if (stop <= start || !text.startsWith(tail, stop)) continue;
    for (let from = Math.max(start, stop - longestHead); from < stop; from++) {
      const head = heads.get(text.slice(from, stop));
      if (head === undefined) continue;
      // One character heads (省, 店) count only as a word of their own or behind a longer word.
      if (stop - from === 1 && stop - start === 2) continue;
      return [head, from];
    }
  }
  return [null, end];
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

/** Words that stand before a title without being a name. */
const OFFICES = [
  "省",
  "庁",
  "府",
  "部",
  "社",
  "局",
  "党",
  "軍",
  "会",
  "院",
  "国",
  "県",
  "市",
  "課",
  "室",
  "校",
  "店",
  "署",
  "側",
  "大学",
  "政府",
  "広報",
  "外務",
  "国防",
  "財務",
  "防衛",
  "経済",
  "与党",
  "野党",
  "労組",
  "地元",
  "現場",
  "営業",
  "人事",
  "担当",
  "最高",
  "上級",
  "主任",
  "専門",
  "軍事",
  "政治",
  "外交",
  "捜査",
  "医療",
  "業界",
  "金融",
  "市場",
  "ベテラン",
  "若手",
  "女性",
  "男性",
  "新人",
  "運転",
  "同行",
  "現地",
  "外国",
  "常連",
  "隣",
  "近所",
  "店",
  "お",
  "ご",
  "会社",
  "学校",
  "企業",
  "銀行",
  "新聞",
  "放送",
  "番組",
  "大手",
  "元",
  "前",
  "副",
  "総",
];
/** Heads that take no name before them: 広報担当者, 外務省幹部. */
const NAMELESS = [
  "担当者",
  "専門家",
  "研究者",
  "学者",
  "メンバー",
  "経営者",
  "指導者",
  "アナリスト",
  "エコノミスト",
  "ジャーナリスト",
  "外交官",
  "評論家",
  "隊員",
  "団員",
  "部員",
  "力士",
  "看護師",
  "創業者",
];

function isNamePhrase(
  frame: Frame,
  first: number,
  rest: number,
  nameEnd: number,
  head: HeadClass,
  resources: QuotationResources,
): boolean {
  const name = frame.text.slice(frame.starts[first]!, nameEnd);
  let person = false;
  let place = true;
  for (let item = first; item <= rest && frame.starts[item]! < nameEnd; item++) {
    if (
      frame.words[item] === W.PERSON ||
      frame.words[item] === W.NAME ||
      unknown(frame, item) ||
      frame.text[frame.starts[item]!] === "・"
    )
      person = true;
    if (frame.words[item] !== W.PLACE && frame.words[item] !== W.SUFFIX) place = false;
  }
  if (person) return true;
  const title = frame.text.slice(nameEnd, frame.ends[rest + 1] ?? nameEnd);
  if (NAMELESS.some((word) => title.endsWith(word))) return false;
  if (OFFICES.some((word) => name.endsWith(word))) return false;
  // 農家さん, 店長さん: a word for people with an honorific is no name.
  const inner = headOf(frame.text, frame.starts[first]!, nameEnd, resources)[0];
  if (head === "honorific" && inner !== null && inner !== "thing") return false;
  return head === "honorific" || !place || nameEnd - frame.starts[first]! <= 3;
}

/** The name leaves an office before it: 米国防総省 stays with an organisation, 外務省報道官 has no name. */
function nameStartIn(frame: Frame, first: number, _nameEnd: number): number {
  return frame.starts[first]!;
}

/** Widens a common noun by its の-phrases (会社の後輩); a name stays alone (村瀬社長, not 同社の村瀬社長). */
export function withGenitive(frame: Frame, phrase: NounPhrase, resources: QuotationResources): NounPhrase {
  if (phrase.proper) return phrase;
  let { first } = phrase;
  for (let links = 0; links < 4 && first >= 2 && !frame.begins[first]; links++) {
    if (!reads(frame, first - 1, "の") || frame.begins[first - 1]) break;
    const owner = nounPhraseBefore(frame, first - 2, resources);
    if (owner === null) break;
    first = owner.first;
  }
  if (first >= 2 && reads(frame, first - 1, "や") && !frame.begins[first]) {
    const other = nounPhraseBefore(frame, first - 2, resources);
    if (other !== null && other.level >= 2)
      return withGenitive(
        frame,
        { ...phrase, first: other.first, start: other.start, nameStart: other.start },
        resources,
      );
  }
  const start = frame.starts[first]!;
  return { ...phrase, first, start, nameStart: start };
}
