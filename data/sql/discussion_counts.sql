-- what: Each discussion with its comments, names, votes and tone.
-- tables: comments, discussions
SELECT
  d.discussion,
  d.title,
  d.published,
  count(c.id) AS comments,
  count(DISTINCT c.author) AS people,
  CAST(sum(c.up) AS BIGINT) AS up,
  CAST(sum(c.down) AS BIGINT) AS down,
  sum(CASE WHEN c.sentimentLabel = 'positive' THEN 1 ELSE 0 END) AS positive,
  sum(CASE WHEN c.sentimentLabel = 'negative' THEN 1 ELSE 0 END) AS negative
FROM discussions d LEFT JOIN comments c ON c.discussion = d.discussion
GROUP BY d.discussion, d.title, d.published
ORDER BY comments DESC, d.discussion
