/**
 * Spherical k-means over rows of `D` floats (a multiple of four), which are scaled to length 1 in place; `weights` says how much
 * a row moves its centre. First centres are drawn by `random`.
 */
export function kMeans(
  rows: Float32Array,
  D: number,
  K: number,
  rounds: number,
  random: () => number,
  weights: Float32Array,
): { readonly assigned: Int32Array; readonly centres: Float32Array } {
  const count = rows.length / D;
  scaleRows(rows, D);
  const centres = new Float32Array(K * D);
  const order = Int32Array.from({ length: count }, (_, row) => row);
  for (let k = 0; k < K; k++) {
    const drawn = k + Math.floor(random() * (count - k));
    [order[k], order[drawn]] = [order[drawn]!, order[k]!];
    centres.set(rows.subarray(order[k]! * D, order[k]! * D + D), k * D);
  }
  const assigned = new Int32Array(count);
  const across = new Float32Array(K * D);
  const dots = new Float32Array(K);
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < K; k++) for (let d = 0; d < D; d++) across[d * K + k] = centres[k * D + d]!;
    for (let row = 0; row < count; row++) {
      dots.fill(0);
      for (let d = 0; d < D; d += 4) {
        const at = row * D + d;
        const [first, second, third, fourth] = [rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!];
        const line = d * K;
        for (let k = 0; k < K; k++)
          dots[k]! +=
            first * across[line + k]! +
            second * across[line + K + k]! +
            third * across[line + 2 * K + k]! +
            fourth * across[line + 3 * K + k]!;
      }
      let best = 0;
      for (let k = 1; k < K; k++) if (dots[k]! > dots[best]!) best = k;
      assigned[row] = best;
    }
    centres.fill(0);
    for (let row = 0; row < count; row++)
      for (let d = 0; d < D; d++) centres[assigned[row]! * D + d]! += weights[row]! * rows[row * D + d]!;
    scaleRows(centres, D);
  }
  return { assigned, centres };
}

function scaleRows(rows: Float32Array, D: number): void {
  for (let at = 0; at < rows.length; at += D) {
    let norm = 0;
    for (let d = at; d < at + D; d++) norm += rows[d]! ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let d = at; d < at + D; d++) rows[d]! /= norm;
  }
}
