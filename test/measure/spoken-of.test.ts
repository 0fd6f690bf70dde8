import { describe, expect, test } from "vitest";
import { spokenOf } from "../../src/measure/spoken-of.ts";

describe("who and what is spoken of by name", () => {
  const isSpokenOf = spokenOf();

  test.each([
    ["米国", "GPE", true],
    ["反米", "NORP", false],
    ["親ロシア", "NORP", false],
    ["嫌韓", "NORP", false],
    ["反体制派", "NORP", true],
    ["反政府勢力", "NORP", true],
    ["親鸞", "PERSON", true],
    ["大統領", "PERSON", false],
    ["大統領", "WORK_OF_ART", true],
    ["3割", "PERCENT", false],
  ])("%s (%s): %s", (name, label, wanted) => {
    expect(isSpokenOf({ name, label })).toBe(wanted);
  });

  test("of the labels that are asked for alone", () => {
    const isPlace = spokenOf(new Set(["GPE"]));
    expect([isPlace({ name: "米国", label: "GPE" }), isPlace({ name: "習近平", label: "PERSON" })]).toEqual([
      true,
      false,
    ]);
  });
});
