import type { Predicate } from "./verb-predicate.ts";

/** What closes reported words. */
export interface Closing {
  /** Item of the particle or noun that closes the words. */
  readonly item: number;
  readonly predicate: Predicate;
  readonly by: string;
  /** Where the words end inside the item: 閉まった|って. */
  readonly end?: number;
}
