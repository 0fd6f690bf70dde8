import type { Sayings } from "../items.ts";
import { Rows } from "./rows.ts";

/** What a claim leans on, beside its own words. */
export interface Context {
  /** What the whole comment weighs. */
  readonly comment: number;
  /** What the comment that it answers weighs beside its own. */
  readonly answered: number;
  /** What the answers that it got weigh together. */
  readonly answers: number;
}

export const CONTEXT: Context = { comment: 2, answered: 1, answers: 0.5 };

/**
 * Returns the rows of claims, each with that of its whole comment, and each comment with what it answers and what answers
 * it: 「それは無理」 speaks of what stands above it. All of length 1, but for rows that say nothing.
 */
export function inContext(
  { items, voices }: Sayings,
  own: Rows,
  { comment, answered, answers }: Context = CONTEXT,
): Rows {
  const whole = new Rows(voices.length, own.width);
  for (const [i, { voice }] of items.entries()) whole.add(voice, own.row(i), 1);
  whole.normalise();
  const below = new Rows(voices.length, own.width);
  for (const [v, { answers: parent }] of voices.entries()) if (parent >= 0) below.add(parent, whole.row(v), 1);
  below.normalise();
  const said = new Rows(voices.length, own.width);
  for (const [v, { answers: parent }] of voices.entries()) {
    said.add(v, whole.row(v), 1);
    if (parent >= 0) said.add(v, whole.row(parent), answered);
    said.add(v, below.row(v), answers);
  }
  said.normalise();
  const leaning = new Rows(items.length, own.width);
  for (const [i, { voice }] of items.entries()) {
    leaning.add(i, own.row(i), 1);
    leaning.add(i, said.row(voice), comment);
  }
  leaning.normalise();
  return leaning;
}
