import { ARTICLE } from "../model/discussion.ts";
import type { Table } from "../tables/table.ts";
import { contentWords } from "./content-words.ts";

/** Of a comment with fewer different words nothing is said. */
const FEWEST = 4;

/**
 * Returns how near each comment's words are to those of all comments of its discussion, by `discussion/unit`: the cosine of
 * its tf-idf vector with the mean one, in [0, 1]. Comments of fewer than four words are left out.
 *
 * @example
 * typicality(tokenTable(analysis)).get("0123456789ab/c1"); // 0.31
 */
export function typicality(tokens: Table): ReadonlyMap<string, number> {
  const units = new Map<string, Map<string, number>>();
  for (const { lemma, unit } of contentWords(tokens)) {
    if (unit.endsWith(`/${ARTICLE}`)) continue;
    const counts = units.get(unit) ?? new Map<string, number>();
    units.set(unit, counts.set(lemma, (counts.get(lemma) ?? 0) + 1));
  }
  const inUnits = new Map<string, number>();
  for (const counts of units.values())
    for (const lemma of counts.keys()) inUnits.set(lemma, (inUnits.get(lemma) ?? 0) + 1);
  const vectors = [...units].map(([unit, counts]) => ({
    unit,
    discussion: unit.slice(0, unit.lastIndexOf("/")),
    vector: unitVector(counts, (lemma) => Math.log((1 + units.size) / inUnits.get(lemma)!)),
  }));
  const means = new Map<string, Map<string, number>>();
  for (const { discussion, vector } of vectors) {
    const mean = means.get(discussion) ?? new Map<string, number>();
    for (const [lemma, weight] of vector) mean.set(lemma, (mean.get(lemma) ?? 0) + weight);
    means.set(discussion, mean);
  }
  const lengths = new Map([...means].map(([discussion, mean]) => [discussion, lengthOf(mean)]));
  return new Map(
    vectors
      .filter(({ vector }) => vector.size >= FEWEST)
      .map(({ unit, discussion, vector }) => {
        const mean = means.get(discussion)!;
        const product = [...vector].reduce((sum, [lemma, weight]) => sum + weight * mean.get(lemma)!, 0);
        return [unit, product / Math.max(1e-9, lengths.get(discussion)!)];
      }),
  );
}

/** Returns weighed words as a vector of length 1. */
function unitVector(counts: ReadonlyMap<string, number>, idf: (lemma: string) => number): Map<string, number> {
  const weighed = new Map([...counts].map(([lemma, count]) => [lemma, (1 + Math.log(count)) * idf(lemma)]));
  const length = Math.max(1e-9, lengthOf(weighed));
  return new Map([...weighed].map(([lemma, weight]) => [lemma, weight / length]));
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
}
