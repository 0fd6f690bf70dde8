import { describe, expect, it } from "vitest";
import { alone, inStep } from "../../src/model/in-step.ts";

/** A work of so many stages that notes each in a list, and may break at one. */
function* noting(name: string, stages: number, notes: string[], breaksAt = -1): Generator<void, string> {
  for (let stage = 0; stage < stages; stage++) {
    if (stage === breaksAt) throw new Error(`${name} broke`);
    notes.push(`${name}${stage}`);
    yield;
  }
  return name;
}

describe("inStep", () => {
  it("does a stage of all works before the next of any", () => {
    const notes: string[] = [];
    inStep([noting("a", 2, notes), noting("b", 3, notes)]);
    expect(notes).toEqual(["a0", "b0", "a1", "b1", "b2"]);
  });

  it("gives what each work made, in their order", () => {
    expect(inStep([noting("a", 2, []), noting("b", 0, [])])).toEqual([{ made: "a" }, { made: "b" }]);
    expect(inStep([])).toEqual([]);
  });

  it("ends by an error the work alone that threw it", () => {
    const ended = inStep([noting("a", 2, [], 1), noting("b", 2, [])]);
    expect(ended).toEqual([{ error: new Error("a broke") }, { made: "b" }]);
  });
});

it("alone gives what a work makes, and throws what it throws", () => {
  expect(alone(noting("a", 3, []))).toBe("a");
  expect(() => alone(noting("a", 3, [], 2))).toThrow("a broke");
});
