import { describe, expect, test } from "vitest";
import { evenly } from "../../../src/measure/opinions/evenly.ts";
import { joiner } from "../../../src/measure/opinions/groups/by-sample.ts";
import type { Likeness } from "../../../src/measure/opinions/likeness/likeness.ts";
import { Rows } from "../../../src/measure/opinions/likeness/rows.ts";

/** Claims on a circle, by their angle in degrees: near are those at most 20 apart. */
function onACircle(angles: readonly number[]): Likeness {
  const vectors = new Rows(angles.length, 2);
  for (const [i, angle] of angles.entries())
    vectors.row(i).set([Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]);
  const of = (a: number, b: number) => 20 - Math.abs(angles[a]! - angles[b]!);
  return { length: angles.length, vectors, words: null as never, near: 0, of, odds: () => 0 };
}

describe("an even sample", () => {
  test.each([
    [3, 8, [0, 1, 2]],
    [8, 4, [0, 2, 4, 6]],
    [5, 3, [0, 1, 3]],
    [0, 3, []],
  ])("of %i, %i at most, is %j", (count, most, expected) => {
    const list = Array.from({ length: count }, (_, i) => i);
    expect(evenly(list, most)).toEqual(expected);
  });
});

describe("a claim outside of the sample", () => {
  // Two groups around 0 and 90 degrees, one claim that is in none, and those that are asked for, each behind the sample.
  const sample = [0, 1, 2, 3, 90, 91, 92, 93, 180];
  const labels = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1, -1]);
  const claims = sample.map((_, i) => i);
  const joined = (angle: number, voiceOf = (claim: number) => claim) =>
    joiner({ claims, labels }, onACircle([...sample, angle]), voiceOf, 1)(sample.length);

  test.each([
    ["joins the group that it lies in", 5, [0, -1]],
    ["joins the other one", 88, [1, -1]],
    ["joins none where none is near", 150, [-1, -1]],
    ["joins none beside one that is in none", 178, [-1, -1]],
  ])("%s", (_, angle, expected) => {
    expect(joined(angle)).toEqual(expected);
  });

  test("is held by other comments alone", () => {
    expect(joined(5, (claim) => (claim < 3 ? sample.length : claim))).toEqual([-1, -1]);
  });

  test("joins a second group where much of what is near lies there", () => {
    // All in one direction, so that they lie in one cell and are told apart by their likeness alone.
    const places = [80, 81, 82, 100, 101, 102, 91.5];
    const { of, ...rest } = onACircle(places);
    const vectors = new Rows(places.length, 2);
    for (const i of places.keys()) vectors.row(i).set([1, 0]);
    const halves = { claims: [0, 1, 2, 3, 4, 5], labels: Int32Array.from([0, 0, 0, 1, 1, 1]) };
    expect(joiner(halves, { ...rest, of, vectors }, (claim) => claim, 1)(6)).toEqual([1, 0]);
  });
});
