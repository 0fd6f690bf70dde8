import fc from "fast-check";
import { expect, test } from "vitest";
import { CUT_ROWS } from "./cut-rows.ts";
import { spansOf } from "./helper.ts";
import { KIND_ROWS } from "./kind-rows.ts";

const sentences = [...CUT_ROWS.map(([, text]) => text.replaceAll("｜", "")), ...KIND_ROWS.map(([, text]) => text)];
const scraps = fc.constantFrom(
  "が、",
  "けど",
  "ので",
  "「",
  "」",
  "／",
  "\n",
  "。",
  "！？",
  "　",
  "www",
  "から",
  "でも",
  "😀",
  "\u200c",
  "し、",
);
const text = fc
  .array(fc.oneof(fc.constantFrom(...sentences), scraps, fc.string({ maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(""));

test("pieces follow each other, lie in the text and hold all that is not blank", () => {
  fc.assert(
    fc.property(text, (written) => {
      let at = 0;
      for (const { start, end } of spansOf(written)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(written.slice(at, start).trim()).toBe("");
        at = end;
      }
      expect(at).toBeLessThanOrEqual(written.length);
      expect(written.slice(at).trim()).toBe("");
    }),
    { numRuns: 150, seed: 7 },
  );
});
