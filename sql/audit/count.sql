-- reach: outside; tests and health count all events
-- kind: read
SELECT COUNT(id)
FROM audit_events
