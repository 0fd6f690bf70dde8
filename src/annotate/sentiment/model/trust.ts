import type { Familiarity } from "./lean.ts";

/** As many Japanese letters as a text needs to be judged by its n-grams alone. */
const ENOUGH = 4;
/** Shares of n-grams with a weight: Japanese comments have from 0.8 up; by chance about a third fall on some weight. */
const FOREIGN = 0.45;
const FAMILIAR = 0.7;

/**
 * How far a verdict may be trusted, from 0 to 1, by how much the text is like those that taught the model.
 *
 * Few letters, letters of other scripts and n-grams that training never saw lower it; what words of the lexicon say
 * (`explained`) needs no n-grams and counts for half at least. Where irony
 * is marked, words may mean their opposite.
 */
export function trustIn(leans: readonly Familiarity[], explained: boolean, ironic: boolean): number {
  let letters = 0;
  let native = 0;
  let count = 0;
  let known = 0;
  for (const lean of leans) {
    letters += lean.letters;
    native += lean.native;
    count += lean.count;
    known += lean.known;
  }
  if (explained && letters === 0 && !ironic) return 1;
  const length = explained ? 1 : Math.min(1, native / ENOUGH);
  const script = letters === 0 ? 1 : Math.min(1, (1.25 * native) / letters);
  const share = count === 0 ? 0 : known / count;
  const familiar = Math.min(1, Math.max(0, (share - FOREIGN) / (FAMILIAR - FOREIGN)));
  const trust = length * script * familiar;
  return Math.min(ironic ? 0.5 : 1, explained ? Math.max(0.5, trust) : trust);
}
