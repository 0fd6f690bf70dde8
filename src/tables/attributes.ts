import { DISCUSSION, projection } from "./projection.ts";

/**
 * The table of what a source says of its comments beside their words: a survey's other answers, age, ward, plan.
 *
 * A row an attribute, since every source has its own; SQL makes columns of them: `PIVOT attributes ON name USING
 * first(value) GROUP BY discussion, unit`.
 *
 * @example
 * attributeTable(analysis).filter((row) => row.name === "年代" && row.value === "30代");
 */
export const attributeTable = projection(
  {
    name: "attributes",
    description: "What a source says of a comment beside its words: a survey's other answers, age, ward.",
    columns: [
      DISCUSSION,
      { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
      { name: "name", type: "string", nullable: false, meaning: "as the source calls it: a column, a question" },
      { name: "value", type: "string", nullable: false, meaning: "as the source has it" },
    ],
  },
  function* ({ discussion }) {
    for (const { id, attributes } of discussion.comments) {
      for (const [name, value] of Object.entries(attributes)) {
        yield { discussion: discussion.id, unit: id, name, value };
      }
    }
  },
);
