import { countBefore } from "./sorted.ts";

/** What a clause does besides telling: bits. */
export const Mark = {
  conditional: 1,
  wish: 2,
  question: 4,
  hedge: 8,
  irony: 16,
  /** Asks inside a sentence that tells: どちらを選ぶのか in どちらを選ぶのか楽しみだ. */
  embedded: 32,
  /** Regret of what was not: 行きたかったなあ, 駐車場があれば満点でした. */
  regret: 64,
} as const;

/** A stretch of a sentence around one predicate: tokens `[first, last)`. */
export interface Clause {
  readonly first: number;
  readonly last: number;
  /** Bits of {@link Mark}. */
  marks: number;
  /** Whether the clause after it turns against it (が, けど, しかし). */
  conceded: boolean;
  /** Whether it turns against the clause before it. */
  contrast: boolean;
}

/** Returns the index of the clause that holds a token. */
export function clauseAt(clauses: readonly Clause[], token: number): number {
  return Math.max(0, countBefore(clauses, token + 1) - 1);
}
