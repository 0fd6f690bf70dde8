/** Brings trained weights down to the bytes that ship. */

/** Returns the rows with the largest weights, in their order: their numbers and their weights. */
export function keepLargest(weights: Float32Array, classes: number, most: number) {
  const size = Array.from({ length: weights.length / classes }, (_, row) => {
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += weights[row * classes + c]! ** 2;
    return sum;
  });
  const kept = [...size.keys()]
    .sort((a, b) => size[b]! - size[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  const rows = new Float32Array(kept.length * classes);
  for (const [i, row] of kept.entries()) rows.set(weights.subarray(row * classes, (row + 1) * classes), i * classes);
  return { kept, weights: rows };
}

/**
 * Returns the weights of each row that differ most from the row's median, less the median, and their classes in order.
 * What all classes of a row have in common changes no probability.
 */
export function largestOfRows(weights: Float32Array, classes: number, width: number) {
  const rows = weights.length / classes;
  const largest = new Float32Array(rows * width);
  const classOf = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const own = weights.slice(row * classes, (row + 1) * classes);
    const middle = own.slice().sort()[classes >> 1]!;
    const far = own.map((weight) => weight - middle);
    const order = [...far.keys()].sort((a, b) => Math.abs(far[b]!) - Math.abs(far[a]!) || a - b).slice(0, width);
    for (const [k, c] of order.sort((a, b) => a - b).entries()) {
      largest[row * width + k] = far[c]!;
      classOf[row * width + k] = c;
    }
  }
  return { weights: largest, classOf };
}

/** Returns weights in steps of one byte and what a step is worth; the few largest are clipped. */
export function quantise(weights: Float32Array): { readonly steps: Int8Array; readonly scale: number } {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
  return {
    steps: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
  };
}
