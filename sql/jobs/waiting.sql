-- reach: institution
-- kind: read
SELECT id
FROM jobs
WHERE institution_id = $1 AND kind = $2 AND state = 'ready'
ORDER BY due_at, id
LIMIT 1
