import { dataReader } from "../model/data-folder.ts";
import { checkOptions } from "../model/error.ts";
import type { Tokenizer } from "../model/tokens.ts";
import { loadFolding } from "../words/fold.ts";
import { dictionaryPath } from "./dictionary/locate.ts";
import { readDictionary } from "./dictionary/read-dictionary.ts";
import { latticeOf } from "./lattice/lattice-of.ts";
import { DictionaryTokenizer } from "./tokenizer.ts";
import { readUserDictionary } from "./user/read-user-dictionary.ts";
import type { UserEntry } from "./user/user-entry.ts";
import { compileUserLexicon } from "./user/user-lexicon.ts";
import { withWrittenForms } from "./user/written-forms.ts";

export type { UserEntry };

/** Where a tokenizer takes its words from. */
export interface TokenizerOptions {
  /** A compiled dictionary: its path, its bytes, or the shared memory of another thread's; the package's own by default. */
  readonly dictionary?: string | Uint8Array | SharedArrayBuffer;
  /** Words of the user's own: the path of a file in MeCab's CSV or the short form, or the entries themselves. */
  readonly userDictionary?: string | readonly UserEntry[];
}

/**
 * Returns a tokenizer made of the dictionary, which it loads; that takes some 30 ms and 80 MB.
 *
 * Throws a `YoronError`: `missing-resource` if the file cannot be read, `bad-dictionary` if it is damaged or foreign,
 * `bad-lexicon` if rows of the user dictionary are malformed.
 *
 * @example
 * const tokenizer = await loadTokenizer();
 * for (const token of tokenizer.tokenize("すもももももももものうち")) console.log(token.surface, token.pos);
 */
export async function loadTokenizer(options: TokenizerOptions = {}): Promise<Tokenizer> {
  return openTokenizer(options);
}

/** Returns what {@link loadTokenizer} gives, at once; for workers. */
export function openTokenizer(options: TokenizerOptions = {}): DictionaryTokenizer {
  checkOptions(options, ["dictionary", "userDictionary"], "loadTokenizer");
  const dictionary = readDictionary(options.dictionary ?? dictionaryPath());
  if (options.userDictionary === undefined) return new DictionaryTokenizer(dictionary);
  const { rows, name } = readUserDictionary(options.userDictionary);
  const forms = withWrittenForms(rows, loadFolding(dataReader()));
  return new DictionaryTokenizer(dictionary, compileUserLexicon(dictionary, latticeOf(dictionary), forms, name));
}
