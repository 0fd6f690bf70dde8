import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Quotation } from "../../model/layers.ts";
import type { Sentence } from "../../model/tokens.ts";
import { findFaces } from "./lexicon/faces.ts";
import { LexiconScan } from "./lexicon/scan.ts";
import type { SentimentResources } from "./resources.ts";
import { type Composition, composeSentence } from "./rules/compose.ts";
import { tokenBits } from "./rules/token-bits.ts";

/** A sentence with what the rules make of it. */
export interface ReadSentence extends Composition {
  readonly sentence: Sentence;
}

/** A unit as sentiment sees it. */
export interface ReadUnit {
  readonly unit: AnalyzedUnit;
  /** Class bits of each token. */
  readonly bits: Int32Array;
  readonly sentences: readonly ReadSentence[];
}

/** Finds the evidence in every sentence of a unit. */
export function readUnit(unit: AnalyzedUnit, quotations: readonly Quotation[], resources: SentimentResources): ReadUnit {
  const { tokens, text } = unit;
  const bits = tokenBits(tokens, resources.classes);
  const { lexicon, own } = resources;
  const scan = new LexiconScan(own === null ? [lexicon] : [own, lexicon]);
  // Whole comments in brackets are the commenter's own words; so are titles, terms and scare quotes.
  const others = quotations.filter(({ kind, start, end }) => kind === "speech" && end - start < text.length - 2);
  return {
    unit,
    bits,
    sentences: unit.sentences.map((sentence) => ({
      sentence,
      ...composeSentence(
        tokens,
        bits,
        sentence,
        scan.find(tokens, bits, sentence.firstToken, sentence.lastToken),
        findFaces(text, sentence.start, sentence.end, lexicon),
        others,
      ),
    })),
  };
}
