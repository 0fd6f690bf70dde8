import { checkOptions } from "../model/error.ts";
import type { Tokenizer } from "../model/tokens.ts";
import type { Dictionary } from "./dictionary/dictionary.ts";
import { dictionaryPath } from "./dictionary/locate.ts";
import { readDictionary } from "./dictionary/read-dictionary.ts";
import { DictionaryTokenizer } from "./tokenizer.ts";

/** Where a tokenizer takes its words from. */
export interface TokenizerOptions {
  /** A compiled dictionary: its path, its bytes, or the shared memory of another thread's; the package's own by default. */
  readonly dictionary?: string | Uint8Array | SharedArrayBuffer | undefined;
}

/**
 * Loads the dictionary and makes a tokenizer of it; takes some 30 ms and 80 MB.
 *
 * Throws a `YoronError`: `missing-resource` if the file cannot be read, `bad-dictionary` if it is damaged or foreign.
 *
 * @example
 * const tokenizer = await loadTokenizer();
 * for (const token of tokenizer.tokenize("すもももももももものうち")) console.log(token.surface, token.pos);
 */
export async function loadTokenizer(options: TokenizerOptions = {}): Promise<Tokenizer> {
  return openTokenizer(options);
}

/** Does what {@link loadTokenizer} does, at once; for workers. */
export function openTokenizer(options: TokenizerOptions = {}): DictionaryTokenizer {
  checkOptions(options, ["dictionary"], "loadTokenizer");
  const dictionary: Dictionary = readDictionary(options.dictionary ?? dictionaryPath());
  return new DictionaryTokenizer(dictionary);
}
