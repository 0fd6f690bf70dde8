-- what: Comments by the month in which they were posted, with how they sound; those without a date are left out.
-- tables: comments
SELECT
  substr(postedText, 1, 7) AS month,
  count(*) AS comments,
  count(DISTINCT discussion) AS discussions,
  sum(CASE WHEN sentimentLabel = 'positive' THEN 1 ELSE 0 END) AS positive,
  sum(CASE WHEN sentimentLabel = 'neutral' THEN 1 ELSE 0 END) AS neutral,
  sum(CASE WHEN sentimentLabel = 'negative' THEN 1 ELSE 0 END) AS negative,
  sum(CASE WHEN sentimentLabel = 'mixed' THEN 1 ELSE 0 END) AS mixed
FROM comments
WHERE postedText IS NOT NULL AND length(postedText) >= 7
GROUP BY substr(postedText, 1, 7)
ORDER BY month
