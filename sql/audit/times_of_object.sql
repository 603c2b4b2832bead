-- reach: institution
-- kind: read
SELECT at
FROM audit_events
WHERE institution_id = $1 AND object_id = $2 AND action = $3
ORDER BY at DESC, id DESC
LIMIT $4
