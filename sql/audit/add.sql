-- reach: outside; some events belong to no institution; record and record_read fill it from the permit
-- kind: record
INSERT INTO audit_events (id, institution_id, at, actor_id, action, object_id, body)
VALUES ($1, $2, $3, $4, $5, $6, $7)
