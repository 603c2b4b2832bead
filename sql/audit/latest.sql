-- reach: institution
-- kind: read
SELECT at, action, body
FROM audit_events
WHERE institution_id = $1
ORDER BY at DESC, id DESC
LIMIT $2
