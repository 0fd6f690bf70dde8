import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of where a comment takes up words of the article or of another comment.
 *
 * @example
 * referenceTable(analysis).filter((row) => row.target === "article");
 */
export const referenceTable = projection(
  {
    name: "references",
    description: "Words of a comment that take up words of the article or of another comment.",
    columns: [
      ...SPAN_COLUMNS,
      {
        name: "target",
        type: "string",
        nullable: false,
        meaning: "the unit whose words are taken up",
        key: "comments.id",
      },
      {
        name: "targetStart",
        type: "integer",
        unit: "UTF-16 code units",
        meaning: "where they begin there; null for a whole comment",
      },
      { name: "targetEnd", type: "integer", unit: "UTF-16 code units", meaning: "where they end there" },
      { name: "similarity", type: "number", nullable: false, unit: "[0, 1]", meaning: "1 for the same characters" },
      {
        name: "change",
        type: "string",
        nullable: false,
        meaning: "exact, width, ending, partial, elided, reworded or anchor",
      },
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, references }) {
    for (const reference of references) yield { discussion: discussion.id, ...reference };
  },
);
