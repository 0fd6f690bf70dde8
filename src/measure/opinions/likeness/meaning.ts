import type { ConsiderationResources } from "../../../annotate/considerations/resources.ts";
import type { Sayings } from "../items.ts";
import type { ContentWords } from "../words/content.ts";
import { inContext } from "./context.ts";
import { groundRows } from "./ground-rows.ts";
import { normalise, Rows } from "./rows.ts";
import { sentenceVectors } from "./sentence-vectors.ts";

/**
 * Returns what each claim means, in its context: the direction of its words, without what all claims of the thread have in
 * common, and beside it where it lies among the grounds of public debate.
 */
export function meaningRows(sayings: Sayings, content: ContentWords, resources: ConsiderationResources): Rows {
  const words = inContext(sayings, sentenceVectors(sayings, resources.vectors, content));
  words.subtract(words.mean());
  words.normalise();
  const grounds = inContext(sayings, groundRows(sayings, resources));
  grounds.subtract(grounds.mean());
  grounds.normalise();
  return beside(words, grounds);
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
