import { expect, test } from "vitest";
import { CUT_ROWS } from "./cut-rows.ts";
import { spansOf } from "./helper.ts";

test.each(CUT_ROWS)("%s: %s", (_, marked) => {
  const text = marked.replaceAll("｜", "");
  const pieces = spansOf(text).map(({ start, end }) => text.slice(start, end));
  expect(pieces.join("｜").replaceAll("\n", "")).toBe(marked.replaceAll("\n", ""));
});
