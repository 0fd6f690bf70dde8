import { compileTrie, Trie, type TrieColumns } from "../../../words/trie.ts";
import type { LexiconEntry } from "./entry.ts";

/** The columns of a compiled lexicon: a trie of its texts, and what each entry says, by the trie's numbers. */
export interface LexiconColumns extends TrieColumns {
  readonly values: Float32Array;
  readonly kinds: Uint8Array;
  readonly parts: Uint8Array;
  readonly emotions: Uint8Array;
}

/** Compiles entries, whatever their order, into {@link LexiconColumns}. */
export function compileLexicon(entries: readonly LexiconEntry[]): LexiconColumns {
  const sorted = [...entries].sort((a, b) => a.kind - b.kind || a.pos - b.pos);
  const { columns, order: numbers } = compileTrie(sorted.map(({ text }) => text));
  const order = Array.from(numbers, (index) => sorted[index]!);
  return {
    ...columns,
    values: Float32Array.from(order, ({ value }) => value),
    kinds: Uint8Array.from(order, ({ kind }) => kind),
    parts: Uint8Array.from(order, ({ pos }) => pos),
    emotions: Uint8Array.from(order, ({ emotion }) => emotion),
  };
}

/** A compiled lexicon, walked one folded code unit at a time; its entries are the numbers of the trie. */
export class Lexicon extends Trie {
  readonly values: Float32Array;
  readonly kinds: Uint8Array;
  readonly parts: Uint8Array;
  readonly emotions: Uint8Array;

  constructor(columns: LexiconColumns) {
    super(columns);
    this.values = columns.values;
    this.kinds = columns.kinds;
    this.parts = columns.parts;
    this.emotions = columns.emotions;
  }
}
