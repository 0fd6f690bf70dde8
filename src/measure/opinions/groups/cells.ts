import { seededRandom } from "../../random.ts";
import { Rows } from "../likeness/rows.ts";

const ROUNDS = 3;
/** So many rows teach where a cell lies. */
const TEACHERS = 10;

/**
 * Returns cells of rows that lie near one another, and for each row the `near` cells whose middles are nearest to it
 * (an inverted file, Sivic & Zisserman 2003, over seeded spherical k-means on a sample).
 */
export function cellsOf(
  rows: Rows,
  { count, near, seed }: { readonly count: number; readonly near: number; readonly seed: number },
) {
  const random = seededRandom(seed);
  const sample = Array.from({ length: Math.min(rows.length, count * TEACHERS) }, () =>
    Math.floor(random() * rows.length),
  );
  let middles = new Rows(count, rows.width);
  for (let c = 0; c < count; c++) middles.row(c).set(rows.row(sample[c % sample.length]!));
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Rows(count, rows.width);
    for (const i of sample) next.add(nearestOf(rows.row(i), middles, 1)[0]!, rows.row(i), 1);
    // A cell that nobody is nearest to stays where it is.
    for (let c = 0; c < count; c++) if (next.row(c).every((value) => value === 0)) next.row(c).set(middles.row(c));
    next.normalise();
    middles = next;
  }
  const members = Array.from({ length: count }, () => [] as number[]);
  const nearest = Array.from({ length: rows.length }, (_, i) => {
    const cells = nearestOf(rows.row(i), middles, near);
    members[cells[0]!]!.push(i);
    return cells;
  });
  return { members, nearest, middles };
}

/** Returns the cells whose middles are nearest to a row, the nearest first. */
export function nearestOf(row: Float32Array, middles: Rows, near: number): number[] {
  const best: number[] = [];
  const values: number[] = [];
  const { data, width } = middles;
  for (let c = 0, at = 0; c < middles.length; c++, at += width) {
    let value = 0;
    for (let d = 0; d < width; d++) value += row[d]! * data[at + d]!;
    if (best.length === near && value <= values[near - 1]!) continue;
    let place = best.length === near ? near - 1 : best.length;
    while (place > 0 && values[place - 1]! < value) place--;
    best.splice(place, 0, c);
    values.splice(place, 0, value);
    if (best.length > near) {
      best.pop();
      values.pop();
    }
  }
  return best;
}
