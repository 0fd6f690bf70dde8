/** A view over the tables, made where all the tables that it reads are there. */
export interface View {
  readonly name: string;
  readonly description: string;
  readonly tables: readonly string[];
  readonly sql: string;
}

/** The views that every database of an analysis has. */
export const views: readonly View[] = Object.freeze([
  {
    name: "comment_overview",
    description: "A comment with its votes and sentiment and the names of whom and what it speaks of.",
    tables: ["comments", "mentions"],
    sql: `
      SELECT c.discussion, c.id, c.author, c.depth, c.replyTo, c.posted, c.up, c.down, c.replies,
             c.sentiment, c.sentimentLabel, coalesce(m.names, []) AS entities, c.text
      FROM comments c LEFT JOIN (
        SELECT discussion, unit, list_sort(list(DISTINCT name)) AS names FROM mentions GROUP BY discussion, unit
      ) m ON m.discussion = c.discussion AND m.unit = c.id
      ORDER BY c.discussion, c."order"`,
  },
  {
    name: "votes_by_depth",
    description: "Votes by depth in the thread; comments whose votes the page does not show are counted apart.",
    tables: ["comments"],
    sql: `
      SELECT discussion, depth, count(*) AS comments, count(up) AS votesShown, sum(up)::BIGINT AS up,
             avg(up) AS meanUp, median(up) AS medianUp, sum(down)::BIGINT AS down
      FROM comments GROUP BY discussion, depth ORDER BY discussion, depth`,
  },
  {
    name: "replies",
    description: "A reply beside the comment that it answers, with both names, votes and scores.",
    tables: ["comments"],
    sql: `
      SELECT r.discussion, r.id, r.author, r.up, r.sentiment, r.text,
             p.id AS parent, p.author AS parentAuthor, p.up AS parentUp, p.sentiment AS parentSentiment, p.text AS parentText
      FROM comments r JOIN comments p ON p.discussion = r.discussion AND p.id = r.replyTo
      ORDER BY r.discussion, r."order"`,
  },
  {
    name: "entity_votes",
    description: "An entity with the comments that speak of it and the votes that these got.",
    tables: ["comments", "entities", "mentions"],
    sql: `
      SELECT e.discussion, e.id, e.name, e.label, e.sentiment, count(*) AS comments, sum(c.up)::BIGINT AS up
      FROM entities e
      JOIN (SELECT DISTINCT discussion, entity, unit FROM mentions) m ON m.discussion = e.discussion AND m.entity = e.id
      JOIN comments c ON c.discussion = m.discussion AND c.id = m.unit
      GROUP BY ALL ORDER BY comments DESC, e.name`,
  },
]);
