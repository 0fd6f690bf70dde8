import type { Folded } from "./fold.ts";

/** Where quoted characters lie in a text, `[start, end)` in folded characters, and how like they are. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Number of characters to change, add or drop. */
  readonly edits: number;
}

/**
 * Returns the alignment of the whole of `quoted` with the part of `target` near a diagonal that needs the fewest edits.
 *
 * Semi-global edit distance in a band (Ukkonen 1985): time `quoted × band`, so that one quote costs the same in any text.
 */
export function alignNear(quoted: Uint16Array, { codes: target }: Folded, diagonal: number, band: number): Alignment {
  const width = 2 * band + 1;
  const rows = quoted.length + 1;
  const cost = new Int32Array(rows * width);
  const begin = new Int32Array(rows * width);
  const FAR = 1 << 20;
  // Cell (i, k) stands for i quoted characters and target offset j = i + diagonal + k - band.
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < width; k++) {
      const j = i + diagonal + k - band;
      const cell = i * width + k;
      cost[cell] = FAR;
      if (j < 0 || j > target.length) continue;
      if (i === 0) {
        cost[cell] = 0;
        begin[cell] = j;
        continue;
      }
      if (j > 0) {
        const diagonalCell = cell - width;
        const step = cost[diagonalCell]! + (quoted[i - 1] === target[j - 1] ? 0 : 1);
        cost[cell] = step;
        begin[cell] = begin[diagonalCell]!;
        if (k > 0 && cost[cell - 1]! + 1 < cost[cell]!) {
          cost[cell] = cost[cell - 1]! + 1;
          begin[cell] = begin[cell - 1]!;
        }
      }
      if (k + 1 < width && cost[cell - width + 1]! + 1 < cost[cell]!) {
        cost[cell] = cost[cell - width + 1]! + 1;
        begin[cell] = begin[cell - width + 1]!;
      }
    }
  }
  let best: Alignment = { start: 0, end: 0, edits: FAR };
  for (let k = 0; k < width; k++) {
    const cell = (rows - 1) * width + k;
    const end = rows - 1 + diagonal + k - band;
    if (end < 0 || end > target.length) continue;
    if (cost[cell]! < best.edits) best = { start: begin[cell]!, end, edits: cost[cell]! };
  }
  return best;
}

/** Returns the number of leading characters that are the same from given places on. */
export function commonLength(a: Uint16Array, from: number, b: Uint16Array, at: number): number {
  let length = 0;
  while (from + length < a.length && at + length < b.length && a[from + length] === b[at + length]) length++;
  return length;
}
