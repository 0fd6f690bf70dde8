/** Rows of numbers of one width, in one piece of memory. */
export class Rows {
  readonly length: number;
  readonly width: number;
  readonly data: Float32Array;

  constructor(length: number, width: number) {
    this.length = length;
    this.width = width;
    this.data = new Float32Array(length * width);
  }

  /** Returns a row, which is written through. */
  row(i: number): Float32Array {
    return this.data.subarray(i * this.width, (i + 1) * this.width);
  }

  /** Returns the product of two rows. */
  product(a: number, b: number): number {
    const { data, width } = this;
    const [first, second] = [a * width, b * width];
    let sum = 0;
    for (let d = 0; d < width; d++) sum += data[first + d]! * data[second + d]!;
    return sum;
  }

  /** Returns rows of their own: the named ones, in that order. */
  pick(places: readonly number[]): Rows {
    const picked = new Rows(places.length, this.width);
    for (const [i, place] of places.entries()) picked.row(i).set(this.row(place));
    return picked;
  }

  /** Adds `weight` times a vector to a row. */
  add(i: number, vector: Float32Array, weight: number): void {
    const at = i * this.width;
    for (let d = 0; d < this.width; d++) this.data[at + d]! += weight * vector[d]!;
  }

  /** Returns the mean of the rows that are not zero. */
  mean(): Float32Array {
    const sum = new Float64Array(this.width);
    let known = 0;
    for (let i = 0; i < this.length; i++) {
      const row = this.row(i);
      if (row.every((value) => value === 0)) continue;
      known++;
      for (let d = 0; d < this.width; d++) sum[d]! += row[d]!;
    }
    return Float32Array.from(sum, (value) => value / Math.max(1, known));
  }

  /** Removes a vector from every row that is not zero: a zero row says nothing, and goes on saying nothing. */
  subtract(vector: Float32Array): void {
    for (let i = 0; i < this.length; i++) {
      if (this.row(i).some((value) => value !== 0)) this.add(i, vector, -1);
    }
  }

  /** Sets every row to length 1, but for zero rows. */
  normalise(): void {
    for (let i = 0; i < this.length; i++) normalise(this.row(i));
  }

  /** Removes a direction of length 1 from every row. */
  without(direction: Float32Array): void {
    for (let i = 0; i < this.length; i++) this.add(i, direction, -dot(this.row(i), direction));
  }

  /** Returns the direction in which the rows differ most, by power iteration from a fixed start. */
  firstDirection(rounds = 30): Float32Array {
    let direction = new Float32Array(this.width).fill(1 / Math.sqrt(Math.max(1, this.width)));
    for (let round = 0; round < rounds; round++) {
      const next = new Float32Array(this.width);
      for (let i = 0; i < this.length; i++) {
        const row = this.row(i);
        const along = dot(row, direction);
        for (let d = 0; d < this.width; d++) next[d]! += along * row[d]!;
      }
      normalise(next);
      direction = next;
    }
    return direction;
  }
}

/** Returns the product of two vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

/** Sets a vector to length 1, unless it is zero. */
export function normalise(vector: Float32Array): void {
  const length = Math.sqrt(dot(vector, vector));
  if (length < 1e-9) return;
  for (let d = 0; d < vector.length; d++) vector[d]! /= length;
}
