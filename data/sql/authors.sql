-- what: A name under which comments were written, in each discussion; comments without a name are left out.
-- tables: comments
SELECT
  c.discussion,
  c.author,
  count(*) AS comments,
  count(c.replyTo) AS replies,
  CAST(sum(c.replies) AS BIGINT) AS answered,
  CAST(sum(c.up) AS BIGINT) AS up,
  count(c.up) AS votesShown,
  CASE WHEN count(c.sentiment) = 0 THEN NULL
    -- Whole ten-thousandths are summed, so that no order of summing shows; a half is rounded up.
    ELSE floor(CAST(sum(CAST(round(c.sentiment * 10000) AS BIGINT)) AS DOUBLE) / count(c.sentiment) + 0.5) / 10000
  END AS sentiment,
  CAST(sum(c.characters) AS BIGINT) AS characters
FROM comments c
WHERE c.author IS NOT NULL
GROUP BY c.discussion, c.author
ORDER BY c.discussion, min(c.order)
