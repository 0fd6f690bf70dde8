import { expect, test } from "vitest";
import type { Sayings } from "../../../src/measure/opinions/items.ts";
import { inContext } from "../../../src/measure/opinions/likeness/context.ts";
import { Rows } from "../../../src/measure/opinions/likeness/rows.ts";

/** Claims of comments, each a direction of two numbers; `answers` is the place of the comment that one answers. */
function sayings(claims: readonly number[], answers: readonly number[]): Sayings {
  return { items: claims.map((voice) => ({ voice })), voices: answers.map((to) => ({ answers: to })) } as never;
}

function rowsOf(values: readonly (readonly number[])[]): Rows {
  const rows = new Rows(values.length, 2);
  for (const [i, value] of values.entries()) rows.row(i).set(value);
  return rows;
}

const ALONE = { comment: 0, answered: 0, answers: 0 };

test.each([
  ["by itself", [0, 1], [-1, 0], ALONE, [1, 0], [0, 1]],
  ["a comment on no other", [0, 1], [-1, -1], { comment: 1, answered: 1, answers: 1 }, [1, 0], [0, 1]],
  [
    "an answer leans on what it answers",
    [0, 1],
    [-1, 0],
    { comment: 1, answered: 1, answers: 0 },
    [1, 0],
    [0.383, 0.924],
  ],
  [
    "what is answered leans on its answers",
    [0, 1],
    [-1, 0],
    { comment: 1, answered: 0, answers: 1 },
    [0.924, 0.383],
    [0, 1],
  ],
  [
    "claims of one comment lean on each other",
    [0, 0],
    [-1],
    { comment: 1, answered: 0, answers: 0 },
    [0.924, 0.383],
    [0.383, 0.924],
  ],
])("%s", (_, claims, answers, context, first, second) => {
  const rows = inContext(
    sayings(claims, answers),
    rowsOf([
      [1, 0],
      [0, 1],
    ]),
    context,
  );
  for (const [i, expected] of [first, second].entries())
    for (const [d, value] of expected.entries()) expect(rows.row(i)[d]).toBeCloseTo(value, 3);
});

test("a claim that says nothing says what its comment says, and an empty thread nothing", () => {
  const rows = inContext(
    sayings([0, 0], [-1]),
    rowsOf([
      [1, 0],
      [0, 0],
    ]),
  );
  expect([...rows.row(1)]).toEqual([1, 0]);
  expect(inContext(sayings([], []), new Rows(0, 2)).length).toBe(0);
});
