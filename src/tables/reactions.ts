import { DISCUSSION, projection } from "./projection.ts";

/**
 * The table of every named vote count of every comment.
 *
 * @example
 * reactionTable(analysis).filter((row) => row.name === "なるほど");
 */
export const reactionTable = projection(
  {
    name: "reactions",
    description: "A named vote count of a comment.",
    columns: [
      DISCUSSION,
      { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
      {
        name: "name",
        type: "string",
        nullable: false,
        meaning: "up for likes, down for dislikes, others by their own name",
      },
      { name: "count", type: "integer", unit: "votes", meaning: "null where the page shows none" },
    ],
  },
  function* ({ discussion }) {
    for (const { id, reactions } of discussion.comments) {
      for (const [name, count] of Object.entries(reactions)) {
        yield { discussion: discussion.id, unit: id, name, count };
      }
    }
  },
);
