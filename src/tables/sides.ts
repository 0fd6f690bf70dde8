import { DISCUSSION, evidenceColumn, projection, WHY_COLUMNS } from "./projection.ts";

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
      evidenceColumn("comment", "the row of rules, or the whole wording"),
      ...WHY_COLUMNS,
      {
        name: "pFor",
        type: "number",
        nullable: false,
        unit: "[0, 1]",
        meaning: "how probable it is that the comment is for it; shares of all comments are estimated by these",
      },
      { name: "pAgainst", type: "number", nullable: false, unit: "[0, 1]", meaning: "that it is against it" },
      {
        name: "pConditional",
        type: "number",
        nullable: false,
        unit: "[0, 1]",
        meaning: "that it is so on a condition",
      },
      { name: "pUnsure", type: "number", nullable: false, unit: "[0, 1]", meaning: "that its writer is undecided" },
      { name: "pNone", type: "number", nullable: false, unit: "[0, 1]", meaning: "that it takes no side" },
      { name: "author", type: "string", meaning: "who wrote the comment; null where the page names nobody" },
      { name: "text", type: "string", nullable: false, meaning: "the comment" },
    ],
  },
  function* ({ discussion, sides }) {
    const comments = new Map(discussion.comments.map((comment) => [comment.id, comment]));
    for (const { unit, proposition, side, probabilities, evidence, confidence, by } of sides) {
      const [pFor = 0, pAgainst = 0, pConditional = 0, pUnsure = 0, pNone = 0] = probabilities;
      yield {
        discussion: discussion.id,
        unit,
        proposition,
        side,
        evidence: evidence.map(({ start, end, text, why }) => ({ start, end, text, why })),
        confidence,
        by,
        ...{ pFor, pAgainst, pConditional, pUnsure, pNone },
        author: comments.get(unit)?.author ?? null,
        text: comments.get(unit)?.text ?? "",
      };
    }
  },
);
