import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { wilsonInterval } from "./wilson-interval.ts";

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
