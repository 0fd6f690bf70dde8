import { beforeAll, describe, expect, it } from "vitest";
import { verbPredicate } from "../../../../src/annotate/quotations/predicates/verb-predicate.ts";
import { closingAt } from "../../../../src/annotate/quotations/reported/closing-at.ts";
import { CLOSING_RULES } from "../../../../src/annotate/quotations/reported/closing-rules.ts";
import { endsWords, isTo, vetoOf } from "../../../../src/annotate/quotations/reported/closing-to.ts";
import { VETOES } from "../../../../src/annotate/quotations/reported/vetoes.ts";
import { type Bench, bench } from "../quotations-of.ts";

let made: Bench;
beforeAll(async () => {
  made = await bench();
});

describe("what closes reported words", () => {
  it.each(CLOSING_RULES)("$name closes in: $example", ({ name, example }) => {
    const frame = made.frameOf(example);
    const closings = Array.from({ length: frame.length - 1 }, (_, before) =>
      closingAt(frame, before + 1, frame.length, made.resources),
    );
    expect(closings.map((closing) => closing?.rule)).toContain(name);
  });
});

describe("what keeps と from closing reported words", () => {
  it.each(VETOES)("$name holds in: $example", ({ name, example }) => {
    const frame = made.frameOf(example);
    const { resources } = made;
    const vetoes = Array.from({ length: frame.length }, (_, item) => item)
      .filter((item) => isTo(frame, item) && endsWords(frame, item, resources))
      .map((item) => vetoOf(frame, item, verbPredicate(frame, item + 1, "to", resources), resources));
    expect(vetoes.map((veto) => veto?.name)).toContain(name);
  });
});
