-- reach: institution
-- kind: read
SELECT state, COUNT(*)
FROM jobs
WHERE institution_id = $1
GROUP BY state
ORDER BY state
