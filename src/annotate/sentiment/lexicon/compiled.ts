import { pack, unpack } from "../../../words/packed.ts";
import type { LexiconColumns } from "./lexicon.ts";

const LEXICON = {
  kind: "sentiment lexicon",
  version: 2,
  columns: {
    firstChild: "int32",
    firstValue: "int32",
    values: "float32",
    codes: "uint16",
    kinds: "uint8",
    parts: "uint8",
    emotions: "uint8",
  },
} as const;

/** Packs a lexicon with the fingerprint of the files that it was made of. */
export function encodeLexicon(columns: LexiconColumns, fingerprint: number): Uint8Array {
  return pack(LEXICON, columns, { fingerprint });
}

/** Returns what {@link encodeLexicon} packed, as views; null if the bytes are something else or made of other files. */
export function decodeLexicon(bytes: Uint8Array, fingerprint: number): LexiconColumns | null {
  try {
    const { columns, facts } = unpack(LEXICON, bytes);
    return facts.fingerprint === fingerprint ? columns : null;
  } catch {
    return null;
  }
}
