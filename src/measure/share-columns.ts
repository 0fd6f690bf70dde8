import type { Column } from "../tables/schema.ts";

/** The columns of a share of comments with its interval. */
export const SHARE_COLUMNS = [
  { name: "share", type: "number", nullable: false, unit: "[0, 1]", meaning: "share of the comments" },
  { name: "low", type: "number", nullable: false, unit: "[0, 1]", meaning: "lower end of its 95 % interval (Wilson)" },
  { name: "high", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
] as const satisfies readonly Column[];
