import { expect, it } from "vitest";
import { groupBy } from "../../src/words/group-by.ts";

it("groups in the order of first items, and keeps the order inside", () => {
  expect([...groupBy(["b1", "a1", "b2"], (item) => item[0])]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});
