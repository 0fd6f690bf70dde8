import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapping } from "../../src/model/overlapping.ts";
import { overlaps } from "../../src/model/span.ts";

describe("of some ranges those that share a code unit with one", () => {
  it.each([
    [
      "in the order given",
      [
        [4, 6],
        [0, 2],
      ],
      [1, 5],
      [
        [4, 6],
        [0, 2],
      ],
    ],
    [
      "not those that touch it",
      [
        [0, 2],
        [5, 7],
      ],
      [2, 5],
      [],
    ],
    [
      "one around it, begun long before",
      [
        [0, 9],
        [1, 2],
        [3, 4],
      ],
      [7, 8],
      [[0, 9]],
    ],
    [
      "one twice",
      [
        [1, 3],
        [1, 3],
      ],
      [2, 3],
      [
        [1, 3],
        [1, 3],
      ],
    ],
    ["of none", [], [0, 9], []],
  ] as const)("%s", (_, ranges, [start, end], found) => {
    const at = overlapping(ranges.map(([start, end]) => ({ start, end })));
    expect(at({ start, end }).map((range) => [range.start, range.end])).toEqual(found);
  });

  it("are those that a look at each finds", () => {
    const range = fc
      .tuple(fc.nat({ max: 40 }), fc.nat({ max: 12 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range), range, (ranges, one) => {
        expect(overlapping(ranges)(one)).toEqual(ranges.filter((other) => overlaps(other, one)));
      }),
    );
  });
});
