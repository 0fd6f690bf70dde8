import { expect, test } from "vitest";
import { withoutLoose } from "../../../src/measure/opinions/groups/loose.ts";
import type { Likeness } from "../../../src/measure/opinions/likeness/likeness.ts";

/** The likeness of claims on a line: near are those at most 1 apart. */
function onALine(places: readonly number[]): Likeness {
  const unused = null as never;
  return {
    length: places.length,
    vectors: unused,
    words: unused,
    near: -1,
    odds: () => 0,
    of: (a, b) => -Math.abs(places[a]! - places[b]!),
  };
}

test.each([
  ["a claim near two of its group stays", [0, 0.5, 1], [0, 1, 2], [0, 0, 0], [0, 0, 0]],
  ["one that is near a single one is loose", [0, 0.5, 1, 2], [0, 1, 2, 3], [0, 0, 0, 0], [0, 0, 0, -1]],
  ["claims of its own comment hold none", [0, 0.5, 1], [7, 7, 7], [0, 0, 0], [-1, -1, -1]],
  ["claims of another group hold none", [0, 0.5, 1], [0, 1, 2], [0, 0, 1], [-1, -1, -1]],
  ["what is in no group stays so", [0, 0.5, 1, 1.2], [0, 1, 2, 3], [0, 0, 0, -1], [0, 0, 0, -1]],
])("%s", (_, places, voices, labels, expected) => {
  const claims = places.map((_place, i) => i);
  expect([...withoutLoose(Int32Array.from(labels), claims, onALine(places), (i) => voices[i]!)]).toEqual(expected);
});
