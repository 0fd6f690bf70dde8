-- what: Who is for and who against what was proposed: comments on each side.
-- tables: sides
SELECT
  proposition,
  side,
  count(*) AS comments,
  count(DISTINCT author) AS people
FROM sides
GROUP BY proposition, side
ORDER BY proposition, comments DESC, side
