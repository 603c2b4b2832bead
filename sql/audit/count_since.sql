-- reach: institution
-- kind: read
SELECT COUNT(*)
FROM audit_events
WHERE institution_id = $1 AND at >= $2
