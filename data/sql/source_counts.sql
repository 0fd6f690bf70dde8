-- what: What is cited: outlets, with the units and discussions that name them.
-- tables: citations
SELECT
  outlet,
  count(*) AS citations,
  count(DISTINCT concat(discussion, '/', unit)) AS units,
  count(DISTINCT discussion) AS discussions
FROM citations
WHERE outlet IS NOT NULL
GROUP BY outlet
ORDER BY citations DESC, outlet
