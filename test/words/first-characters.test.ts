import { describe, expect, it } from "vitest";
import { FirstCharacters } from "../../src/words/first-characters.ts";

describe("first characters of a list", () => {
  it.each([
    ["主演した映画", 0, true],
    ["主演した映画", 4, true],
    ["主演した映画", 1, false],
    ["主演した映画", 9, false],
  ])("of 主演 and 映画: in %s at %i, %s", (text, offset, may) => {
    expect(new FirstCharacters(["主演", "映画", ""]).mayStandAt(text, offset)).toBe(may);
  });
});
