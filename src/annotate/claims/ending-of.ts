import { Is } from "../../words/token-bits.ts";
import type { Piece } from "./piece.ts";
import type { Ending } from "./words.ts";

/** Returns what the longest known ending of a piece tells, final particles left aside where they hide it; null for none. */
export function endingOf(piece: Piece): Ending | null {
  const { tokens, bits, words, first, coreLast, coreEnd, start, asked } = piece;
  let end = coreEnd;
  for (let row = coreLast; row > first; row--) {
    const found = words.endings.longest(tokens.text, end, start);
    for (const ending of found?.value ?? []) {
      if (ending.asked === "any" || (ending.asked === "yes") === asked) return ending;
    }
    if ((bits[row - 1]! & Is.final) === 0 || asks(piece, row - 1)) return null;
    end = tokens.start(row - 1);
  }
  return null;
}

const KA = "か".charCodeAt(0);

/** Whether a final particle asks. */
function asks({ tokens }: Piece, row: number): boolean {
  return tokens.text.charCodeAt(tokens.start(row)) === KA && tokens.end(row) === tokens.start(row) + 1;
}
