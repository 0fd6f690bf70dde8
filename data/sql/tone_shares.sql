-- what: How comments sound: comments, discussions and votes behind each tone.
-- tables: comments
SELECT
  sentimentLabel AS tone,
  count(*) AS comments,
  count(DISTINCT discussion) AS discussions,
  CAST(sum(up) AS BIGINT) AS up,
  CAST(sum(down) AS BIGINT) AS down
FROM comments
WHERE sentimentLabel IS NOT NULL
GROUP BY sentimentLabel
ORDER BY comments DESC, tone
