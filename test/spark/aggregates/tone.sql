-- How each discussion sounds.
SELECT discussion, label, count(*) AS comments, sum(CAST(score AS DECIMAL(9, 4))) AS score
FROM tones GROUP BY discussion, label ORDER BY discussion, label
