import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Citation } from "../../model/layers.ts";
import { carrierOf } from "./carriers.ts";
import type { OutletBy } from "./outlet-by.ts";
import { bracketedAt, candidateAt } from "./outlet-candidate.ts";
import type { Candidate } from "./outlet-run.ts";
import type { CarrierKind, CitationResources } from "./resources.ts";

/** What an inline citation may be by. */
export type InlineBy = `outlet ${OutletBy}, ${CarrierKind}`;

/**
 * Returns the outlets that carry information in running text: `米NBC Newsは…と報じて`, `EURACTIVの取材に回答`, `…紙に寄稿`.
 *
 * An outlet is a known name, a name with an outlet's ending (…紙), a generic one (国営メディア), or, before a phrase that
 * only an outlet takes (の取材に), any Latin name. It counts only where what follows says that it carries information.
 */
export function inlineCitations(unit: AnalyzedUnit, resources: CitationResources): Citation[] {
  const found: Citation[] = [];
  for (const sentence of unit.sentences) {
    if (!resources.signs.standIn(unit.tokens, sentence)) continue;
    for (let row = sentence.firstToken; row < sentence.lastToken; row++) {
      const code = unit.text.charCodeAt(unit.tokens.start(row));
      const opens = code === 0x300c || code === 0x300e;
      if (!opens && !resources.parts.canStart(unit.tokens, row)) continue;
      const candidate = opens
        ? bracketedAt(unit.tokens, row, sentence, resources)
        : candidateAt(unit.tokens, row, sentence, resources);
      if (candidate === null) continue;
      const carrier = carrierOf(unit.tokens, candidate, sentence, resources);
      if (carrier !== null) found.push(citationOf(unit, candidate, carrier, resources));
      row = candidate.next - 1;
    }
  }
  return found;
}

function citationOf(
  unit: AnalyzedUnit,
  { first, last, name, by }: Candidate,
  kind: CarrierKind,
  { confidences }: CitationResources,
): Citation {
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
    confidence: confidences[by],
    by: `outlet ${by}, ${kind}` satisfies InlineBy,
  };
}
