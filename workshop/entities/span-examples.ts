import type { Gazetteer } from "../../src/annotate/entities/gazetteer.ts";
import type { WordClusters } from "../../src/annotate/entities/model/clusters.ts";
import { MOST_SPAN_FEATURES, writeSpanFeatures } from "../../src/annotate/entities/model/span-types.ts";
import { PosHashes } from "../../src/annotate/entities/model/token-columns.ts";
import type { WordKinds } from "../../src/annotate/entities/model/word-kinds.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";
import { allowedSpanLabels, type SpanExample } from "./train-span-labels.ts";
import type { TrainingText } from "./training-data.ts";

/** Collects the names of the training texts whose ends are token boundaries. */
export function spanExamples(
  training: readonly TrainingText[],
  tokenizer: Tokenizer,
  clusters: WordClusters,
  kinds: WordKinds,
  gazetteer: Gazetteer,
): SpanExample[] {
  const hashes = new PosHashes();
  const out = new Int32Array(MOST_SPAN_FEATURES);
  return training.flatMap(({ text, entities }) => {
    const tokens = tokenizer.tokenize(text);
    const folded = foldWidth(text);
    return entities.flatMap(({ start, end, type }): SpanExample[] => {
      const allowed = allowedSpanLabels(type);
      const first = tokens.indexAt(start);
      const last = tokens.indexAt(end - 1);
      if (allowed.length === 0 || last >= tokens.length || tokens.start(first) !== start || tokens.end(last) !== end)
        return [];
      const count = writeSpanFeatures(
        tokens,
        folded,
        first,
        last,
        (hash) => clusters.get(hash),
        kinds,
        hashes,
        gazetteer,
        out,
      );
      return [{ features: out.slice(0, count), allowed }];
    });
  });
}
