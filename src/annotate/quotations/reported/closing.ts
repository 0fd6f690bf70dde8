import type { Frame } from "../frame/frame.ts";
import type { Predicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";

/** What closes reported words. */
export interface Closing {
  /** Item of the particle or noun that closes the words. */
  readonly item: number;
  readonly predicate: Predicate;
  /** What the output calls it: …と述べる. */
  readonly by: `…${string}`;
  /** Where the words end inside the item: 閉まった|って. */
  readonly end?: number;
  /** Whether no subject before the words tells them: 台風は上陸するという。 */
  readonly hearsay?: true;
}

/** A way in which words are closed that stand in no brackets. */
export interface ClosingRule {
  readonly name: string;
  /** A text with such words. */
  readonly example: string;
  /** The characters with which an item may begin for the rule to be asked; without it, any behind a verb. */
  readonly first?: string;
  /** Where the rule is asked; it alone decides there. */
  readonly when: (frame: Frame, item: number) => boolean;
  /** Returns the closing at an item of a sentence that ends before `to`; null if nothing is reported. */
  readonly close: (frame: Frame, item: number, to: number, resources: QuotationResources) => Closing | null;
}
