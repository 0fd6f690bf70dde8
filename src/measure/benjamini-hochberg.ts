/**
 * Returns chances adjusted for how many were looked at (Benjamini & Hochberg 1995), in the order given: what is kept below a
 * level holds at most that share of findings that are none, on average.
 *
 * Of `n` chances sorted upward the i-th becomes the least `n · pⱼ / j` of those at or behind it.
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.5]); // [0.04, 0.0533, 0.0533, 0.5]
 */
export function benjaminiHochberg(chances: readonly number[]): readonly number[] {
  const adjusted = new Array<number>(chances.length).fill(1);
  const downward = chances.map((_, place) => place).sort((a, b) => chances[b]! - chances[a]!);
  let least = 1;
  for (const [k, place] of downward.entries()) {
    least = Math.min(least, chances[place]! * (chances.length / (chances.length - k)));
    adjusted[place] = least;
  }
  return adjusted;
}
