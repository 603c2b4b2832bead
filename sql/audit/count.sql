-- reach: outside; tests count all events
-- kind: read
SELECT COUNT(id)
FROM audit_events
