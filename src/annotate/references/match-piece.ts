import type { Range } from "../../model/span.ts";
import { alignNear, commonLength } from "./align.ts";
import { otherEnding, sameNumbers, sameWords } from "./compare-words.ts";
import { fold } from "./fold.ts";
import { offsetAfter, round } from "./offsets.ts";
import { SEED, type SeedIndex } from "./seed-index.ts";
import { LEAST_LENGTH, type Match, type Search, type Target } from "./target.ts";

const MOST_DIAGONALS = 6;

/** Returns the best place of one unbroken piece of quoted words; null if there is none. */
export function matchPiece({ text, before, targets, index, prefer }: Search, { start, end }: Range): Match | null {
  const { codes } = fold(text, start, end);
  if (codes.length < LEAST_LENGTH) return null;
  const raw = text.slice(start, end);
  let best: Match | null = null;
  let bestScore = 0;
  for (const diagonal of diagonals(codes, before, index)) {
    const match = matchAt(raw, codes, diagonal, targets[diagonal.target]!);
    if (match === null) continue;
    const score = match.similarity + prefer(diagonal.target);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best;
}

interface Diagonal {
  readonly target: number;
  readonly diagonal: number;
  votes: number;
  /** Votes of this diagonal and those close to it in the same text, as shifted by words put in or left out. */
  support: number;
}

/** The places that share most seeds with the quoted words, in one line with each other. */
function diagonals(codes: Uint16Array, before: number, index: SeedIndex): Diagonal[] {
  const seen = new Map<number, Diagonal>();
  // Every other seed of a longer quote is enough to find its line.
  const step = codes.length > 120 ? 4 : codes.length > 14 ? 2 : 1;
  for (let at = 0; at + SEED <= codes.length; at += step) {
    for (const place of index.places(codes, at, before)) {
      const diagonal = place.at - at;
      const key = place.text * 0x100000 + (diagonal + 0x80000);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { target: place.text, diagonal, votes: 1, support: 0 });
      else known.votes++;
    }
  }
  const all = [...seen.values()];
  const best = all
    .sort((a, b) => b.votes - a.votes || a.target - b.target || a.diagonal - b.diagonal)
    .slice(0, MOST_DIAGONALS);
  for (const one of best) {
    for (const { target, diagonal, votes } of all)
      if (target === one.target && Math.abs(diagonal - one.diagonal) <= 8) one.support += votes * step;
  }
  return best;
}

function matchAt(
  raw: string,
  codes: Uint16Array,
  { target, diagonal, support }: Diagonal,
  { unit, folded }: Target,
): Match | null {
  if (diagonal >= 0) {
    const common = commonLength(codes, 0, folded.codes, diagonal);
    const place = { target, unit, folded, from: diagonal };
    if (common === codes.length) return sameWords(raw, place, common);
    const ending = otherEnding(codes, place, common);
    if (ending !== null) return ending;
  }
  // With so few seeds in common no alignment can be close enough.
  if (codes.length < 8 || support < Math.max(2, codes.length * 0.25)) return null;
  const aligned = alignNear(codes, folded, diagonal, Math.min(24, 4 + Math.ceil(codes.length / 8)));
  const length = Math.max(codes.length, aligned.end - aligned.start);
  const similarity = 1 - aligned.edits / length;
  if (similarity < 0.78 || !sameNumbers(codes, folded.codes.subarray(aligned.start, aligned.end))) return null;
  return {
    target,
    start: folded.from[aligned.start]!,
    end: offsetAfter(folded, unit.text, aligned.end),
    similarity: round(similarity),
    change: "reworded",
  };
}
