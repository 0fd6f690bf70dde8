import { DISCUSSION, projection, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of the side that each comment takes toward each proposition that was given.
 *
 * @example
 * sideTable(analysis).filter((row) => row.side === "conditional");
 */
export const sideTable = projection(
  {
    name: "sides",
    description: "The side of each comment toward a proposition; no row without one.",
    columns: [
      DISCUSSION,
      { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
      { name: "proposition", type: "string", nullable: false, meaning: "the measure, plan or act, as it was given" },
      {
        name: "side",
        type: "string",
        nullable: false,
        meaning: "for, against, conditional, unsure (its writer is), or none: no side can be read",
      },
      {
        name: "evidence",
        type: "list",
        nullable: false,
        meaning: "the words that say so",
        fields: [
          {
            name: "start",
            type: "integer",
            nullable: false,
            unit: "UTF-16 code units",
            meaning: "where they begin in the comment",
          },
          { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where they end" },
          { name: "text", type: "string", nullable: false, meaning: "the words" },
          { name: "why", type: "string", nullable: false, meaning: "the row of rules, or the whole wording" },
        ],
      },
      ...WHY_COLUMNS,
      { name: "author", type: "string", meaning: "who wrote the comment; null where the page names nobody" },
      { name: "text", type: "string", nullable: false, meaning: "the comment" },
    ],
  },
  function* ({ discussion, sides }) {
    const comments = new Map(discussion.comments.map((comment) => [comment.id, comment]));
    for (const { unit, proposition, side, evidence, confidence, by } of sides) {
      yield {
        discussion: discussion.id,
        unit,
        proposition,
        side,
        evidence: evidence.map(({ start, end, text, why }) => ({ start, end, text, why })),
        confidence,
        by,
        author: comments.get(unit)?.author ?? null,
        text: comments.get(unit)?.text ?? "",
      };
    }
  },
);
