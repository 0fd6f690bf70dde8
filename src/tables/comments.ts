import { unitSentiments } from "./lookups.ts";
import { DISCUSSION, projection } from "./projection.ts";

/**
 * The table of the comments in page order, a row each, with votes, direct replies and sentiment.
 *
 * @example
 * commentTable(analysis).column("up"); // [25, 23, null, …]
 */
export const commentTable = projection(
  {
    name: "comments",
    description: "A comment of the thread, in page order.",
    columns: [
      DISCUSSION,
      { name: "id", type: "string", nullable: false, meaning: "the comment: `c1`, `c2`, …", key: "primary" },
      { name: "order", type: "integer", nullable: false, meaning: "place on the page, from 0" },
      {
        name: "replyTo",
        type: "string",
        meaning: "the comment that it answers; null at the top level",
        key: "comments.id",
      },
      { name: "depth", type: "integer", nullable: false, meaning: "0 at the top level" },
      { name: "author", type: "string", meaning: "name as shown; null where the page shows none" },
      { name: "posted", type: "timestamp", meaning: "local time of the page, as exact as `postedPrecision`" },
      { name: "postedPrecision", type: "string", meaning: "day, minute, second …" },
      { name: "up", type: "integer", unit: "votes", meaning: "likes; null where the page shows none" },
      { name: "down", type: "integer", unit: "votes", meaning: "dislikes; null where the page shows none" },
      { name: "replies", type: "integer", nullable: false, unit: "comments", meaning: "direct replies" },
      {
        name: "sentiment",
        type: "number",
        unit: "[-1, 1]",
        meaning: "score of the whole comment; null where it was not computed",
      },
      { name: "sentimentLabel", type: "string", meaning: "positive, neutral, negative or mixed" },
      { name: "sentimentConfidence", type: "number", unit: "[0, 1]", meaning: "calibrated probability of the label" },
      { name: "sourceId", type: "string", meaning: "the page's own id" },
      {
        name: "characters",
        type: "integer",
        nullable: false,
        unit: "UTF-16 code units",
        meaning: "length of the text",
      },
      { name: "text", type: "string", nullable: false, meaning: "the comment as written" },
    ],
  },
  function* (analysis) {
    const { discussion } = analysis;
    const replies = new Map<string, number>();
    for (const { replyTo } of discussion.comments) {
      if (replyTo !== null) replies.set(replyTo, (replies.get(replyTo) ?? 0) + 1);
    }
    const sentiments = unitSentiments(analysis);
    for (const comment of discussion.comments) {
      const sentiment = sentiments.get(comment.id);
      yield {
        discussion: discussion.id,
        id: comment.id,
        order: comment.order,
        replyTo: comment.replyTo,
        depth: comment.depth,
        author: comment.author,
        posted: comment.posted?.value,
        postedPrecision: comment.posted?.precision,
        up: comment.reactions.up,
        down: comment.reactions.down,
        replies: replies.get(comment.id) ?? 0,
        sentiment: sentiment?.score,
        sentimentLabel: sentiment?.label,
        sentimentConfidence: sentiment?.confidence,
        sourceId: comment.sourceId,
        characters: comment.text.length,
        text: comment.text,
      };
    }
  },
);
