import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import type { Interval } from "./mean-interval.ts";

const Z95 = 1.959963984540054;

/**
 * Returns Wilson's score interval for a share (Wilson 1927): honest for few votes and for shares near 0 and 1.
 *
 * @example
 * wilsonInterval(8, 10); // { low: 0.49, high: 0.943 }
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z95): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = z * z;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half = (z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials))) / (1 + square / trials);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Returns the controversy of votes: `(up + down) ** (lesser / greater)`, high where many voted and evenly (reddit's
 * published ranking, `_sorts.pyx`, 2008); 0 where one side has none.
 *
 * @example
 * controversy(50, 50); // 100
 */
export function controversy(up: number, down: number): number {
  if (up <= 0 || down <= 0) return 0;
  return (up + down) ** (Math.min(up, down) / Math.max(up, down));
}

const SCHEMA = defineSchema({
  name: "approval",
  description:
    "How a comment's votes stand: approval with an interval where both directions are counted, attention otherwise.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "id", type: "string", nullable: false, meaning: "the comment" },
    { name: "up", type: "integer", unit: "votes", meaning: "likes; null where not shown" },
    { name: "down", type: "integer", unit: "votes", meaning: "dislikes; null where not shown" },
    {
      name: "measures",
      type: "string",
      nullable: false,
      meaning: "approval: both directions; attention: likes alone; unknown",
    },
    { name: "attention", type: "integer", unit: "votes", meaning: "votes shown, in either direction" },
    {
      name: "share",
      type: "number",
      unit: "[0, 1]",
      meaning: "likes among the votes; null unless both directions are shown",
    },
    { name: "low", type: "number", unit: "[0, 1]", meaning: "lower end of Wilson's 95 % interval" },
    { name: "high", type: "number", unit: "[0, 1]", meaning: "upper end" },
    {
      name: "controversy",
      type: "number",
      meaning: "null unless both directions are shown: likes alone say nothing of dissent",
    },
  ],
});

/** How one comment's votes stand. */
export type ApprovalRow = RowOf<typeof SCHEMA.columns>;

/**
 * Returns the approval and controversy of comments where likes and dislikes are shown; with likes alone only attention.
 *
 * @example
 * approval(commentTable(analysis)).column("measures"); // ["attention", "unknown", …]
 */
export function approval(comments: Table): Table<ApprovalRow> {
  const known = need("approval", comments, commentTable.schema, ["discussion", "id", "up"], ["down"]);
  const rows = [...known].map(({ discussion, id, up, down }) => {
    const row = { discussion, id, up, down };
    if (typeof up !== "number") return { ...row, measures: "unknown" };
    if (typeof down !== "number") return { ...row, measures: "attention", attention: up };
    const { low, high } = wilsonInterval(up, up + down);
    const share = up + down === 0 ? null : up / (up + down);
    return { ...row, measures: "approval", attention: up + down, share, low, high, controversy: controversy(up, down) };
  });
  return Table.from(SCHEMA, rows);
}
