import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { ReferenceChange } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { alignNear, commonLength } from "./align.ts";
import { type Folded, fold, nextOffset } from "./fold.ts";
import { SEED, type SeedIndex } from "./index.ts";
import { endOfInflection, endsInsideToken } from "./inflection.ts";

/** A text that may be quoted. */
export interface Target {
  readonly unit: AnalyzedUnit;
  readonly folded: Folded;
}

/** Where quoted words come from. */
export interface Match {
  readonly target: number;
  readonly start: number;
  readonly end: number;
  readonly similarity: number;
  readonly change: ReferenceChange;
}

const ELISION = /(?:[(（[［【〔]\s*(?:中略|略|…+|\.{3,}|・・・)\s*[)）\]］】〕]|中略|…+|‥+|\.{3,}|・{3,}|[〜～~]+)/g;
const LEAST_LENGTH = 5;
const MOST_DIAGONALS = 6;

/** Finds the best place of quoted words among the texts before number `before`; `prefer` adds to a text's similarity when places compete. */
export function matchQuoted(
  text: string,
  quoted: Range,
  before: number,
  targets: readonly Target[],
  index: SeedIndex,
  prefer: (target: number) => number,
): Match | null {
  if (quoted.end - quoted.start < LEAST_LENGTH) return null;
  const whole = matchPiece(text, quoted.start, quoted.end, before, targets, index, prefer);
  const pieces = piecesOf(text, quoted);
  if (pieces.length < 2 || whole?.similarity === 1) return whole;
  return matchElided(text, pieces, before, targets, index, prefer) ?? whole;
}

function piecesOf(text: string, { start, end }: Range): Range[] {
  const pieces: Range[] = [];
  let from = start;
  for (const elision of text.slice(start, end).matchAll(ELISION)) {
    pieces.push({ start: from, end: start + elision.index });
    from = start + elision.index + elision[0].length;
  }
  pieces.push({ start: from, end });
  return pieces.filter((piece) => fold(text, piece.start, piece.end).codes.length >= 3);
}

/** All pieces must stand in one text, in order, the same or with another ending. */
function matchElided(
  text: string,
  pieces: readonly Range[],
  before: number,
  targets: readonly Target[],
  index: SeedIndex,
  prefer: (target: number) => number,
): Match | null {
  const anchor = [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start))[0]!;
  const found = matchPiece(text, anchor.start, anchor.end, before, targets, index, prefer);
  if (found === null) return null;
  let last = -1;
  let first = -1;
  let same = 0;
  let all = 0;
  for (const piece of pieces) {
    const { folded, unit } = targets[found.target]!;
    const { codes } = fold(text, piece.start, piece.end);
    const at =
      piece === anchor
        ? foldedAt(folded, found.start)
        : search(codes, folded.codes, last < 0 ? 0 : last, piece === pieces.at(-1));
    if (at < 0 || at < last) return null;
    const common = commonLength(codes, 0, folded.codes, at);
    const end =
      common === codes.length
        ? at + common
        : foldedAt(folded, endOfInflection(unit, offsetAfter(folded, unit.text, at + common)));
    if (first < 0) first = at;
    last = end;
    same += common;
    all += codes.length;
  }
  const { folded, unit } = targets[found.target]!;
  return {
    target: found.target,
    start: folded.from[first]!,
    end: offsetAfter(folded, unit.text, last),
    similarity: round(same / all),
    change: "elided",
  };
}

/** First place from `from` on where all of `codes` stand, or for the last piece all but its ending. */
function search(codes: Uint16Array, target: Uint16Array, from: number, ending: boolean): number {
  const least = ending ? Math.max(3, Math.ceil(codes.length * 0.7)) : codes.length;
  for (let at = from; at + 1 < target.length; at++) {
    if (target[at] === codes[0] && commonLength(codes, 0, target, at) >= least) return at;
  }
  return -1;
}

function matchPiece(
  text: string,
  start: number,
  end: number,
  before: number,
  targets: readonly Target[],
  index: SeedIndex,
  prefer: (target: number) => number,
): Match | null {
  const { codes } = fold(text, start, end);
  if (codes.length < LEAST_LENGTH) return null;
  let best: Match | null = null;
  let bestScore = 0;
  for (const { target, diagonal, support } of diagonals(codes, before, index)) {
    const match = matchAt(text, start, end, codes, target, diagonal, targets[target]!, support);
    if (match === null) continue;
    const score = match.similarity + prefer(target);
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
  text: string,
  start: number,
  end: number,
  codes: Uint16Array,
  target: number,
  diagonal: number,
  { unit, folded }: Target,
  support: number,
): Match | null {
  const raw = text.slice(start, end);
  if (diagonal >= 0) {
    const common = commonLength(codes, 0, folded.codes, diagonal);
    if (common === codes.length) return sameWords(raw, target, diagonal, diagonal + common, unit, folded);
    const ending = otherEnding(codes, common, target, diagonal, unit, folded);
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

function sameWords(raw: string, target: number, from: number, to: number, unit: AnalyzedUnit, folded: Folded): Match {
  const start = folded.from[from]!;
  let end = offsetAfter(folded, unit.text, to);
  // What was folded away at the end of both belongs to both: 。
  const closing = /[。、!！?？…)）」』]+$/.exec(raw)?.[0] ?? "";
  if (closing !== "" && unit.text.startsWith(closing, end)) end += closing.length;
  const written = unit.text.slice(start, end);
  const match = { target, start, end, similarity: 1 };
  if (written !== raw && stripped(written) !== stripped(raw)) return { ...match, change: "width", similarity: 1 };
  if (endsInsideToken(unit, end)) {
    const whole = endOfInflection(unit, end);
    if (whole > end)
      return { ...match, end: whole, similarity: round((end - start) / (whole - start)), change: "ending" };
  }
  const { sentences } = unit;
  const complete =
    sentences.some((sentence) => sentence.start === start) && sentences.some((sentence) => sentence.end === end);
  return { ...match, change: complete ? "exact" : "partial" };
}

/** Without the punctuation at both ends, where quoting often cuts. */
function stripped(text: string): string {
  return text.replace(/^[\s。、「『(（]+|[\s。、」』)）!！?？…]+$/g, "");
}

/** The same up to an ending in kana: 満たない quoted as 満たなかった. */
function otherEnding(
  codes: Uint16Array,
  common: number,
  target: number,
  from: number,
  unit: AnalyzedUnit,
  folded: Folded,
): Match | null {
  const rest = codes.length - common;
  if (common < LEAST_LENGTH || rest > 7 || common / codes.length < 0.55) return null;
  for (let i = common; i < codes.length; i++) if (codes[i]! < 0x3041 || codes[i]! > 0x3096) return null;
  const start = folded.from[from]!;
  const shared = offsetAfter(folded, unit.text, from + common);
  const end = endOfInflection(unit, shared);
  const edits = Math.max(rest, end - shared);
  if (edits > 8) return null;
  return { target, start, end, similarity: round(1 - edits / (common + edits)), change: "ending" };
}

/** Numbers must be the same: another number is another claim. */
function sameNumbers(a: Uint16Array, b: Uint16Array): boolean {
  const digits = (codes: Uint16Array) => [...codes].filter((code) => code >= 0x30 && code <= 0x39).join();
  return digits(a) === digits(b);
}

function offsetAfter({ from }: Folded, text: string, at: number): number {
  return at === 0 ? (from[0] ?? 0) : nextOffset(text, from[at - 1]!);
}

function foldedAt({ from }: Folded, offset: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from[middle]! >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
