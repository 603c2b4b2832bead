-- reach: outside; whoever asks what they may do belongs to no institution
-- kind: read
SELECT verdict, CAST(SUM(answers) AS BIGINT)
FROM self_checks
WHERE day >= $1
GROUP BY verdict
ORDER BY verdict
