import { describe, expect, test } from "vitest";
import { CUE_CUTS, TOKEN_CUTS } from "../../../src/annotate/sentiment/rules/clause-cuts.ts";
import { CUE_RULES } from "../../../src/annotate/sentiment/rules/clause-marks.ts";
import { DENIALS } from "../../../src/annotate/sentiment/rules/denials.ts";
import { EFFECTS } from "../../../src/annotate/sentiment/rules/effects.ts";
import { STEPS } from "../../../src/annotate/sentiment/rules/negation-steps.ts";
import { LINKS } from "../../../src/annotate/sentiment/rules/trend-links.ts";
import type { Quotation } from "../../../src/model/layers.ts";
import { decidingRows, type Row, rowsOf } from "../deciding-rows.ts";
import { score } from "./helper.ts";

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  CUE_CUTS,
  TOKEN_CUTS,
  CUE_RULES,
  DENIALS,
  EFFECTS,
  STEPS,
  LINKS,
};

/** The words in brackets of a text, as somebody else's. */
function speechIn(text: string): Quotation[] {
  const [start, end] = [text.indexOf("「") + 1, text.indexOf("」")];
  // Of a quotation, sentiment reads these alone.
  return end < 0 ? [] : [{ unit: "c1", kind: "speech", start, end } as Quotation];
}

describe("each row decides on its example", () => {
  test.each(rowsOf(TABLES))("%s: %s", (table, name, { example }) => {
    expect(decidingRows(TABLES[table]!, () => score(example, { quotations: speechIn(example) }))).toContain(name);
  });
});

test.each(Object.entries(TABLES))("no two rows of %s have one name", (_, rows) => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});
