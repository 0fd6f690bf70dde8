import type { SentimentEvidence } from "../../../model/layers.ts";
import type { ReadSentence, ReadUnit } from "../read-unit.ts";
import { signed } from "../rules/evidence.ts";
import { Is } from "../rules/token-classes.ts";
import { slotNorm } from "./linear-model.ts";

const MOST = 3;
/** In logits between positive and negative. */
const NOTICEABLE = 0.25;

/**
 * The words whose n-grams weigh most in a sentence, at most three, beside those that the rules name already.
 *
 * `scale` is the model's, by which the leanings by token are to be multiplied.
 */
export function leanEvidence(
  { unit, bits, leanByToken }: ReadUnit,
  read: ReadSentence,
  scale: number,
): SentimentEvidence[] {
  const { tokens, text, id } = unit;
  const { firstToken, lastToken } = read.sentence;
  const norm = slotNorm(read.lean.count) * scale;
  const found: { first: number; last: number; lean: number }[] = [];
  for (let i = firstToken; i < lastToken; i++) {
    const lean = leanByToken[i]! * norm;
    if ((bits[i]! & (Is.comma | Is.period | Is.bracket)) !== 0 || Math.abs(lean) < NOTICEABLE / 3) continue;
    const previous = found.at(-1);
    if (previous !== undefined && previous.last === i && previous.lean > 0 === lean > 0) {
      previous.last = i + 1;
      previous.lean += lean;
    } else found.push({ first: i, last: i + 1, lean });
  }
  return found
    .filter(({ lean }) => Math.abs(lean) >= NOTICEABLE)
    .map(({ first, last, lean }) => {
      const start = tokens.start(first);
      const end = tokens.end(last - 1);
      const score = Math.tanh(lean / 2);
      return { unit: id, start, end, text: text.slice(start, end), score, why: `model: words ${signed(score)}` };
    })
    .filter(({ start, end }) => !read.evidence.some((piece) => piece.start < end && start < piece.end))
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || a.start - b.start)
    .slice(0, MOST)
    .sort((a, b) => a.start - b.start);
}
