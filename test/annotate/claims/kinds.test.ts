import { describe, expect, test } from "vitest";
import { CUT_RULES } from "../../../src/annotate/claims/cut-rules.ts";
import { judgeKind, ruleFor } from "../../../src/annotate/claims/judge-kind.ts";
import { KIND_RULES } from "../../../src/annotate/claims/kind-rules.ts";
import { loadClaimResources } from "../../../src/annotate/claims/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { CLAIM_KINDS } from "../../../src/model/layers.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { decidingRows, rowsOf } from "../deciding-rows.ts";
import { eachOf, spansOf } from "./helper.ts";
import { KIND_ROWS } from "./kind-rows.ts";
import { MISSED } from "./missed.ts";

const { model } = loadClaimResources(dataReader());
const kindsOf = (text: string) => eachOf(text, (piece) => judgeKind(piece, model).kind);

describe("what a sentence does", () => {
  test.each(KIND_ROWS.filter(([, text]) => !MISSED.has(text)))("%s: %s", (kind, text) => {
    expect(kindsOf(text).at(-1)).toBe(kind);
  });
  test.fails.each(KIND_ROWS.filter(([, text]) => MISSED.has(text)))("not yet %s: %s", (kind, text) => {
    expect(kindsOf(text).at(-1)).toBe(kind);
  });
});

describe("rows decide their example", () => {
  test.each(rowsOf({ kinds: KIND_RULES }))("%s: %s", (_, name, row) => {
    expect(eachOf(row.example, (piece) => ruleFor(piece)?.name)).toContain(name);
  });
  test.each(rowsOf({ cuts: CUT_RULES }))("%s: %s", (_, name, row) => {
    expect([...decidingRows(CUT_RULES, () => spansOf(row.example))]).toContain(name);
  });
});

test("confidence is a share, and a rule's is what it was counted to be", () => {
  for (const [, text] of KIND_ROWS) {
    for (const { confidence } of eachOf(text, (piece) => judgeKind(piece, model))) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  }
  expect([...model.sure.keys()].sort()).toEqual(KIND_RULES.map(({ name }) => name).sort());
});

test("endings name known kinds", () => {
  const file = "data/claims/endings.tsv";
  const kinds: readonly string[] = CLAIM_KINDS;
  for (const { kind, asked } of parseTsv(dataReader().text(file), ["ending", "kind", "asked"], file)) {
    expect(kinds).toContain(kind);
    expect(["yes", "no", "any"]).toContain(asked);
  }
});
