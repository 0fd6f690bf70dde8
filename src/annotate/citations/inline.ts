import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Citation } from "../../model/layers.ts";
import type { Sentence, Tokens } from "../../model/tokens.ts";
import { NameParts } from "./name-parts.ts";
import type { CarrierKind, CitationResources } from "./resources.ts";

/** An outlet as written in a sentence: rows of its tokens, canonical name. */
interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly name: string;
  readonly by: "gazetteer" | "ending" | "generic" | "shape";
}

const CONFIDENCE: Readonly<Record<Candidate["by"], number>> = {
  gazetteer: 0.92,
  ending: 0.85,
  generic: 0.8,
  shape: 0.65,
};

/**
 * Finds outlets that carry information in running text: `米NBC Newsは…と報じて`, `EURACTIVの取材に回答`, `…紙に寄稿`.
 *
 * An outlet is a known name, a name with an outlet's ending (…紙), a generic one (国営メディア), or, before a phrase that
 * only an outlet takes (の取材に), any Latin name. It counts only where what follows says that it carries information.
 */
export function inlineCitations(unit: AnalyzedUnit, resources: CitationResources, parts = new NameParts()): Citation[] {
  const found: Citation[] = [];
  for (const sentence of unit.sentences) {
    for (let row = sentence.firstToken; row < sentence.lastToken; row++) {
      if (!parts.canStart(unit.tokens, row)) continue;
      const candidate = candidateAt(unit.tokens, row, sentence, resources, parts);
      if (candidate === null) continue;
      const carrier = carrierOf(unit.tokens, candidate, sentence, resources);
      if (carrier !== null) found.push(citationOf(unit, candidate, carrier));
      row = candidate.last - 1;
    }
  }
  return found;
}

function candidateAt(
  tokens: Tokens,
  row: number,
  sentence: Sentence,
  resources: CitationResources,
  parts: NameParts,
): Candidate | null {
  if (!mayBeOutlet(tokens, row, sentence, resources, parts) || !canBeginName(tokens, row)) return null;
  const known = knownOutlet(tokens, row, sentence, resources);
  let end = row;
  while (end < sentence.lastToken && end - row < 12 && isNamePart(tokens, end, row)) end++;
  if (end === row) return known;
  const text = tokens.text.slice(tokens.start(row), tokens.end(end - 1));
  if (known !== null && known.last >= end) return known;
  const ending = resources.nameEndings.find((suffix) => text.endsWith(suffix) && text.length > suffix.length);
  const generic = resources.generic.find((suffix) => text.endsWith(suffix));
  // メディア alone is nobody in particular; 日本メディア and 国営メディア are somebody, if without a name.
  if (generic !== undefined && text === "メディア") return null;
  if (generic !== undefined) return { first: row, last: end, name: text, by: "generic" };
  if (ending !== undefined && (known !== null || !resources.wordEndings.has(ending) || hasName(tokens, row, end))) {
    return { first: row, last: end, name: outletName(text, ending, resources), by: "ending" };
  }
  if (known !== null) return known;
  return /^[A-Z][A-Za-z0-9.&' -]{2,}$/.test(text) ? { first: row, last: end, name: text, by: "shape" } : null;
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
  { firstLetters, lastLetters }: CitationResources,
  parts: NameParts,
): boolean {
  const code = tokens.text.charCodeAt(tokens.start(row));
  if (code < 0x3000 || firstLetters.has(code)) return true;
  let end = row + 1;
  while (end < sentence.lastToken && parts.goesOn(tokens, end)) end++;
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
    /(?:[紙誌]|通信社|放送局)$/.test(before) ||
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
    /^[\p{L}\p{N}ー]+$/u.test(surface)
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
      best = {
        first: row,
        last: last + 1,
        name: asWritten(tokens.text.slice(from, tokens.end(last)), outlet.name),
        by: "gazetteer",
      };
  }
  return best;
}

function carrierOf(
  tokens: Tokens,
  { last, by }: Candidate,
  sentence: Sentence,
  resources: CitationResources,
): CarrierKind | null {
  let from = tokens.end(last - 1);
  // An acronym in parentheses may follow the name: 中国中央電視台(CCTV)は.
  from += /^[(（][^()（）]{1,20}[)）]/.exec(tokens.text.slice(from, from + 24))?.[0].length ?? 0;
  const follow = tokens.text.slice(from, Math.min(from + 12, sentence.end));
  for (const [phrase, kind] of resources.after) {
    if (!follow.startsWith(phrase)) continue;
    // A Latin name without any sign of an outlet needs a phrase that only outlets take.
    const telling =
      kind === "interview"
        ? /取材|インタビュー/.test(phrase)
        : kind === "contribution"
          ? phrase.includes("寄稿")
          : /報/.test(phrase);
    return by !== "shape" || telling ? kind : null;
  }
  if (by === "shape" || !/^(は|が|も|では|でも)/.test(follow)) return null;
  return predicateOf(tokens, last, sentence, resources);
}

/** Looks for the outlet's predicate: a carrying verb after a quote or と, before the sentence turns to another subject. */
function predicateOf(
  tokens: Tokens,
  from: number,
  sentence: Sentence,
  { verbs }: CitationResources,
): CarrierKind | null {
  let depth = 0;
  for (let row = from; row < sentence.lastToken; row++) {
    const surface = tokens.surface(row);
    if (surface === "「" || surface === "『") depth++;
    else if (surface === "」" || surface === "』") depth--;
    else if (depth === 0) {
      const kind = verbs.get(tokens.lemma(row));
      if (kind !== undefined && (row + 1 >= sentence.lastToken || /^(動詞|名詞,サ変接続)/.test(tokens.pos(row))))
        return kind;
      const turns = row > from + 2 && surface === "は" && tokens.pos(row).startsWith("助詞,係助詞");
      if (turns && tokens.pos(row - 1).startsWith("名詞,固有名詞")) return null;
    }
  }
  return null;
}

function citationOf(unit: AnalyzedUnit, { first, last, name, by }: Candidate, kind: CarrierKind): Citation {
  const start = unit.tokens.start(first);
  const end = unit.tokens.end(last - 1);
  return {
    unit: unit.id,
    start,
    end,
    text: unit.text.slice(start, end),
    role: "inline",
    title: null,
    outlet: name,
    holder: null,
    licence: null,
    language: null,
    url: null,
    confidence: CONFIDENCE[by],
    by: `outlet ${by}, ${kind}`,
  };
}
