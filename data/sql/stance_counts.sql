-- what: Who answers whom, and whether they agree.
-- tables: stances
SELECT
  stance,
  CASE WHEN toward = 'article' THEN 'article' ELSE 'comment' END AS toward,
  count(*) AS comments
FROM stances
GROUP BY stance, CASE WHEN toward = 'article' THEN 'article' ELSE 'comment' END
ORDER BY comments DESC, stance, toward
