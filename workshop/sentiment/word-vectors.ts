/**
 * Word vectors of chiVe, as the wheel ja-ginza carries them, by which words that training never saw lean as those do that keep
 * the same company. They are folded into the weights of words; no vector ships.
 */
import { existsSync } from "node:fs";
import type { Tokens } from "../../src/model/tokens.ts";
import { Is } from "../../src/words/token-bits.ts";
import { readVectors } from "../entities/vectors/read-vectors.ts";

const WHEEL = "../wheels/ja_ginza-5.2.0-py3-none-any.whl";
/** Numbers, names and marks say nothing by their company. */
const SILENT = Is.polite | Is.period | Is.comma | Is.bracket | Is.number | Is.knownName | Is.symbol;

/** Vectors of length 1. */
export interface WordVectors {
  readonly dimensions: number;
  /** The vector of a word; null for a stranger. */
  readonly of: (word: string) => Float32Array | null;
}

/** Reads the vectors; throws where the wheel is absent. */
export function loadWordVectors(): WordVectors {
  if (!existsSync(WHEEL)) throw new Error(`${WHEEL} is absent: \`npx tsx workshop/learn-word-kinds.ts\` fetches it`);
  const { words, rows, dimensions } = readVectors(WHEEL);
  const places = new Map(words);
  for (let at = 0; at < rows.length; at += dimensions) {
    const length = Math.hypot(...rows.subarray(at, at + dimensions)) || 1;
    for (let i = at; i < at + dimensions; i++) rows[i]! /= length;
  }
  return {
    dimensions,
    of: (word) => {
      const row = places.get(word);
      return row === undefined ? null : rows.subarray(row * dimensions, (row + 1) * dimensions);
    },
  };
}

/** Calls back for each word that may have a vector. */
export function eachWord(tokens: Tokens, bits: Int32Array, visit: (word: string) => void): void {
  for (let i = 0; i < tokens.length; i++) {
    const own = bits[i]!;
    if ((own & SILENT) === 0) visit((own & Is.inflected) !== 0 ? tokens.lemma(i) : tokens.surface(i));
  }
}
