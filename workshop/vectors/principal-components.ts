import { seededRandom } from "../../src/measure/random.ts";

/**
 * Returns the first `count` principal directions of weighted rows around the origin, one after another, by orthogonal iteration.
 *
 * Rows are `dimensions` floats each.
 */
export function principalComponents(
  rows: Float32Array,
  dimensions: number,
  weights: Float32Array,
  count: number,
  rounds = 80,
): Float64Array {
  const covariance = covarianceOf(rows, dimensions, weights);
  const random = seededRandom(31);
  let basis = Float64Array.from({ length: count * dimensions }, () => random() - 0.5);
  orthonormalise(basis, dimensions, count);
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(count * dimensions);
    for (let k = 0; k < count; k++)
      for (let i = 0; i < dimensions; i++) {
        let sum = 0;
        for (let j = 0; j < dimensions; j++) sum += covariance[i * dimensions + j]! * basis[k * dimensions + j]!;
        next[k * dimensions + i] = sum;
      }
    orthonormalise(next, dimensions, count);
    basis = next;
  }
  return basis;
}

function covarianceOf(rows: Float32Array, dimensions: number, weights: Float32Array): Float64Array {
  const covariance = new Float64Array(dimensions * dimensions);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    const at = row * dimensions;
    for (let i = 0; i < dimensions; i++) {
      const value = weight * rows[at + i]!;
      for (let j = i; j < dimensions; j++) covariance[i * dimensions + j]! += value * rows[at + j]!;
    }
  }
  for (let i = 0; i < dimensions; i++)
    for (let j = 0; j < i; j++) covariance[i * dimensions + j] = covariance[j * dimensions + i]!;
  return covariance;
}

/** Makes the directions orthogonal, the earlier ones first, and of length 1 (modified Gram–Schmidt). */
function orthonormalise(basis: Float64Array, dimensions: number, count: number): void {
  for (let k = 0; k < count; k++) {
    const at = k * dimensions;
    for (let earlier = 0; earlier < k; earlier++) {
      const from = earlier * dimensions;
      let dot = 0;
      for (let i = 0; i < dimensions; i++) dot += basis[at + i]! * basis[from + i]!;
      for (let i = 0; i < dimensions; i++) basis[at + i]! -= dot * basis[from + i]!;
    }
    let norm = 0;
    for (let i = 0; i < dimensions; i++) norm += basis[at + i]! ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let i = 0; i < dimensions; i++) basis[at + i]! /= norm;
  }
}
