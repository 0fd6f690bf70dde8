/** Returns the weights, rows an input and columns an output, that map inputs to outputs with the least squared error and a penalty on their squares. */
export function ridge(
  inputs: readonly Float32Array[],
  outputs: readonly Float64Array[],
  penalty: number,
): Float64Array[] {
  const [size, width] = [inputs[0]!.length, outputs[0]!.length];
  const left = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? penalty : 0)),
  );
  const right = Array.from({ length: size }, () => new Float64Array(width));
  for (const [n, x] of inputs.entries()) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) left[i]![j]! += x[i]! * x[j]!;
      for (let k = 0; k < width; k++) right[i]![k]! += x[i]! * outputs[n]![k]!;
    }
  }
  // Gauß–Jordan: the matrix is positive definite, so no pivot is 0.
  for (let i = 0; i < size; i++) {
    const pivot = left[i]![i]!;
    for (let row = 0; row < size; row++) {
      if (row === i) continue;
      const factor = left[row]![i]! / pivot;
      if (factor === 0) continue;
      for (let j = i; j < size; j++) left[row]![j]! -= factor * left[i]![j]!;
      for (let k = 0; k < width; k++) right[row]![k]! -= factor * right[i]![k]!;
    }
  }
  return right.map((row, i) => row.map((value) => value / left[i]![i]!));
}
