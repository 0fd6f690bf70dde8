/** Folds what word vectors weigh into the weights of the words themselves, so that no vector need ship. */
import { RULE_FEATURES } from "../../src/annotate/sentiment/model/rule-features.ts";
import { wordSlot } from "../../src/annotate/sentiment/model/slots.ts";
import { COMMENT, GENRE, RULE_COLUMNS, SLOT_COLUMNS } from "../../src/annotate/sentiment/model/tone-model.ts";
import { VECTOR_SCALE } from "./options.ts";
import { putRule, type ToneColumns, type TrainedTone } from "./train-tone.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Adds to the slot of each word the weight of its vector, in place. */
export function foldVectors(
  { slots }: ToneColumns,
  trained: TrainedTone,
  vectors: WordVectors,
  words: Iterable<string>,
): void {
  const weights = Array.from({ length: vectors.dimensions }, (_, i) => {
    const columns = new Float64Array(RULE_COLUMNS);
    putRule(columns, trained, RULE_FEATURES.length + i);
    return columns;
  });
  const taken = new Set<number>();
  for (const word of words) {
    const vector = vectors.of(word);
    const slot = wordSlot(word);
    if (vector === null || taken.has(slot)) continue;
    taken.add(slot);
    const at = slot * SLOT_COLUMNS;
    for (let i = 0; i < vectors.dimensions; i++) {
      const value = vector[i]! * VECTOR_SCALE;
      const columns = weights[i]!;
      for (let c = 0; c < 3; c++) slots[at + c]! += value * (columns[c]! - columns[3]!);
      slots[at + 3]! += value * columns[GENRE]!;
      for (let c = 0; c < 4; c++) slots[at + 4 + c]! += value * columns[COMMENT + c]!;
    }
  }
}
