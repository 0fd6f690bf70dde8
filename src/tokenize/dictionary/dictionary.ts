import type { Sections } from "./sections.ts";
import { LENGTH_BITS, LONGEST_TEXT } from "./text-reference.ts";

/** A compiled dictionary: typed arrays on one shared buffer, and the names of its parts of speech. */
export interface Dictionary extends Sections {
  /** The bytes of the file; post it to a worker and open it there by `viewDictionary` without a copy. */
  readonly buffer: SharedArrayBuffer;
  readonly rowLength: number;
  /** `名詞,固有名詞,地域,一般,*,*` for each row number that `part` gives. */
  readonly partNames: readonly string[];
}

/** Returns a lemma, reading or pronunciation out of the `strings` section. */
export function textAt(dictionary: Dictionary, reference: number): string {
  const start = reference >>> LENGTH_BITS;
  let text = "";
  for (let i = start, end = start + (reference & LONGEST_TEXT); i < end; i++) {
    text += String.fromCharCode(dictionary.strings[i]!);
  }
  return text;
}
