-- reach: outside; a salt belongs to its event
-- kind: record
INSERT INTO audit_salts (event_id, field, salt)
VALUES ($1, $2, $3)
