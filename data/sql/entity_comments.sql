-- what: Of whom and what comments speak: comments, discussions and mentions of each name.
-- tables: mentions
SELECT
  name,
  label,
  count(DISTINCT concat(discussion, '/', unit)) AS units,
  count(DISTINCT discussion) AS discussions,
  count(*) AS mentions
FROM mentions
GROUP BY name, label
ORDER BY units DESC, name, label
