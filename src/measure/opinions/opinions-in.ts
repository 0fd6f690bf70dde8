import type { Analysis } from "../../model/analysis.ts";
import { type FoundOpinions, findOpinions, type OpinionOptions } from "./find-opinions.ts";

interface Kept {
  readonly analyses: readonly Analysis[];
  readonly options: OpinionOptions;
  readonly found: FoundOpinions;
}

/**
 * What was found last of discussions, by their first: the tables of opinions and of claims, and the charts of both, ask
 * for the same in turn, and it takes longer than all else. An analysis is frozen, so nobody sees the difference.
 */
const kept = new WeakMap<Analysis, Kept>();

/** Returns the opinions in discussions, found once for the same discussions and options. */
export function opinionsIn(analyses: readonly Analysis[], options: OpinionOptions): FoundOpinions {
  const [first] = analyses;
  if (first === undefined) return findOpinions(analyses, options);
  const last = kept.get(first);
  if (last !== undefined && isSame(last, analyses, options)) return last.found;
  const found = findOpinions(analyses, options);
  kept.set(first, { analyses, options, found });
  return found;
}

function isSame(last: Kept, analyses: readonly Analysis[], { vectors, embed, seed }: OpinionOptions): boolean {
  return (
    last.options.vectors === vectors &&
    last.options.embed === embed &&
    last.options.seed === seed &&
    last.analyses.length === analyses.length &&
    last.analyses.every((analysis, i) => analysis === analyses[i])
  );
}
