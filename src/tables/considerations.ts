import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of the considerations that claims argue from; a claim with several has a row for each.
 *
 * @example
 * considerationTable(analysis).filter((row) => row.consideration === "cost").column("text");
 */
export const considerationTable = projection(
  {
    name: "considerations",
    description: "A ground that a claim argues from, whatever the subject: cost, fairness, safety …",
    columns: [
      ...SPAN_COLUMNS,
      { name: "claim", type: "string", nullable: false, meaning: "the claim, whose span it has", key: "claims.id" },
      {
        name: "consideration",
        type: "string",
        nullable: false,
        meaning: "id of a row of data/considerations.tsv: cost, fairness …",
      },
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, considerations }) {
    for (const { unit, start, end, text, claim, consideration, confidence, by } of considerations) {
      yield { discussion: discussion.id, unit, start, end, text, claim, consideration, confidence, by };
    }
  },
);
