/** Returns the bias and the weights of a logistic regression, by Newton's method with a small penalty. */
export function logistic(rows: readonly (readonly number[])[], labels: readonly number[], penalty = 1): number[] {
  const width = (rows[0]?.length ?? 0) + 1;
  let weights = new Array<number>(width).fill(0);
  for (let round = 0; round < 12; round++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : penalty * w));
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? (i === 0 ? 1e-9 : penalty) : 0)));
    for (const [n, row] of rows.entries()) {
      const x = [1, ...row];
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      for (let i = 0; i < width; i++) {
        gradient[i]! += (p - labels[n]!) * x[i]!;
        for (let j = 0; j < width; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((w, i) => w - step[i]!);
  }
  return weights;
}

function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let row = 0; row < size; row++) {
      if (row === i) continue;
      const factor = matrix[row]![i]! / matrix[i]![i]!;
      for (let j = i; j < size; j++) matrix[row]![j]! -= factor * matrix[i]![j]!;
      right[row]! -= factor * right[i]!;
    }
  }
  return right.map((value, i) => value / matrix[i]![i]!);
}
