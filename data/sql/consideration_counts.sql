-- what: What comments weigh: cost, safety, fairness and the like.
-- tables: considerations
SELECT
  consideration,
  count(*) AS claims,
  count(DISTINCT concat(discussion, '/', unit)) AS comments
FROM considerations
WHERE unit <> 'article'
GROUP BY consideration
ORDER BY comments DESC, consideration
