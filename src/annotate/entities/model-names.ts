import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { EntityModel } from "./model/entity-model.ts";
import { tagNames } from "./model/tag-names.ts";
import type { PosHashes } from "./model/token-columns.ts";
import type { EntitySpan } from "./span.ts";

/** Names of a unit by the sequence model, as spans of its text. */
export function findModelNames(
  { tokens, sentences }: AnalyzedUnit,
  folded: string,
  {
    model,
    posHashes,
    gazetteer,
  }: { readonly model: EntityModel; readonly posHashes: PosHashes; readonly gazetteer: Gazetteer },
  known: Uint8Array,
): EntitySpan[] {
  return tagNames(tokens, sentences, folded, model, posHashes, gazetteer, known).map(
    ({ first, last, label, confidence }) => ({
      start: tokens.start(first),
      end: tokens.end(last),
      label,
      by: "entity-model",
      confidence,
    }),
  );
}
