import type { Cell } from "../tables/schema.ts";

/** One mark's data: what is drawn, and `units` (`discussion/unit`) and `spans` (`discussion/unit:start-end`) that lead back to the words. */
export type ChartRow = Readonly<Record<string, Cell>> & {
  readonly units: readonly string[];
  readonly spans?: readonly string[];
};
