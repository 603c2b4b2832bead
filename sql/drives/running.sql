-- reach: institution
-- kind: read
SELECT 1
FROM drives
WHERE institution_id = $1 AND ended_at IS NULL
LIMIT 1
