import type { QuotationResources } from "../resources.ts";

const endsWithAny = (text: string, ends: readonly string[]) => ends.some((end) => text.endsWith(end));

/** Whether a sentence ends as people talk: かな, じゃん, w, or in a cry. */
export function isCasual(sentence: string, { words }: QuotationResources): boolean {
  if (endsWithAny(sentence.replace(/。$/u, ""), words.formalEnds)) return false;
  if (/[?？!！…]。*$/u.test(sentence)) return true;
  const bare = sentence.replace(/[。、…!！?？]+$/u, "");
  return endsWithAny(bare, words.casualEnds) && !endsWithAny(bare, words.notCasual);
}

/** Whether a sentence ends in a word for a kind of work: …はアルバムである。 */
export function isWorkDefinition(sentence: string, { words }: QuotationResources): boolean {
  const bare = sentence.replace(/。$/u, "");
  if (endsWithAny(bare, words.works)) return true;
  return words.copulas.some(
    (copula) => bare.endsWith(copula) && endsWithAny(bare.slice(0, -copula.length), words.works),
  );
}

/** Whether a sentence ends as a definition: …を指す。 */
export function isDefinition(sentence: string, { words }: QuotationResources): boolean {
  return endsWithAny(sentence.replace(/。$/u, ""), words.definitions);
}
