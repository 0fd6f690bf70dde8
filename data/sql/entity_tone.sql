-- what: How what is said toward a name sounds: the units that say something, by tone.
-- tables: entities, sentiment
SELECT
  e.name,
  e.label,
  count(*) AS units,
  sum(CASE WHEN s.label = 'positive' THEN 1 ELSE 0 END) AS positive,
  sum(CASE WHEN s.label = 'negative' THEN 1 ELSE 0 END) AS negative,
  sum(CASE WHEN s.label = 'mixed' THEN 1 ELSE 0 END) AS mixed
FROM sentiment s
JOIN entities e ON e.discussion = s.discussion AND e.id = s.target
WHERE s.scope = 'target' AND s.label <> 'neutral'
GROUP BY e.name, e.label
ORDER BY units DESC, e.name, e.label
