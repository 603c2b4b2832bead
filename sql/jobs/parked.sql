-- reach: institution
-- kind: read
SELECT id, kind, attempts, fault, created_at
FROM jobs
WHERE institution_id = $1 AND state = 'parked'
ORDER BY created_at, id
LIMIT $2
