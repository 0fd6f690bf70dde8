import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Quotation } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { findFaces } from "./lexicon/faces.ts";
import { LexiconScan } from "./lexicon/scan.ts";
import { findStars, mayHoldStars } from "./lexicon/stars.ts";
import { isInLink, linksIn, silence } from "./links.ts";
import { Slots } from "./model/slots.ts";
import { toneLeanOf } from "./model/tone-lean.ts";
import type { SentimentResources } from "./resources.ts";
import { composeSentence } from "./rules/compose.ts";
import { tokenBits } from "./rules/token-bits.ts";
import type { ReadSentence, ReadUnit } from "./unit.ts";

/** Reads units one after another, sharing its scratch space among them. */
export class UnitReader {
  readonly #resources: SentimentResources;
  readonly #scan: LexiconScan;
  readonly #slots = new Slots();

  constructor(resources: SentimentResources) {
    this.#resources = resources;
    const { lexicon, own } = resources;
    this.#scan = new LexiconScan(own === null ? [lexicon] : [own, lexicon]);
  }

  /** Returns the evidence in every sentence of a unit. */
  read(unit: AnalyzedUnit, quotations: readonly Quotation[]): ReadUnit {
    const { tokens, text } = unit;
    const { lexicon, model, words, weights } = this.#resources;
    const bits = tokenBits(tokens, this.#resources);
    const links = linksIn(text);
    if (links.length > 0) silence(tokens, bits, links);
    // Whole comments in brackets are the commenter's own words; so are titles, terms and scare quotes.
    const quoted = outermost(
      quotations.filter(({ kind, start, end }) => kind === "speech" && end - start < text.length - 2),
    );
    const starred = mayHoldStars(text);
    const sentences = unit.sentences.map((sentence): ReadSentence => {
      const { firstToken, lastToken } = sentence;
      this.#slots.collect(tokens, bits, firstToken, lastToken);
      const found = this.#scan.find(tokens, bits, firstToken, lastToken);
      const matches = links.length === 0 ? found : found.filter((match) => !isInLink(tokens, match, links));
      const faces = findFaces(text, sentence.start, sentence.end, lexicon);
      if (starred) faces.push(...findStars(text, sentence.start, sentence.end));
      const lean = toneLeanOf(model, this.#slots);
      const scene = { tokens, bits, first: firstToken, last: lastToken, matches, quoted, words, weights };
      const { evidence, clauses, marks, quoted: isQuoted, loose } = composeSentence(scene, faces);
      return { sentence, matches, lean, evidence, clauses, marks, quoted: isQuoted, loose };
    });
    return { unit, bits, sentences };
  }
}

/** Returns ranges by their start without those that lie within another. */
function outermost(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  let end = -1;
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.end <= end) continue;
    kept.push(range);
    end = range.end;
  }
  return kept;
}
