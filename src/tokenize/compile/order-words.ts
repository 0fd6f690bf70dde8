import { parseTsv } from "../../text/tsv.ts";
import type { IpadicEntry } from "./kuromoji-files.ts";

/**
 * Returns words in the order of the source files of `order.tsv`, and within each in their own; equal costs are decided
 * by it.
 */
export function orderWords(words: readonly IpadicEntry[], order: string): IpadicEntry[] {
  const ranks = new Map<string, number>();
  parseTsv(order, ["parts"], "order.tsv").forEach(({ parts }, rank) => {
    for (const part of parts.split(" ")) ranks.set(part, rank);
  });
  const rank = ({ features }: IpadicEntry): number => {
    for (let depth = 3; depth > 0; depth--) {
      const found = ranks.get(features.slice(0, depth).join(","));
      if (found !== undefined) return found;
    }
    throw new Error(`order.tsv does not name ${features}`);
  };
  return words
    .map((word) => ({ word, rank: rank(word) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ word }) => word);
}
