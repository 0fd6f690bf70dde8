import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Citation } from "../../model/layers.ts";
import type { Sentence, Tokens } from "../../model/tokens.ts";
import { NameParts } from "./name-parts.ts";
import { bracketedAt, type Candidate, candidateAt } from "./outlet-candidate.ts";
import type { CarrierKind, CitationResources } from "./resources.ts";

const CONFIDENCE: Readonly<Record<Candidate["by"], number>> = {
  gazetteer: 0.92,
  ending: 0.85,
  generic: 0.8,
  short: 0.75,
  bracket: 0.8,
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
      const code = unit.text.charCodeAt(unit.tokens.start(row));
      const opens = code === 0x300c || code === 0x300e;
      if (!opens && !parts.canStart(unit.tokens, row)) continue;
      const candidate = opens
        ? bracketedAt(unit.tokens, row, sentence, resources)
        : candidateAt(unit.tokens, row, sentence, resources, parts);
      if (candidate === null) continue;
      const carrier = carrierOf(unit.tokens, candidate, sentence, resources);
      if (carrier !== null) found.push(citationOf(unit, candidate, carrier));
      row = candidate.next - 1;
    }
  }
  return found;
}

function carrierOf(
  tokens: Tokens,
  { first, next, by }: Candidate,
  sentence: Sentence,
  resources: CitationResources,
): CarrierKind | null {
  const lead = tokens.text.slice(Math.max(sentence.start, tokens.start(first) - 6), tokens.start(first));
  if (by !== "short" && by !== "shape" && resources.before.some((phrase) => lead.endsWith(phrase))) return "report";
  let from = tokens.end(next - 1);
  // An acronym in parentheses may follow the name: 中国中央電視台(CCTV)は.
  from += /^[(（][^()（）]{1,20}[)）]/.exec(tokens.text.slice(from, from + 24))?.[0].length ?? 0;
  // テレビ東京「朝の市場」で取り上げられた: its programme stands between.
  if (by === "gazetteer")
    from += /^[「『][^「」『』]{1,24}[」』]/.exec(tokens.text.slice(from, from + 28))?.[0].length ?? 0;
  const follow = tokens.text.slice(from, Math.min(from + 12, sentence.end));
  for (const [phrase, kind] of resources.after) {
    if (!follow.startsWith(phrase)) continue;
    // A Latin name without any sign of an outlet needs a phrase that only outlets take.
    const telling =
      kind === "interview"
        ? /取材|インタビュー/.test(phrase)
        : kind === "contribution"
          ? phrase.includes("寄稿")
          : /報|記事|読んだ|一面|見出し|世論調査|配信|スクープ|独占|独自|すっぱ抜/.test(phrase);
    return (by !== "shape" && by !== "short") || telling || (by === "short" && kind === "according-to") ? kind : null;
  }
  if (by === "shape" || by === "short" || !/^(は|が|も|では|でも)/.test(follow)) return null;
  return predicateOf(tokens, next, sentence, resources);
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
