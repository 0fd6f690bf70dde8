import type { DataReader } from "../model/data-folder.ts";
import { readWordVectors, type WordVectors } from "./word-vectors.ts";

/** The packed word vectors; `npx tsx workshop/learn-word-vectors.ts` makes them. */
export const WORD_VECTOR_FILE = "data/models/word-vectors.bin";

/** Word vectors with a number by which what was made of them knows them. */
export interface NamedVectors {
  readonly vectors: WordVectors;
  readonly mark: number;
}

/** Where a packed file has its checksum, behind the magic and the version. */
const CHECKSUM = 12;

/** Returns the word vectors of the package. */
export function loadWordVectors(read: DataReader): NamedVectors {
  const bytes = read.bytes(WORD_VECTOR_FILE);
  const mark = new DataView(bytes.buffer, bytes.byteOffset).getInt32(CHECKSUM, true);
  return { vectors: readWordVectors(bytes), mark };
}
