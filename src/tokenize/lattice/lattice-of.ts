import type { Dictionary } from "../dictionary/dictionary.ts";
import { Lattice } from "./lattice.ts";

const lattices = new WeakMap<Dictionary, Lattice>();

/**
 * Returns a dictionary's one lattice of this thread.
 *
 * Between two texts it holds nothing, so all tokenizers may use it; a second one would cost both their speed, since
 * the machine code of the first is made for its arrays alone (docs/tokenizer.md).
 */
export function latticeOf(dictionary: Dictionary): Lattice {
  const known = lattices.get(dictionary);
  if (known !== undefined) return known;
  const lattice = new Lattice(dictionary);
  lattices.set(dictionary, lattice);
  return lattice;
}
