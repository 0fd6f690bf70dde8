import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../src/model/error.ts";

describe("an error as it is printed", () => {
  it.each([
    ["without a value", undefined],
    ["with a word", "vote"],
    ["with a page", "あ".repeat(50_000)],
    ["with rows", Array.from({ length: 5000 }, (_, i) => ({ id: `c${i}`, text: "長い本文" }))],
  ])("%s is its message and where it was thrown, and not its value once more", (_, value) => {
    const error = new YoronError({ code: "bad-value", what: "there is no chart", value, next: "known charts: votes" });
    const [message, ...stack] = inspect(error).split("\n");
    expect(message).toBe(`YoronError: ${error.message}`);
    expect(message!.length).toBeLessThan(160);
    expect(stack.filter((line) => !/^\s+at /.test(line))).toEqual(["  code: 'bad-value'", "}"]);
    expect(error.value).toBe(value);
  });
});
