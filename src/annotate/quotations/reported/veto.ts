import type { Frame } from "../frame/frame.ts";
import type { Predicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";

/** A reason why と before a verb reports nobody's words. */
export interface Veto {
  readonly name: string;
  /** A text in which nothing is reported, for this reason and none of an earlier row. */
  readonly example: string;
  /** Whether it holds for the と at an item, and the verb behind it. */
  readonly when: (frame: Frame, item: number, predicate: Predicate, resources: QuotationResources) => boolean;
}
