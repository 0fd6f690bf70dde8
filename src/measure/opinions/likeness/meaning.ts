import type { ConsiderationResources } from "../../../annotate/considerations/resources.ts";
import type { Sayings } from "../items.ts";
import type { ContentWords } from "../words/content.ts";
import { inContext } from "./context.ts";
import { groundRows } from "./ground-rows.ts";
import { normalise, Rows } from "./rows.ts";
import { sentenceVectors } from "./sentence-vectors.ts";

/** What all claims of a thread have in common, which tells none of them from another. */
export interface InCommon {
  readonly words: Float32Array;
  readonly grounds: Float32Array;
  /** Of the grounds in their context. */
  readonly leaning: Float32Array;
}

/** What claims mean, and what was left out of it. */
export interface Meanings {
  readonly rows: Rows;
  readonly inCommon: InCommon;
}

/**
 * Returns what each claim means, in its context: the direction of its words, without what all claims of the thread have in
 * common, and beside it where it lies among the grounds of public debate. Claims of a thread that is known (`known`) by some of
 * its comments are read against these: the rows of both are of one space.
 */
export function meaningRows(
  sayings: Sayings,
  content: ContentWords,
  resources: ConsiderationResources,
  known?: InCommon,
): Meanings {
  const words = inContext(sayings, sentenceVectors(sayings, resources.vectors, content));
  const common = known?.words ?? words.mean();
  words.subtract(common);
  words.normalise();
  const own = groundRows(sayings, resources, known?.grounds);
  const grounds = inContext(sayings, own.rows);
  const leaning = known?.leaning ?? grounds.mean();
  grounds.subtract(leaning);
  grounds.normalise();
  return { rows: beside(words, grounds), inCommon: { words: common, grounds: own.common, leaning } };
}

/** Returns rows that hold each row of the first and, behind it, that of the second, of length 1 together. */
function beside(first: Rows, second: Rows): Rows {
  const joined = new Rows(first.length, first.width + second.width);
  for (let i = 0; i < first.length; i++) {
    const to = joined.row(i);
    to.set(first.row(i));
    to.set(second.row(i), first.width);
    normalise(to);
  }
  return joined;
}
