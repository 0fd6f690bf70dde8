import type { Tokens } from "../../../model/tokens.ts";
import type { Bracket } from "./brackets.ts";
import type { FoundSubject, NounPhrase } from "./phrase.ts";

/**
 * The words of one level of a text: tokens as items, each pair of brackets as a single item.
 *
 * A quote is understood from its surroundings at its own level; what other brackets hold is not looked at.
 */
export interface Frame {
  readonly text: string;
  readonly tokens: Tokens;
  readonly length: number;
  /** Class of each item, {@link W}. */
  readonly words: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Row of the token, or -1 - index into `brackets`. */
  readonly rows: Int32Array;
  /** 1 where a sentence begins. */
  readonly begins: Uint8Array;
  readonly brackets: readonly Bracket[];
  /** What several rules ask for, kept by item: the noun phrase that ends there, the subject that its particle makes. */
  readonly phrases: (NounPhrase | null | undefined)[];
  readonly subjects: (FoundSubject | null | undefined)[];
}

/** Whether an item is written so. */
export function reads(frame: Frame, item: number, written: string): boolean {
  return (
    item >= 0 &&
    item < frame.length &&
    frame.ends[item]! - frame.starts[item]! === written.length &&
    frame.text.startsWith(written, frame.starts[item]!)
  );
}

/** Dictionary form of an item; empty for a bracket. */
export function lemmaOf(frame: Frame, item: number): string {
  const row = frame.rows[item] ?? -1;
  return row < 0 ? "" : frame.tokens.lemma(row);
}

/** First item of the sentence that an item stands in. */
export function sentenceStart(frame: Frame, item: number): number {
  let at = item;
  while (at > 0 && !frame.begins[at]) at--;
  return at;
}

/** Item after the last of the sentence that an item stands in. */
export function sentenceEnd(frame: Frame, item: number): number {
  let at = item + 1;
  while (at < frame.length && !frame.begins[at]) at++;
  return at;
}
