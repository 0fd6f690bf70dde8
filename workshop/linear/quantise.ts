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
  kept.forEach((row, i) => rows.set(weights.subarray(row * classes, (row + 1) * classes), i * classes));
  return { kept, weights: rows };
}

/** Returns weights in steps of one byte and what a step is worth; the few largest are clipped. */
export function quantise(weights: Float32Array): { readonly steps: Int8Array; readonly scale: number } {
  const sizes = weights.filter((weight) => weight !== 0).map(Math.abs).sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
  return { steps: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))), scale };
}
