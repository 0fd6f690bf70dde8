import { defineSchema } from "../../tables/schema.ts";
import type { RowOf } from "../../tables/table.ts";

export const CROSS = defineSchema({
  name: "crossTable",
  description: "How often two answers go together, and whether by more than chance.",
  columns: [
    { name: "row", type: "string", nullable: false, meaning: "answer of the rows" },
    { name: "column", type: "string", nullable: false, meaning: "answer of the columns" },
    { name: "count", type: "integer", nullable: false, meaning: "that have both" },
    { name: "rowTotal", type: "integer", nullable: false, meaning: "that have the answer of the rows" },
    { name: "columnTotal", type: "integer", nullable: false, meaning: "that have the answer of the columns" },
    { name: "n", type: "integer", nullable: false, meaning: "all that have an answer of both kinds" },
    {
      name: "share",
      type: "number",
      unit: "[0, 1]",
      meaning: "of the column's total that have the answer of the rows",
    },
    {
      name: "expected",
      type: "number",
      meaning: "what count would be, were both independent; null where that is open",
    },
    { name: "residual", type: "number", meaning: "adjusted residual: beyond ±1.96 the cell is unlike chance at 5 %" },
    {
      name: "test",
      type: "string",
      nullable: false,
      meaning: "what the χ² beside is of: `table`, `row` (has it or not, by columns), `column`, `cell` (2×2)",
    },
    { name: "chiSquare", type: "number", meaning: "Pearson's χ²" },
    { name: "df", type: "integer", meaning: "its degrees of freedom" },
    { name: "p", type: "number", unit: "[0, 1]", meaning: "how often chance alone gives so large a χ²" },
    { name: "cramersV", type: "number", unit: "[0, 1]", meaning: "strength: 0 independent, 1 one fixes the other" },
    {
      name: "fewExpected",
      type: "integer",
      nullable: false,
      unit: "cells",
      meaning: "cells of the test with an expected count below 5: where there are many, p is not to be relied on",
    },
  ],
});

/** Two answers and how often they go together. */
export type CrossCell = RowOf<typeof CROSS.columns>;
