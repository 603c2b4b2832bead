-- reach: institution
-- kind: record
UPDATE activations SET expires_at = $3
WHERE institution_id = $1 AND person_id = $2 AND used_at IS NULL AND expires_at > $3
