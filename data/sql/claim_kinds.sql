-- what: What comments do: judgements, reasons, proposals, questions, experiences, reports.
-- tables: claims
SELECT
  kind,
  count(*) AS claims,
  count(DISTINCT concat(discussion, '/', unit)) AS comments
FROM claims
WHERE unit <> 'article'
GROUP BY kind
ORDER BY claims DESC, kind
