import { roundScore } from "../model/round-score.ts";
import { unitSentiments } from "./lookups.ts";
import { DISCUSSION, projection } from "./projection.ts";

interface Tally {
  comments: number;
  answered: number;
  replies: number;
  up: number | null;
  votesShown: number;
  scores: number[];
  characters: number;
}

/**
 * The table of the names under which comments were written. Comments without a name make no row: nobody is not a
 * person.
 *
 * @example
 * authorTable(analysis).column("comments"); // [3, 1, …]
 */
export const authorTable = projection(
  {
    name: "authors",
    description: "A name under which comments were written; comments without a name are left out.",
    columns: [
      DISCUSSION,
      { name: "author", type: "string", nullable: false, meaning: "name as shown", key: "primary" },
      { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "written under this name" },
      {
        name: "replies",
        type: "integer",
        nullable: false,
        unit: "comments",
        meaning: "of them, answers to another comment",
      },
      { name: "answered", type: "integer", nullable: false, unit: "comments", meaning: "direct replies received" },
      { name: "up", type: "integer", unit: "votes", meaning: "sum of the likes shown; null where none is shown" },
      {
        name: "votesShown",
        type: "integer",
        nullable: false,
        unit: "comments",
        meaning: "comments with a like count shown",
      },
      { name: "sentiment", type: "number", unit: "[-1, 1]", meaning: "mean score of the comments" },
      { name: "characters", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "written in all" },
    ],
  },
  function* (analysis) {
    const { discussion } = analysis;
    const sentiments = unitSentiments(analysis);
    const authorOf = new Map(discussion.comments.map(({ id, author }) => [id, author]));
    const tallies = new Map<string, Tally>();
    const tallyOf = (author: string): Tally => {
      let tally = tallies.get(author);
      if (tally === undefined) {
        tally = { comments: 0, answered: 0, replies: 0, up: null, votesShown: 0, scores: [], characters: 0 };
        tallies.set(author, tally);
      }
      return tally;
    };
    for (const { id, author, replyTo, reactions, text } of discussion.comments) {
      const parent = replyTo === null ? null : (authorOf.get(replyTo) ?? null);
      if (author !== null) {
        const tally = tallyOf(author);
        tally.comments++;
        tally.characters += text.length;
        if (replyTo !== null) tally.replies++;
        const up = reactions.up ?? null;
        if (up !== null) {
          tally.up = (tally.up ?? 0) + up;
          tally.votesShown++;
        }
        const score = sentiments.get(id)?.score;
        if (score !== undefined) tally.scores.push(score);
      }
      if (parent !== null) tallyOf(parent).answered++;
    }
    for (const [author, { scores, ...counts }] of tallies) {
      const sentiment = scores.length === 0 ? null : meanScore(scores);
      yield { discussion: discussion.id, author, ...counts, sentiment };
    }
  },
);

/** Returns the mean of scores of four decimals: whole ten-thousandths are summed, as SQL does, so that no order of summing shows. */
function meanScore(scores: readonly number[]): number {
  const sum = scores.reduce((all, score) => all + Math.round(score * 1e4), 0);
  return roundScore(Math.round(sum / scores.length) / 1e4);
}
