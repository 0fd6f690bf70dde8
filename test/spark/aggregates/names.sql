-- Who and what is spoken of. Decimals, since floats summed in another order give another sum.
SELECT label, name, count(*) AS mentions, count(DISTINCT unit) AS units, sum(CAST(confidence AS DECIMAL(9, 4))) AS confidence
FROM mentions GROUP BY label, name ORDER BY label, name
