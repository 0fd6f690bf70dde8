import { DISCUSSION, evidenceColumn, projection, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of whether each reply agrees with the comment it answers.
 *
 * @example
 * stanceTable(analysis).filter((row) => row.stance === "disagree");
 */
export const stanceTable = projection(
  {
    name: "stances",
    description: "Whether a reply agrees with the comment it answers.",
    columns: [
      DISCUSSION,
      { name: "unit", type: "string", nullable: false, meaning: "the reply", key: "comments.id" },
      { name: "toward", type: "string", nullable: false, meaning: "the comment it answers", key: "comments.id" },
      { name: "stance", type: "string", nullable: false, meaning: "agree, disagree, mixed or none" },
      evidenceColumn("reply", "the cue, or `the whole wording`"),
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, stances }) {
    for (const { unit, toward, stance, evidence, confidence, by } of stances) {
      yield {
        discussion: discussion.id,
        unit,
        toward,
        stance,
        evidence: evidence.map(({ start, end, text, why }) => ({ start, end, text, why })),
        confidence,
        by,
      };
    }
  },
);
