-- what: Whose words are quoted, and how often.
-- tables: quotations
SELECT
  speakerName AS speaker,
  count(*) AS quotations,
  count(DISTINCT discussion) AS discussions
FROM quotations
WHERE speakerName IS NOT NULL
GROUP BY speakerName
ORDER BY quotations DESC, speaker
