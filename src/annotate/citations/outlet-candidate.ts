import type { Sentence, Tokens } from "../../model/tokens.ts";
import type { NameParts } from "./name-parts.ts";
import type { CitationResources } from "./resources.ts";

/** An outlet as written in a sentence: rows of its tokens, canonical name. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly by: "gazetteer" | "ending" | "generic" | "short" | "bracket" | "shape";
  /** Row after the name with its bracket. */
  readonly next: number;
}

/** Tokens of the longest name. */
const LONGEST = 12;

/** Reads the outlet that begins at a row: a known name, one with an outlet's ending, a generic one, or a Latin name. */
export function candidateAt(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  resources: CitationResources,
  parts: NameParts,
): Candidate | null {
  if (!mayBeOutlet(tokens, row, sentence, resources, parts) || !canBeginName(tokens, row)) return null;
  const known = knownOutlet(tokens, row, sentence, resources);
  let end = row;
  while (end < sentence.lastToken && end - row < LONGEST && isNamePart(tokens, end, row)) end++;
  if (end === row) return known;
  const text = tokens.text.slice(tokens.start(row), tokens.end(end - 1));
  if (known !== null && known.last >= end) return known;
  // 香港紙・明報: what kind of paper it is goes before its name.
  const paper = /^.{1,8}[紙誌]・(?=.)/u.exec(text);
  if (paper !== null) {
    const first = tokens.indexAt(tokens.start(row) + paper[0].length);
    if (first > row && first < end) return made(first, end, text.slice(paper[0].length), "ending");
  }
  // 英字紙ダッカ・トリビューン, 衛星テレビ局アルジャジーラ
  const kind = /^.{1,6}(?:[紙誌]|通信社|テレビ局|放送局)(?=[ァ-ヶA-Za-z])/u.exec(text);
  if (kind !== null) {
    const first = tokens.indexAt(tokens.start(row) + kind[0].length);
    if (first > row && first < end) return made(first, end, text.slice(kind[0].length), "ending");
  }
  if (known !== null && resources.editions.some((edition) => text.endsWith(edition)))
    return made(row, end, known.name, "gazetteer");
  const ending = resources.nameEndings.find((suffix) => text.endsWith(suffix) && text.length > suffix.length);
  const generic = resources.generic.find((suffix) => text.endsWith(suffix));
  // メディア alone is nobody in particular; 日本メディア and 国営メディア are somebody, if without a name.
  if (generic !== undefined && text === "メディア") return null;
  if (generic !== undefined) return made(row, end, text, "generic");
  if (ending !== undefined && (known !== null || !resources.wordEndings.has(ending) || hasName(tokens, row, end))) {
    return made(row, end, outletName(text, ending, resources), "ending");
  }
  if (known !== null) return known;
  // 日刊ゲンダイ: how often it appears opens its name.
  if (/^(?:日|週|月|夕)刊.{2,}/u.test(text)) return made(row, end, text, "ending");
  if (/^[A-Z][A-Za-z0-9.&' -]{2,}$/.test(text))
    return made(row, end, text, endsInLead(tokens.text, tokens.start(row), resources) ? "bracket" : "shape");
  const short = resources.shortNames.get(text);
  return short === undefined ? null : made(row, end, short, "short");
}

/** Tells whether a word of `[first, last)` is a proper noun or unknown: バンコクポスト, not 返却ポスト. */
function hasName(tokens: Tokens, first: number, last: number): boolean {
  for (let row = first; row < last; row++) {
    if (tokens.unknown(row) || tokens.pos(row).startsWith("名詞,固有名詞")) return true;
  }
  return false;
}

/** The name without a country's one-kanji form before it or 紙 behind it, where the rest is known: 米NBC News, Telegraph紙. */
function outletName(text: string, ending: string, { outlets }: CitationResources): string {
  const bare = ending === "紙" || ending === "誌" ? text.slice(0, -1) : text;
  const inner = /^[米英露仏独中韓日伊加豪印]/.test(bare) ? bare.slice(1) : bare;
  const known = outlets.get(bare) ?? outlets.get(inner);
  if (known === undefined) return text;
  return asWritten(outlets.has(bare) ? bare : inner, known.name);
}

/** A Latin name that is no mere acronym stays as it is written: Telegraph, but NYT is ニューヨーク・タイムズ. */
function asWritten(written: string, canonical: string): string {
  return /^[A-Za-z][A-Za-z .&'’]{4,}$/.test(written) ? written : canonical;
}

/** Tells cheaply that no outlet begins here: neither the first letter of a known one nor the last of an outlet's ending. */
function mayBeOutlet(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  { firstLetters, lastLetters, shortLetters, shortNames }: CitationResources,
  parts: NameParts,
): boolean {
  const code = tokens.text.charCodeAt(tokens.start(row));
  if (tokens.text.charCodeAt(tokens.start(row) + 1) === 0x520a) return true;
  if (code < 0x3000 || firstLetters.has(code)) return true;
  if (shortLetters.has(code) && shortNames.has(tokens.surface(row))) return true;
  let end = row + 1;
  while (end < sentence.lastToken && parts.goesOn(tokens, end) && !opensParenthesis(tokens, end)) {
    // In a longer run the name's end lies somewhere inside; to seek the run's from each of its words takes too long.
    if (++end - row > LONGEST) return true;
  }
  return lastLetters.has(tokens.text.charCodeAt(tokens.end(end - 1) - 1));
}

/** A name begins at a noun that no other noun leads, but a country's one-kanji form (米NBC News) may stand before it. */
function canBeginName(tokens: Tokens, row: number): boolean {
  const pos = tokens.pos(row);
  if (!pos.startsWith("名詞") && !pos.startsWith("接頭詞") && !/^[A-Za-z]/.test(tokens.surface(row))) return false;
  if (row === 0 || tokens.end(row - 1) !== tokens.start(row)) return true;
  const before = tokens.surface(row - 1);
  // 英紙ガーディアン, 通信社タルク: what kind of outlet it is may stand right before the name.
  return (
    !tokens.pos(row - 1).startsWith("名詞") ||
    before.length === 1 ||
    /(?:[紙誌]|通信社|放送局?|サイト|メディア|テレビ局?)$/.test(before) ||
    // これBBCで見た: a pronoun is no part of a name.
    tokens.pos(row - 1).startsWith("名詞,代名詞") ||
    !/[\p{L}\p{N}]$/u.test(before)
  );
}

function isNamePart(tokens: Tokens, row: number, first: number): boolean {
  const surface = tokens.surface(row);
  if (/^[A-Za-z0-9.&'’-]+$/.test(surface)) return true;
  if (row > first && tokens.start(row) !== tokens.end(row - 1)) return false;
  const pos = tokens.pos(row);
  if (surface === "・" || surface === "＝") return true;
  return (
    pos.startsWith("名詞") &&
    !pos.startsWith("名詞,非自立") &&
    !pos.startsWith("名詞,代名詞") &&
    !pos.startsWith("名詞,副詞可能") &&
    /^[\p{L}\p{N}ー・＝]+$/u.test(surface)
  );
}

/** The longest known outlet that begins at a row and ends at a token's end. */
function knownOutlet(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  { outlets, longestOutlet }: CitationResources,
): Candidate | null {
  const from = tokens.start(row);
  let best: Candidate | null = null;
  for (let last = row; last < sentence.lastToken && tokens.end(last) - from <= longestOutlet; last++) {
    const outlet = outlets.get(tokens.text.slice(from, tokens.end(last)));
    if (outlet !== undefined)
      best = made(row, last + 1, asWritten(tokens.text.slice(from, tokens.end(last)), outlet.name), "gazetteer");
  }
  return best;
}

/** ニュースサイト「キーウ・インディペンデント」: a name in brackets behind what kind of outlet it is. */
export function bracketedAt(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  resources: CitationResources,
): Candidate | null {
  if (!endsInLead(tokens.text, tokens.start(row), resources)) return null;
  for (let last = row + 1; last < sentence.lastToken && last - row < 12; last++) {
    if (!"」』".includes(tokens.surface(last)[0]!)) continue;
    if (last === row + 1) return null;
    const name = tokens.text.slice(tokens.end(row), tokens.start(last));
    return { first: row + 1, last, name, by: "bracket", next: last + 1 };
  }
  return null;
}

function opensParenthesis(tokens: Tokens, row: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start(row));
  return code === 0x28 || code === 0xff08;
}

function endsInLead(text: string, at: number, { leads }: CitationResources): boolean {
  return leads.some((lead) => text.startsWith(lead, at - lead.length));
}

function made(first: number, last: number, name: string, by: Candidate["by"]): Candidate {
  return { first, last, name, by, next: last };
}
