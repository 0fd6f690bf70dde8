import type { Range } from "../../model/span.ts";
import { commonLength } from "./align.ts";
import { fold } from "./fold.ts";
import { endOfInflection } from "./inflection.ts";
import { matchPiece } from "./match-piece.ts";
import { foldedAt, offsetAfter, round } from "./offsets.ts";
import { LEAST_LENGTH, type Match, type Search } from "./target.ts";

const ELISION = /(?:[(（[［【〔]\s*(?:中略|略|…+|\.{3,}|・・・)\s*[)）\]］】〕]|中略|…+|‥+|\.{3,}|・{3,}|[〜～~]+)/g;

/** Returns the best place of quoted words; null if they stand in none of the texts. */
export function matchQuoted(search: Search, quoted: Range): Match | null {
  if (quoted.end - quoted.start < LEAST_LENGTH) return null;
  const whole = matchPiece(search, quoted);
  const pieces = piecesOf(search.text, quoted);
  if (pieces.length < 2 || whole?.similarity === 1) return whole;
  return matchElided(search, pieces) ?? whole;
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

/** Returns the place of all pieces in one text, in order, the same or with another ending; null if there is none. */
function matchElided(search: Search, pieces: readonly Range[]): Match | null {
  const { text, targets } = search;
  const anchor = [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start))[0]!;
  const found = matchPiece(search, anchor);
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
        : placeOf(codes, folded.codes, last < 0 ? 0 : last, piece === pieces.at(-1));
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

/** Returns the first place from `from` on where all of `codes` stand, or for the last piece all but its ending; -1 if there is none. */
function placeOf(codes: Uint16Array, target: Uint16Array, from: number, ending: boolean): number {
  const least = ending ? Math.max(3, Math.ceil(codes.length * 0.7)) : codes.length;
  for (let at = from; at + 1 < target.length; at++) {
    if (target[at] === codes[0] && commonLength(codes, 0, target, at) >= least) return at;
  }
  return -1;
}
