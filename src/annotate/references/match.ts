import type { Range } from "../../model/span.ts";
import { commonLength } from "./align.ts";
import { fold } from "./fold.ts";
import { endOfInflection } from "./inflection.ts";
import { matchPiece } from "./match-piece.ts";
import { foldedAt, offsetAfter, round } from "./offsets.ts";
import type { SeedIndex } from "./seed-index.ts";
import { LEAST_LENGTH, type Match, type Target } from "./target.ts";

const ELISION = /(?:[(（[［【〔]\s*(?:中略|略|…+|\.{3,}|・・・)\s*[)）\]］】〕]|中略|…+|‥+|\.{3,}|・{3,}|[〜～~]+)/g;

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
