import { graphemes, round } from "./rows.ts";

/** A comment that has a score, with the sentence that sounds most like it. */
export interface Heard {
  readonly score: number;
  readonly sentence: string;
  readonly unit: string;
}

/** Comments within this of the end, and at most this share of all, may stand for the end. */
const NEAR = 0.15;
const SHARE = 0.1;
/** The distance in which examples lie, or are not told. */
const APART = 0.08;
/** A sentence of this length can be read in a line, and says something. */
const BEST_LENGTH = 24;

/** Returns up to three comments that stand for the lower end, the middle and the upper end, in this order. */
export function toneExamples<T extends Heard>(sorted: readonly T[]): readonly T[] {
  if (sorted.length === 0) return [];
  const most = Math.max(1, Math.floor(sorted.length * SHARE));
  const end = (from: readonly T[]) =>
    easiest(from.slice(0, most).filter(({ score }) => Math.abs(score - from[0]!.score) <= NEAR));
  const middle = sorted[Math.floor(sorted.length / 2)]!.score;
  const around = sorted.filter(({ score }) => Math.abs(score - middle) <= NEAR / 3);
  const chosen = [end(sorted), easiest(around), end([...sorted].reverse())];
  return chosen.filter((one, i) => chosen.slice(0, i).every((other) => round(one.score - other.score) >= APART));
}

/** The one whose sentence is neither a word nor a page; the first of several. */
function easiest<T extends Heard>(among: readonly T[]): T {
  const strain = ({ sentence }: T) => Math.abs(graphemes(sentence).length - BEST_LENGTH);
  return among.reduce((best, one) => (strain(one) < strain(best) ? one : best));
}
